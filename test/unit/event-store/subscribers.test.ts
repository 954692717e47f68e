import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/event-store/port.ts';
import { Subscribers } from '../../../src/event-store/subscribers.ts';
import { event, until } from './stores-for-tests.ts';

describe('a subscription', () => {
  it.each(Array.from({ length: 12 }, (_, i) => i))(
    'misses nothing that is appended %i microtasks after it caught up',
    async (microtasks) => {
      const log: StoredEvent[] = [{ ...event('1', 'A'), position: 1 }];
      const seen: string[] = [];
      const subscribers = new Subscribers(async function* (_, { after = 0 }) {
        yield* log.slice(after);
      });
      subscribers.subscribe('all', 0, ({ id }) => void seen.push(id));
      while (seen.length === 0) await Promise.resolve();
      for (let i = 0; i < microtasks; i++) await Promise.resolve();
      log.push({ ...event('2', 'A'), position: 2 });
      subscribers.notify();
      await until(() => seen.length === 2);
      expect(seen).toEqual(['1', '2']);
    },
  );
});
