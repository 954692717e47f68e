import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/event-store/memory-store.ts';
import type {
  AppendCondition,
  Attachment,
  NewEvent,
  ReadOptions,
  StoreQuery,
} from '../../src/event-store/port.ts';
import { runVector } from './run-vector.ts';
import type { Vector } from './vector.ts';
import { vectorFiles } from './vector-files.ts';

const vectors = vectorFiles.flatMap((file) => file.vectors);

describe('The contract', () => {
  it('runs every file of vectors', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
    expect(vectorFiles).toHaveLength(files.length);
  });

  it('says each rule once', () => {
    const titles = vectors.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names every event of a vector once in the log it expects', () => {
    const doubled = vectors.filter(({ log = [] }) => new Set(log).size !== log.length);
    expect(doubled).toEqual([]);
  });
});

describe('The contract notices a store that', () => {
  it('looks at no condition', async () => {
    const failed = await listFailed((name) => new Unguarded(name));
    expect(failed).toContain('Eight writers on one boundary: one wins');
    expect(failed).toContain('"after" is exclusive: the event at the position itself stops nothing');
    expect(failed).toContain('Eight writers on one version of a stream: one wins');
  });

  it('looks at conditions some time before it writes', async () => {
    const failed = await listFailed((name) => new LateWriter(name));
    expect(failed).toContain('Eight writers on one boundary: one wins');
    expect(failed).toContain('Overlapping tag sets, events that carry all: one wins');
    expect(failed).not.toContain('Eight writers on disjoint boundaries: all win');
  });

  it('reads what lies at the position, too', async () => {
    const failed = await listFailed((name) => new Inclusive(name));
    expect(failed).toContain('"after" is exclusive');
  });

  it('leaves a part of a refused batch', async () => {
    const failed = await listFailed((name) => new HalfWriter(name));
    expect([...failed].sort()).toEqual([
      'A refused batch leaves none of its events',
      'Batches with different tags: one wins, with all of its events',
      'Several streams in one append: all or nothing',
      'Two writers over crossed pairs of streams: one wins',
      'What cannot be written with events stops them: nothing of the append is there',
    ]);
  });

  it('writes beside the log what was not appended, or was before', async () => {
    const failed = await listFailed((name) => new HastyWriter(name));
    expect(failed).toContain('A replay writes nothing beside the log a second time');
    expect(failed).toContain(
      'A condition that does not hold is said before what is beside is looked at, and nothing is written',
    );
  });
});

async function listFailed(open: (name: string) => MemoryStore): Promise<readonly string[]> {
  const failed = async (vector: Vector) => {
    const makeStore = async () => ({ handles: [open('broken')] as const, remove: async () => {} });
    const differences = await runVector(vector, makeStore);
    return differences.length > 0;
  };
  const quick = vectors.filter(({ steps = [] }) => !steps.some((step) => 'delivered' in step));
  const found: string[] = [];
  for (const vector of quick) if (await failed(vector)) found.push(vector.title);
  return found;
}

class Unguarded extends MemoryStore {
  override append(events: readonly NewEvent[]) {
    return super.append(events);
  }
}

class LateWriter extends MemoryStore {
  override async append(events: readonly NewEvent[], condition?: AppendCondition) {
    const query = condition && 'query' in condition ? condition : undefined;
    const last = query ? await super.lastPosition(query.query) : 0;
    await Promise.resolve();
    if (query && last <= query.after) return await super.append(events);
    return await super.append(events, condition);
  }
}

class Inclusive extends MemoryStore {
  override read(query: StoreQuery, options: ReadOptions = {}) {
    const { after } = options;
    return super.read(query, after ? { ...options, after: after - 1 } : options);
  }
}

class HalfWriter extends MemoryStore {
  override async append(events: readonly NewEvent[], condition?: AppendCondition, attachment?: Attachment) {
    const result = await super.append(events, condition, attachment);
    const isRefused = result.kind !== 'appended' && result.kind !== 'partly-stored';
    if (isRefused && events.length > 1) await super.append(events.slice(0, 1));
    return result;
  }
}

/** Writes what is beside the events whatever becomes of them. */
class HastyWriter extends MemoryStore {
  override async append(events: readonly NewEvent[], condition?: AppendCondition, attachment?: Attachment) {
    const stored = events.map((event, i) => ({ ...event, position: i + 1 }));
    const values = await this.getRows(attachment?.needs(events) ?? []);
    const decided = attachment?.decide(stored, () => values[0], 0);
    if (decided && !('refusal' in decided)) await this.changeRows({ ...decided, expect: [] });
    if (decided && 'refusal' in decided)
      return { kind: 'refused', refusal: decided.refusal, head: 0 } as const;
    return super.append(events, condition);
  }
}
