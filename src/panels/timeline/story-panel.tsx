import { useState } from 'react';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { RaceDiagram } from './diagram/race-diagram.tsx';
import { saySchedule } from './player/schedule-chips.tsx';
import { sayHeadline } from './say-headline.ts';
import { SideState } from './side-state.tsx';
import type { StorySide } from './use-story.ts';
import { WhySentence } from './why/why-sentence.tsx';

export interface StoryPanelProps {
  readonly strategy: StrategyId;
  readonly side: StorySide;
  readonly race: Race;
  readonly tags: JsonObject;
  readonly hidden: ReadonlySet<number>;
  readonly isPastOpen?: boolean | undefined;
  readonly isBeside?: boolean;
  readonly fork?: number | null;
  readonly onGoTo?: (step: number) => void;
  readonly onPoint?: (mark: string | null) => void;
  readonly onRetry: () => void;
  readonly intro?: string | undefined;
  /** What stands in the head beside the strategy's name. */
  readonly children?: React.ReactNode;
}

/** A schedule under one strategy: its picture, and the sentence that says why. */
export function StoryPanel(props: StoryPanelProps) {
  const { strategy, side, children, onRetry } = props;
  const { name, summary } = STRATEGIES[strategy];
  const last = side.told?.steps[side.step - 1];
  const headline = last ? sayHeadline(last) : null;
  return (
    <section className="story-panel" aria-label={name} aria-busy={side.answer.isStale}>
      <header className="story-panel-head">
        {children ?? (
          <h3 title={summary}>
            {name}
            <span className="story-summary">{summary}</span>
          </h3>
        )}
        {headline && (
          <p className={`story-verdict verdict-${headline.finding}`}>
            <VerdictMark finding={headline.finding} size={18} />
            {headline.words}
          </p>
        )}
      </header>
      <SideState answer={side.answer} onRetry={onRetry} />
      {side.told && <Told {...props} told={side.told} />}
    </section>
  );
}

function Told({ told, ...props }: StoryPanelProps & { readonly told: ToldRace }) {
  const {
    strategy,
    side,
    race,
    tags,
    hidden,
    isPastOpen,
    isBeside = false,
    fork = null,
    intro,
    onGoTo,
    onPoint,
  } = props;
  const [pointed, setPointed] = useState<string | null>(null);
  const point = (mark: string | null) => {
    setPointed(mark);
    onPoint?.(mark);
  };
  const { step, until, answer } = side;
  return (
    <div className={answer.isStale ? 'story-stale' : undefined}>
      <RaceDiagram
        told={told}
        race={race}
        tags={tags}
        step={step}
        until={until}
        hidden={hidden}
        isBeside={isBeside}
        isPastOpen={isPastOpen}
        pointed={pointed}
        fork={fork}
        label={sayPicture(told, STRATEGIES[strategy].name, step, until)}
        {...(onGoTo && { onGoTo })}
      />
      <WhySentence told={told} step={step} onPoint={point} isSmall={isBeside} intro={intro} />
    </div>
  );
}

/** The picture in words. */
function sayPicture(told: ToldRace, strategy: string, step: number, until: number): string {
  const last = told.steps[step - 1];
  const headline = last ? sayHeadline(last) : null;
  const verdict = headline ? `: ${headline.words}` : '';
  return `The race under ${strategy}. Schedule: ${saySchedule(told.steps.slice(0, until)) || 'no step yet'}. Step ${step} of ${until}${verdict}.`;
}
