import { ArrowRight, Bookmark, Flame } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { Hit, PastStep } from '../../exploration/matrix-result.ts';
import type { Exploration, Unavailable, Verdict } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { countOf } from '../../lib/format-number.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { WhySentence } from '../timeline/why/why-sentence.tsx';
import { keepHit, markHotspot } from './take-hit.ts';

export interface HitCardProps {
  readonly parts: LabParts;
  readonly model: Model;
  readonly hit: Hit;
  readonly strategy: StrategyId;
  readonly finding: FindingKey;
  readonly pattern: string;
  readonly commands: readonly [string, string];
}

/** How something comes about: a shortest past, then a shortest schedule, and why. */
export function HitCard(props: HitCardProps) {
  const { parts, model, hit, strategy, finding } = props;
  const { engine, lab } = parts;
  const { race, schedule, past } = hit;
  const order = useMemo(() => schedule.map(({ command }) => command), [schedule]);
  const tell = useMemo(
    (): Ask<ToldRace | Unavailable, never> =>
      ({ signal }) =>
        engine.tell({ model, race, strategy, schedule: { strategy, order }, complete: false }, { signal }),
    [engine, model, race, strategy, order],
  );
  const explore = useMemo(
    (): Ask<Exploration | Unavailable, never> =>
      ({ signal }) =>
        engine.explore({ model, race, strategy }, { signal }),
    [engine, model, race, strategy],
  );
  const told = useAnswer(tell).value;
  const explored = useAnswer(explore).value;
  const open = () =>
    lab.getState().openRace({ kind: 'found', race }, { schedule: { strategy, order }, step: order.length });
  return (
    <section className="matrix-hit" aria-label="How it comes about">
      <p className={`matrix-hit-verdict verdict-${finding}`}>
        <VerdictMark finding={finding} size={18} />
        <span>
          {STRATEGIES[strategy].name}: {FINDINGS[finding].name}
        </span>
        {explored && <span className="matrix-hit-share">{sayShare(explored, finding)}</span>}
      </p>
      <Past past={past} />
      <h4>At the same time</h4>
      <ol className="matrix-racers">
        {(race.commands ?? []).map((issued, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: commands are known by their place
          <li key={index}>
            <span className="matrix-racer">#{index + 1}</span> {issued.command}
            <span className="matrix-data">{sayData(issued.data)}</span>
          </li>
        ))}
      </ol>
      <ol className="matrix-schedule" aria-label="Schedule">
        {schedule.map(({ command, step }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
          <li key={index} data-last={index === schedule.length - 1}>
            #{command + 1} {step}
          </li>
        ))}
      </ol>
      {told && !('unavailable' in told) && <WhySentence told={told} step={told.steps.length} isSmall />}
      <Actions {...props} onOpen={open} />
    </section>
  );
}

function Past({ past }: { readonly past: readonly PastStep[] }) {
  if (past.length === 0) return <p className="matrix-hit-past">Nothing has to happen before.</p>;
  return (
    <>
      <h4>A shortest past</h4>
      <ol className="matrix-past">
        {past.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
          <li key={index}>
            {nameOf(step)}
            <span className="matrix-data">{sayData(step.data)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function nameOf(step: PastStep): string {
  return 'command' in step ? String(step.command) : step.event;
}

function Actions({
  parts,
  hit,
  finding,
  pattern,
  commands,
  strategy,
  onOpen,
}: HitCardProps & { readonly onOpen: () => void }) {
  const [done, setDone] = useState<string | null>(null);
  const { board, lab } = parts;
  const keep = () => {
    const at = keepHit(board, hit, commands, pattern);
    lab.setState({ race: { kind: 'kept', at } });
    setDone('Kept among the races.');
  };
  const mark = () => {
    markHotspot(parts, commands, pattern, FINDINGS[finding].name, STRATEGIES[strategy].name);
    setDone('A hotspot is on the board.');
  };
  return (
    <>
      <div className="matrix-actions">
        <button type="button" className="button button-main" onClick={onOpen}>
          Open the race <ArrowRight size={14} aria-hidden="true" />
        </button>
        <button type="button" className="button" onClick={keep}>
          <Bookmark size={14} aria-hidden="true" /> Keep it as a race
        </button>
        <button type="button" className="button" onClick={mark}>
          <Flame size={14} aria-hidden="true" /> Mark as hotspot
        </button>
      </div>
      <p className="matrix-done" role="status">
        {done}
      </p>
    </>
  );
}

function sayShare(explored: Exploration | Unavailable, finding: FindingKey): string {
  if ('unavailable' in explored) return '';
  // What a matrix shows of a strategy are its verdicts.
  const count = explored.verdicts[finding as Verdict];
  return count ? `in ${count.schedules} of ${countOf(explored.schedules, 'schedule', 'schedules')}` : '';
}

function sayData(data: unknown): string {
  const fields = Object.entries((data ?? {}) as JsonObject);
  return fields
    .map(([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
