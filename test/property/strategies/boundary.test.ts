import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { ToldStep, Verdict } from '../../../src/exploration/result.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import type { Race } from '../../../src/model/schema.ts';
import { type BoundaryPart, reportBoundary } from '../../../src/strategies/report-boundary.ts';
import { STRATEGY_IDS, type StrategyId } from '../../helpers/brute-force-steps.ts';
import { randomRaces, SEED } from '../../helpers/random-model.ts';

const RUNS = 400;

/** The step that a witness ends with, and the log it leaves. */
function lastStep(model: CompiledModel, race: Race, strategy: StrategyId, verdict: Verdict) {
  const exploration = explore(model, race, strategy);
  if ('unavailable' in exploration) return null;
  const witness = exploration.witnesses[verdict];
  if (witness === undefined) return null;
  const told = tellSchedule(
    model,
    race,
    strategy,
    witness.map(({ command }) => command),
  );
  if ('unavailable' in told) throw new Error(told.unavailable);
  return { step: told.steps.at(-1) as ToldStep, log: told.log };
}

function partsOf(model: CompiledModel, race: Race, strategy: StrategyId, command: number) {
  const issued = race.commands?.[command];
  const report = reportBoundary(model, issued?.command ?? '', strategy, (issued?.data ?? {}) as never);
  if ('unavailable' in report) throw new Error(report.unavailable);
  return report.parts;
}

type Written = { readonly type: string; readonly tags: readonly string[] };

/** Whether an event lies in a part; a value that the data alone does not give can be any. */
function covers({ event, tags }: BoundaryPart, written: Written): boolean {
  const carries = (tag: string) =>
    written.tags.includes(tag) ||
    (/[{…]/.test(tag) && written.tags.some((own) => own.startsWith(tag.replace(/:.*/s, ':'))));
  return event === written.type && tags.every(carries);
}

describe('what a report says of a guard holds in every race', () => {
  for (const strategy of STRATEGY_IDS) {
    it(`what slips through under ${strategy} was needed and not guarded`, () => {
      let slipped = 0;
      const property = fc.property(
        randomRaces,
        fc.constantFrom<Verdict>('missedConflict', 'tolerated'),
        ({ model, race }, verdict) => {
          const compiled = compileModel(model);
          const last = lastStep(compiled, race, strategy, verdict);
          // A first leg fails with any fold that fails, whatever it is there for (S6).
          if (last === null || last.step.fresh?.kind === 'error') return;
          slipped += 1;
          const open = partsOf(compiled, race, strategy, last.step.command).filter(
            ({ needed, guarded }) => needed && !guarded,
          );
          const { step, log } = last;
          const written = log.slice(step.readAt, step.head).filter(({ by }) => by !== step.command);
          expect(open.some((part) => written.some((entry) => covers(part, entry)))).toBe(true);
        },
      );
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(slipped).toBeGreaterThan(strategy.startsWith('log-') ? -1 : 5);
    });
  }

  for (const strategy of ['log-version', 'stream-version', 'stream-saga', 'tag-condition'] as const) {
    it(`what stops a command under ${strategy} was guarded, and needed where that was right`, () => {
      let stopped = 0;
      const property = fc.property(
        randomRaces,
        fc.constantFrom<Verdict>('conflict', 'falseConflict'),
        ({ model, race }, verdict) => {
          const compiled = compileModel(model);
          const last = lastStep(compiled, race, strategy, verdict);
          if (last === null) return;
          stopped += 1;
          const guarded = partsOf(compiled, race, strategy, last.step.command).filter((part) => part.guarded);
          for (const position of last.step.inGuard ?? []) {
            const entry = last.log[position - 1];
            expect(entry && guarded.some((part) => covers(part, entry))).toBe(true);
          }
        },
      );
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(stopped).toBeGreaterThan(RUNS / 20);
    });
  }
});
