import type { Change, Standing } from './command-views.ts';
import type { Contender } from './contender.ts';

/** One command of a race, as far as the other can matter to it. */
interface Side {
  readonly standing: Standing;
  /** What the other's append does to its decision; null when the other appends nothing. */
  readonly change: Change | null;
  /** The types of the other's events for which its guard would stop it. */
  readonly tripping: readonly string[];
}

/**
 * Two commands that race after a past, as far as that can matter to what their race shows: each appends at most once, so
 * what one decides before and after the other's append and by which constraints, and what of it its guard sees, is all
 * there is. Races with equal keys show the same.
 */
export interface Encounter {
  readonly sides: readonly [Side, Side];
  readonly key: string;
}

/**
 * How two contenders meet on their views of a past. Null where one of them goes on after its first append (S6): then
 * more than that can matter. Throws `HomelessEvent`.
 */
export function meet(
  [one, other]: readonly [Contender, Contender],
  [ownView, otherView]: readonly [number, number],
): Encounter | null {
  const first = sideOf(one, ownView, other.views.standingAt(otherView));
  const second = sideOf(other, otherView, one.views.standingAt(ownView));
  if (!isOver(first) || !isOver(second)) return null;
  return { sides: [first, second], key: `${keyOf(first)} ${keyOf(second)}` };
}

function sideOf(contender: Contender, view: number, opponent: Standing): Side {
  const standing = contender.views.standingAt(view);
  contender.guardOf(standing.decision);
  if (opponent.batch === 0) return { standing, change: null, tripping: [] };
  const change = contender.views.changeBy(view, opponent.batch);
  contender.guardOf(change.standing.decision);
  const tripping = standing.batch > 0 ? contender.trippingTypes(standing.decision, opponent.batch) : [];
  return { standing, change, tripping };
}

function isOver({ standing, change }: Side): boolean {
  return standing.isWhole && change?.standing.isWhole !== false;
}

function keyOf({ standing, change, tripping }: Side): string {
  const appends = standing.batch > 0;
  if (change === null) return String(appends);
  const { broken, stale } = change.overtaken ?? NOTHING;
  const names = [tripping, change.causes, broken, stale].map((list) => list.join());
  return `${appends} ${change.verdict} ${change.standing.batch > 0} ${names.join(' ')}`;
}

const NOTHING = { broken: [], stale: [] };
