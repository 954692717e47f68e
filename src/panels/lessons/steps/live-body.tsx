import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { JsonObject } from '../../../lib/json.ts';
import { sayError } from '../../../ui/say-error.ts';
import { doAct } from '../do-act.ts';
import { countMet, judgeLive, type LiveSight } from '../judge-live.ts';
import type { Act, LiveFact, LiveStep, RacedFact } from '../lesson.ts';
import type { LessonBench } from '../lesson-bench.ts';
import { NOT_LIVE } from '../lesson-run.ts';
import { MainButton } from '../main-button.tsx';
import { Paragraphs } from '../prose-text.tsx';
import { giveBeginning, useBench, useSight } from '../use-bench.ts';
import { useLesson } from '../use-lesson.ts';
import { useMet } from '../use-met.ts';
import { CheckList } from './check-list.tsx';
import { LiveActs } from './live-acts.tsx';
import { LiveLook } from './live-look.tsx';

export interface LiveBodyProps {
  readonly step: LiveStep;
  /** The board as it was when the lesson began. */
  readonly start: JsonObject;
}

/** Something to do on the board's own log. */
export function LiveBody(props: LiveBodyProps) {
  const { bench, failure } = useBench();
  if (failure !== null) {
    return (
      <p className="lesson-trouble" role="status">
        The log of this board could not be opened: {failure} The lesson goes on without it.
      </p>
    );
  }
  if (bench === null) return <p className="lesson-working">The log is being opened…</p>;
  return <OpenLog {...props} bench={bench} />;
}

function OpenLog({ step, start, bench }: LiveBodyProps & { readonly bench: LessonBench }) {
  const sight = useSight(bench);
  const { log } = bench;
  const isEmpty = sight?.events.length === 0;
  const edition = useSyncExternalStore(log.listen, () => log.status()?.edition);
  useEffect(() => {
    // What goes wrong shows in that the log stays empty, and can be tried again from below.
    if (isEmpty && edition !== undefined) giveBeginning(log, step.given).catch(() => {});
  }, [isEmpty, edition, log, step]);
  if (sight === null) return <p className="lesson-working">The log is being opened…</p>;
  return <Deeds step={step} start={start} bench={bench} sight={sight} />;
}

interface DeedsProps extends LiveBodyProps {
  readonly bench: LessonBench;
  readonly sight: LiveSight;
}

function Deeds({ step, start, bench, sight }: DeedsProps) {
  const { run, parts, goOn } = useLesson();
  const { board, lab } = parts;
  const live = useStore(run, (held) => held.live[step.id]) ?? NOT_LIVE;
  const { doLive } = run.getState();
  const raced = useMemo(() => step.checks.flatMap(({ fact }) => (isRaced(fact) ? [fact] : [])), [step]);
  const shown = useMet(raced);
  const met = countMet(step.checks, live.met, (fact) =>
    isRaced(fact) ? shown[raced.indexOf(fact)] === true : judgeLive(fact, sight, live),
  );
  useEffect(() => {
    if (met > live.met) doLive(step.id, (now) => ({ ...now, met: Math.max(now.met, met) }));
  }, [met, live.met, doLive, step.id]);
  const isDone = met === step.checks.length;
  const onAct = async (act: Act) => {
    doLive(step.id, (now) => ({ ...now, doing: act.id, told: null }));
    const told = await doAct(act, { bench, board, strategy: step.strategy }).catch((error: unknown) => ({
      says: sayError(error),
      isRolledBack: false,
    }));
    doLive(step.id, (now) => ({
      ...now,
      acted: [...now.acted.filter((id) => id !== act.id), act.id],
      isRolledBack: now.isRolledBack || told.isRolledBack,
      told: told.says,
      doing: null,
    }));
  };
  const onBeginAnew = async () => {
    board.edit('Begin the step anew', (now) => ({ ...start, name: now['name'] ?? start['name'] ?? '' }));
    await bench.log.clear();
    doLive(step.id, () => NOT_LIVE);
  };
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isDone) done.current?.scrollIntoView({ block: 'nearest' });
  }, [isDone]);
  return (
    <>
      <LiveActs step={step} live={live} met={met} onAct={(act) => void onAct(act)} />
      <LiveLook step={step} bench={bench} sight={sight} />
      <CheckList checks={step.checks} met={step.checks.map((_, at) => at < met)} />
      {isDone && (
        <div ref={done} className="lesson-done" role="status">
          <Paragraphs text={step.after} />
        </div>
      )}
      {isDone && <MainButton onClick={goOn}>Go on</MainButton>}
      <div className="lesson-pair">
        <button className="lesson-quiet" type="button" onClick={() => lab.getState().lookBack(step.view)}>
          See more in the lab
        </button>
        <button className="lesson-quiet" type="button" onClick={() => void onBeginAnew()}>
          Begin this step anew
        </button>
      </div>
    </>
  );
}

function isRaced(fact: LiveFact | RacedFact): fact is RacedFact {
  return fact.kind === 'shows';
}
