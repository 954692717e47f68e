import type { Race } from '../../model/schema.ts';
import { createLabDesk, type LabDesk } from '../lab-desk.ts';

/** A race as a link names it: its place and name, or the whole of one that was found and not kept. */
export type RaceReference =
  | { readonly kind: 'kept'; readonly at: number; readonly name: string }
  | { readonly kind: 'found'; readonly race: Race };

/** What of the lab a link reproduces. */
export interface LabView
  extends Pick<
    LabDesk,
    | 'size'
    | 'tab'
    | 'strategy'
    | 'beside'
    | 'schedule'
    | 'step'
    | 'isByHand'
    | 'isPresenting'
    | 'cell'
    | 'load'
    | 'loadBefore'
    | 'historyView'
  > {
  readonly race: RaceReference | null;
}

/** The view of a lab in which nothing was chosen yet; a link leaves out what is as here. */
export const PLAIN_VIEW: LabView = viewOf(createLabDesk().getState(), []);

/** What is shown on a desk; `names` are those of the document's races, in their order. */
export function viewOf(desk: LabDesk, names: readonly string[]): LabView {
  const { size, tab, strategy, beside, schedule, step, isByHand, isPresenting, cell } = desk;
  const { load, loadBefore, historyView } = desk;
  return {
    size,
    tab,
    strategy,
    beside,
    schedule,
    step,
    isByHand,
    isPresenting,
    cell,
    load,
    loadBefore,
    historyView,
    race: refer(desk, names),
  };
}

function refer({ race }: LabDesk, names: readonly string[]): RaceReference | null {
  if (race?.kind !== 'kept') return race;
  const name = names[race.at];
  return name === undefined ? null : { kind: 'kept', at: race.at, name };
}
