import type { AppendResult, EventStore } from '../../src/event-store/port.ts';
import { makeAttachment } from './attachments.ts';
import type { Differences } from './differences.ts';
import { idsOf, type KnownLog } from './known-log.ts';
import { type Failed, settle } from './settle.ts';
import type { VectorAppend } from './vector.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

type AppendExpectation = StepWith<'append'>['expect'];

/** Appends and compares the outcome with what is expected. */
export async function checkAppend(
  { append, expect }: { readonly append: VectorAppend; readonly expect: AppendExpectation },
  store: EventStore,
  { known }: VectorRun,
  differences: Differences,
): Promise<void> {
  const headBefore = known.head;
  const condition = known.resolveCondition(append.condition);
  const attachment = append.beside && makeAttachment(append.beside);
  const result = await settle(store.append(append.events, condition, attachment));
  if ('appended' in expect && 'kind' in result && result.kind === 'appended') {
    const grown = [headBefore, ...result.positions];
    if (grown.some((position, i) => i > 0 && position <= (grown[i - 1] ?? 0))) {
      differences.add(`positions should grow and are ${grown.join(', ')}`);
    }
    known.learn(expect.appended, result.positions);
  }
  differences.compare('the result', comparable(result), expectedResult(expect, append, condition, known));
}

/** A result with its events told by their ids. */
function comparable(result: AppendResult | Failed): unknown {
  if ('kind' in result && result.kind === 'refused') {
    return { kind: result.kind, event: result.refusal.eventId, head: result.head };
  }
  if (!('kind' in result) || result.kind !== 'conflict') return result;
  return { ...result, matching: idsOf(result.matching) };
}

function expectedResult(
  expect: AppendExpectation,
  append: VectorAppend,
  condition: ReturnType<KnownLog['resolveCondition']>,
  known: KnownLog,
): unknown {
  const { head } = known;
  if ('error' in expect) return expect;
  if ('appended' in expect) {
    return { kind: 'appended', positions: known.positionsOf(expect.appended), replayed: false };
  }
  if ('replayed' in expect) {
    return { kind: 'appended', positions: known.positionsOf(expect.replayed), replayed: true };
  }
  if ('conflict' in expect) return { kind: 'conflict', ...condition, matching: expect.conflict, head };
  if ('refused' in expect) return { kind: 'refused', event: expect.refused, head };
  if ('partlyStored' in expect) return { kind: 'partly-stored', ids: expect.partlyStored };
  const streams = append.condition && 'streams' in append.condition ? append.condition.streams : [];
  const expected = streams.find(({ stream }) => stream === expect.wrongVersion);
  return { kind: 'wrong-version', expected, actual: expect.actual, head };
}
