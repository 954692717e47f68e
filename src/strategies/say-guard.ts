import type { Query } from '../decision/query.ts';
import type { Guard } from './guard.ts';
import { nameSamples, type SampleNames } from './sample-command.ts';

export type Watch = Guard | { readonly kind: 'locks'; readonly keys: readonly string[] };

/** A guard with names in place of sample values. */
export function nameGuard(guard: Guard, names: SampleNames): Guard {
  const name = (text: string) => nameSamples(text, names);
  switch (guard.kind) {
    case 'streams':
      return { ...guard, streams: guard.streams.map(name) };
    case 'query': {
      const items = guard.query.items.map(({ types, tags }) => ({ types, tags: tags.map(name) }));
      return { ...guard, query: { items } };
    }
    default:
      return guard;
  }
}

export interface GuardWords {
  /** The streams are written one after the other. */
  readonly legs: boolean;
  /** The streams that are written whenever anything is. */
  readonly certain: readonly string[];
}

/** One sentence that says what a store checks when a command appends, or what is locked meanwhile. */
export function sayGuard(guard: Watch, words: GuardWords): string {
  switch (guard.kind) {
    case 'none':
      return 'Nothing is checked at the append: whatever was appended since the read slips through.';
    case 'log':
      return 'Stops the append if anything at all was appended since the read.';
    case 'streams':
      return sayStreams(guard.streams, words);
    case 'query':
      return sayQuery(guard.query);
    case 'locks':
      return sayLocks(guard.keys);
  }
}

function sayStreams(streams: readonly string[], { legs, certain }: GuardWords): string {
  if (streams.length === 1) return `Stops the append if stream ${streams[0]} grew since the read.`;
  const last = streams.every((stream) => certain.includes(stream))
    ? ''
    : ' A stream it writes nothing to is not watched.';
  return legs
    ? `Writes to ${list(streams, 'and then')}, each on its own, and stops there if that stream grew since it was read.${last}`
    : `Stops the append if stream ${list(streams, 'or')} grew since the read.${last}`;
}

function sayQuery({ items }: Query): string {
  if (items.length === 0)
    return 'Nothing is checked at the append, as no constraint that has to be kept strictly reads an event.';
  const parts = items.map(({ types, tags }) =>
    tags.length > 0 ? `${list(types, 'or')} of ${list(tags, 'and')}` : list(types, 'or'),
  );
  return `Stops the append if one of these was appended since the read: ${parts.join('; ')}.`;
}

function sayLocks(keys: readonly string[]): string {
  if (keys.includes('*'))
    return 'Holds the lock on the whole log from before the read until after the append, so that everybody else waits.';
  if (keys.length === 0)
    return 'Takes no lock, as no constraint that has to be kept strictly reads an event.';
  const locks = `the lock${keys.length > 1 ? 's' : ''} on ${list(keys, 'and')}`;
  return `Holds ${locks} from before the read until after the append; who asks for ${keys.length > 1 ? 'one of them' : 'it'} waits.`;
}

function list(items: readonly string[], last: string): string {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}` : (items[0] ?? '');
}
