import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Model, Race } from '../../model/schema.ts';
import { RaceDiagram } from '../../panels/timeline/diagram/race-diagram.tsx';
import { sayHeadline } from '../../panels/timeline/say-headline.ts';
import { type StorySide, useStory } from '../../panels/timeline/use-story.ts';
import { WhySentence } from '../../panels/timeline/why/why-sentence.tsx';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { findShownRace, findTags, type RaceDesk } from '../exports/shown-race.ts';
import { type Order, turn } from './read-order.ts';
import { useOrders } from './use-orders.ts';

/** A race for a room: the diagram and the sentence. */
export function PresentRace({ desk }: { readonly desk: RaceDesk }) {
  const { board, lab, results } = desk;
  const choice = useStore(lab, (held) => held.race);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const entries = useSyncExternalStore(results.listen, results.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found depends on what is chosen and what there is
  const shown = useMemo(() => findShownRace(desk), [desk, choice, model, entries]);
  if (shown === null) return <p className="present-words">There is no race to show.</p>;
  return <Told desk={desk} model={shown.model} race={shown.race} />;
}

interface ToldProps {
  readonly desk: RaceDesk;
  readonly model: Model;
  readonly race: Race;
}

function Told({ desk, model, race }: ToldProps) {
  const strategy = useStore(desk.lab, (held) => held.strategy);
  const { main } = useStory(desk, model, race);
  const { answer, told, step, until } = main;
  useOrders((order) => followOrder(order, desk, main));
  const { name } = STRATEGIES[strategy];
  return (
    <div className="present-told" data-stale={answer.isStale}>
      <header className="present-head">
        <h1>{race.name}</h1>
        <p className="present-strategy">{name}</p>
      </header>
      {told === null ? (
        <p className="present-words">{sayUntold(answer)}</p>
      ) : (
        <>
          <RaceDiagram
            told={told}
            race={race}
            tags={findTags(desk)}
            step={step}
            until={until}
            label={`${race.name} under ${name}, step ${step} of ${until}`}
          />
          <div className="present-words" aria-live="polite">
            <Headline side={main} />
            <WhySentence told={told} step={step} />
          </div>
        </>
      )}
    </div>
  );
}

function sayUntold({ value, failure }: StorySide['answer']): string {
  if (failure !== null) return failure;
  return value !== null && 'unavailable' in value
    ? `It cannot be run here: ${value.unavailable}.`
    : 'A moment…';
}

function Headline({ side: { told, step, until } }: { readonly side: StorySide }) {
  const last = told?.steps[step - 1];
  const headline = last ? sayHeadline(last) : null;
  return (
    <p className="present-headline">
      <span className="present-count">
        Step {step} of {until}
      </span>
      {headline && (
        <>
          <VerdictMark finding={headline.finding} size={18} /> {headline.words}
        </>
      )}
    </p>
  );
}

function followOrder(order: Order, { lab, results }: RaceDesk, { told, step, until }: StorySide): void {
  const { goTo, choose, follow, openRace, race, schedule, strategy } = lab.getState();
  switch (order) {
    case 'next-race':
    case 'last-race': {
      const places = results.state().flatMap((entry) => (entry.race === null ? [] : [entry.at]));
      const now = race?.kind === 'kept' ? race.at : undefined;
      const at = turn(places, now, order === 'next-race' ? 1 : -1);
      if (at !== undefined && at !== now) openRace({ kind: 'kept', at }, { step: 0 });
      return;
    }
    case 'next-strategy':
    case 'last-strategy':
      // The same schedule under the other strategy: what differs is what the strategy does.
      if (schedule === null && told !== null) follow({ strategy, order: told.order }, step);
      choose(turn(STRATEGY_IDS, strategy, order === 'next-strategy' ? 1 : -1) ?? strategy);
      return;
    case 'leave':
      return;
    default: {
      const wanted = { next: step + 1, back: step - 1, first: 0, last: until }[order];
      if (told !== null) goTo(Math.min(until, Math.max(0, wanted)));
    }
  }
}
