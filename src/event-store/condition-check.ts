import type { LogReader } from './log-reader.ts';
import { hasMatch } from './match-legs.ts';
import {
  type AppendCondition,
  type AppendResult,
  FINEST_STEP,
  type Position,
  type StoreQuery,
} from './port.ts';
import { planQuery } from './query-plan.ts';
import { readPage } from './read-page.ts';

type Versions = ReadonlyMap<string, number>;

/** What `append` answers when its condition does not hold, `undefined` when it does. */
export async function checkInTransaction(
  reader: LogReader,
  condition: AppendCondition | undefined,
  versions: Promise<Versions>,
): Promise<AppendResult | undefined> {
  if (condition === undefined) return undefined;
  if ('query' in condition) return checkQueryCondition(reader, condition.query, condition.after);
  return checkVersions(reader, condition.streams, await versions);
}

async function checkQueryCondition(
  reader: LogReader,
  query: StoreQuery,
  after: Position,
): Promise<AppendResult | undefined> {
  const window = { low: after + FINEST_STEP, high: Number.POSITIVE_INFINITY };
  const legs = planQuery(query);
  if (!(await hasMatch(reader, legs, window))) return undefined;
  const everything = { window, count: Number.POSITIVE_INFINITY, backwards: false };
  const [{ events }, head] = await Promise.all([readPage(reader, legs, everything), reader.head()]);
  return { kind: 'conflict', query, after, matching: events, head };
}

async function checkVersions(
  reader: LogReader,
  expectations: Extract<AppendCondition, { streams: unknown }>['streams'],
  versions: Versions,
): Promise<AppendResult | undefined> {
  for (const expected of expectations) {
    const actual = versions.get(expected.stream) ?? 0;
    const wanted = expected.version === 'none' ? 0 : expected.version;
    if (wanted === 'any' || wanted === actual) continue;
    return { kind: 'wrong-version', expected, actual, head: await reader.head() };
  }
  return undefined;
}
