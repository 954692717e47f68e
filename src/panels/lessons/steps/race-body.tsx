import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ToldStep } from '../../../exploration/result.ts';
import type { ToldRace } from '../../../exploration/told-race.ts';
import type { RaceStep } from '../lesson.ts';
import { MainButton } from '../main-button.tsx';
import { openScene } from '../open-scene.ts';
import { Paragraphs } from '../prose-text.tsx';
import { Trouble } from '../trouble.tsx';
import { useLesson, usePrediction } from '../use-lesson.ts';
import { useScene } from '../use-scene.ts';
import { Racers } from './racers.tsx';
import { ToldLine } from './told-line.tsx';

/** A race taken step by step; the lab, where it is open, follows. */
export function RaceBody({ step }: { readonly step: RaceStep }) {
  const asked = useScene(step.scene);
  if (asked.state !== 'known') return <Trouble asked={asked} />;
  return (
    <>
      {asked.race && <Racers race={asked.race} />}
      <Walk step={step} told={asked.value} />
    </>
  );
}

interface WalkProps {
  readonly step: RaceStep;
  readonly told: ToldRace;
}

function Walk({ step, told }: WalkProps) {
  const { run, parts, isTeacher, goOn } = useLesson();
  const { choices, choose } = usePrediction(step);
  const taken = Math.min(
    useStore(run, (held) => held.taken[step.id] ?? 0),
    told.steps.length,
  );
  const isUncovered = (at: number) => !isTeacher || choices[at] === UNCOVERED;
  const last = told.steps[taken - 1];
  const isCovered = last?.step === 'append' && !isUncovered(taken - 1);
  const isOver = taken === told.steps.length && !isCovered;
  useEffect(() => {
    if (showsScene(parts.lab.getState().schedule, step)) parts.lab.getState().goTo(taken);
  }, [parts, step, taken]);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Not where one only comes back to the step.
    if (taken > 0) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [taken]);
  const take = (next: number) => run.getState().take(step.id, next);
  return (
    <>
      <ol ref={list} className="lesson-told" aria-live="polite">
        {told.steps.slice(0, taken).map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the schedule
          <ToldLine key={at} told={told} at={at} isShown={isUncovered(at)}>
            {at === taken - 1 && isUncovered(at) && <Why step={told.steps[at]} />}
          </ToldLine>
        ))}
      </ol>
      {isOver && <Paragraphs text={step.after} />}
      {isOver && <MainButton onClick={goOn}>Go on</MainButton>}
      {isCovered && (
        <MainButton onClick={() => choose(String(taken - 1), UNCOVERED)}>Show the answer to all</MainButton>
      )}
      {!isOver && !isCovered && (
        <MainButton onClick={() => take(taken + 1)}>
          {taken === 0 ? 'Take the first step' : 'Take the next step'}
        </MainButton>
      )}
      {taken > 0 && (
        <div className="lesson-pair">
          <button className="lesson-quiet" type="button" onClick={() => take(taken - 1)}>
            One step back
          </button>
          {isOver ? (
            <button
              className="lesson-quiet"
              type="button"
              onClick={() => openScene(parts, step.scene, taken)}
            >
              See it drawn in the lab
            </button>
          ) : (
            <button className="lesson-quiet" type="button" onClick={() => take(0)}>
              From the start
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** The sentence that says why, where something has ended. */
function Why({ step }: { readonly step: ToldStep | undefined }) {
  const hasEnded = step?.verdict !== undefined || step?.outcome !== undefined;
  return hasEnded ? <p className="lesson-why">{step.reason}</p> : null;
}

const UNCOVERED = 'uncovered';

function showsScene(schedule: { readonly order: readonly number[] } | null, { scene }: RaceStep): boolean {
  return schedule?.order.join() === scene.order.join();
}
