import './story.css';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model, Race } from '../../model/schema.ts';
import { BesideChoice } from './beside-choice.tsx';
import { ByHand } from './by-hand.tsx';
import { findIdle } from './find-idle.ts';
import { Player } from './player/player.tsx';
import { ScheduleChips } from './player/schedule-chips.tsx';
import { StoryLegend } from './story-legend.tsx';
import { StoryPanel } from './story-panel.tsx';
import { StoryTools } from './story-tools.tsx';
import { ThenAndNow } from './then-and-now/then-and-now.tsx';
import { tonesOf } from './tones-of.ts';
import { useHand } from './use-hand.ts';
import { useStepKeys } from './use-step-keys.ts';
import { useStory } from './use-story.ts';
import { useSwap } from './use-swap.ts';

export interface RaceStoryProps extends Pick<LabParts, 'lab' | 'engine'> {
  readonly model: Model;
  readonly race: Race;
  /** What stands beside “then and now”: how the race goes over all schedules. */
  readonly results?: ReactNode;
  /** What else can be done with the schedule that is shown. */
  readonly tools?: ReactNode;
}

const NOBODY: ReadonlySet<number> = new Set();
const NO_TAGS = {};

/** The race, told: step by step under the chosen strategy, and beside it under another. */
export function RaceStory({ lab, engine, model, race, results, tools }: RaceStoryProps) {
  const desk = useStore(lab);
  const story = useStory({ engine, lab }, model, race);
  const { main, beside } = story;
  const hand = useHand(lab, main);
  const [isHiding, setHiding] = useState(false);
  const [isPastOpen, setPastOpen] = useState<boolean | undefined>(undefined);
  const [pointed, setPointed] = useState<string | null>(null);
  const idle = useMemo(() => (main.told ? findIdle(main.told) : NOBODY), [main.told]);
  const hidden = isHiding && !hand.isByHand ? idle : NOBODY;
  const shown = useMemo(
    () =>
      (main.told?.steps ?? []).flatMap((step, at) =>
        at < main.until && !hidden.has(step.command) ? [at] : [],
      ),
    [main.told, main.until, hidden],
  );
  const stops = useMemo(() => [0, ...shown.map((at) => at + 1)], [shown]);
  const { swap, note } = useSwap(lab, main, hidden);
  const goTo = useCallback((step: number) => lab.getState().goTo(step), [lab]);
  const play = useCallback((isPlaying: boolean) => lab.getState().play(isPlaying), [lab]);
  const onKeyDown = useStepKeys({
    step: main.step,
    stops,
    isPlaying: desk.isPlaying,
    onGoTo: goTo,
    onPlay: play,
  });
  const tones = useMemo(
    () => (main.told ? tonesOf(main.told, hidden) : new Set<never>()),
    [main.told, hidden],
  );
  const tags = model.tags ?? NO_TAGS;
  const reason = main.told?.steps[main.step - 1]?.reason ?? '';
  const intro = hand.isByHand ? 'Nothing has happened yet. Say who goes first.' : undefined;
  const shared = { race, tags, hidden, isPastOpen, intro, onRetry: story.retry };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys work wherever the focus is in it
    <section className="story" aria-label="The race, told" tabIndex={0} onKeyDown={onKeyDown}>
      <header className="story-head">
        <div className="story-title">
          <h2>{race.name}</h2>
          {race.description && <p>{race.description}</p>}
        </div>
        <Player step={main.step} stops={stops} isPlaying={desk.isPlaying} onGoTo={goTo} onPlay={play} />
      </header>
      <div className="story-bar">
        {main.told && (
          <ScheduleChips steps={main.told.steps} shown={shown} step={main.step} onGoTo={goTo} onSwap={swap} />
        )}
        {hand.isByHand && (
          <ByHand
            next={hand.next}
            canUndo={hand.canUndo}
            onTake={hand.take}
            onUndo={hand.undo}
            onClear={hand.clear}
            onFinish={hand.finish}
          />
        )}
        <StoryTools
          isByHand={hand.isByHand}
          onByHand={hand.start}
          isPastOpen={isPastOpen === true}
          onPast={(race.given ?? []).length > 0 ? () => setPastOpen((open) => !open) : null}
          idle={
            idle.size > 0 && !hand.isByHand ? [...idle].map((command) => `#${command + 1}`).join(', ') : null
          }
          isHiding={isHiding}
          onHide={() => setHiding(!isHiding)}
        >
          {tools}
        </StoryTools>
      </div>
      <p className="story-note" role="status">
        {note}
      </p>
      <div className={`story-sides${beside ? ' has-beside' : ''}`}>
        <div className="story-main">
          <StoryPanel {...shared} strategy={desk.strategy} side={main} onGoTo={goTo} onPoint={setPointed} />
          <StoryLegend tones={tones} />
        </div>
        {beside && desk.beside ? (
          <StoryPanel
            {...shared}
            strategy={desk.beside}
            side={beside}
            isPastOpen={false}
            isBeside
            fork={story.fork}
          >
            <BesideChoice lab={lab} />
          </StoryPanel>
        ) : (
          <BesideChoice lab={lab} />
        )}
      </div>
      <div className="story-below">
        {main.told && <ThenAndNow told={main.told} step={main.step} pointed={pointed} />}
        {results}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {reason}
      </p>
    </section>
  );
}
