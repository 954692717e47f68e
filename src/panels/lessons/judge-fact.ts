import { readSubset } from '../../board/edits/subset.ts';
import { occurs } from '../../exploration/findings.ts';
import type { Exploration } from '../../exploration/result.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import type { Fact } from './lesson.ts';

/** What a fact needs to be known of a race; null for one that is read off the board. */
export function findRaceOf(fact: Fact) {
  return fact.kind === 'shows' ? { race: fact.race, strategy: fact.strategy } : null;
}

/**
 * Whether something is so on a board. `exploration` is what is known of the race that `findRaceOf` names; null where it
 * is not known or the race cannot be run, and then such a fact is not so.
 */
export function judgeFact(fact: Fact, model: Model, exploration: Exploration | null): boolean {
  switch (fact.kind) {
    case 'tagged':
      return Object.hasOwn(getOwn(model.events, fact.event)?.tags ?? {}, fact.tag);
    case 'owned': {
      const owned = getOwn(model.aggregates, fact.aggregate)?.events ?? [];
      return owned.includes(fact.event) === fact.isOwned;
    }
    case 'relaxed':
      return getOwn(model.constraints, fact.constraint)?.consistency === 'relaxed';
    case 'subset': {
      const { tags } = readSubset(model, fact.constraint, fact.event);
      return tags.length === fact.tags.length && fact.tags.every((tag) => tags.includes(tag));
    }
    case 'checked': {
      const checks = getOwn(model.commands, fact.command)?.checks ?? [];
      return checks.some(
        (check) => (typeof check === 'string' ? check : check.constraint) === fact.constraint,
      );
    }
    case 'commands': {
      const race = model.races?.find(({ name }) => name === fact.race);
      return (race?.commands ?? []).length >= fact.least;
    }
    case 'shows':
      return exploration !== null && occurs(exploration, fact.finding) === fact.isShown;
  }
}
