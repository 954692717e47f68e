import { createStore } from 'zustand/vanilla';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { ScheduleChoice } from './engine.ts';
import { type LoadSettings, USUAL_LOAD } from './load/load-settings.ts';
import type { ShownLoad } from './load/shown-load.ts';
import { type MatrixBounds, USUAL_BOUNDS } from './matrix-bounds.ts';

export const LAB_TABS = ['races', 'matrix', 'load', 'log', 'history'] as const;
export type LabTab = (typeof LAB_TABS)[number];

/** What can be seen of what has happened already, in the order of the tab's list. */
export const HISTORY_VIEWS = [
  'contention',
  'insights',
  'readModels',
  'sideEffects',
  'replay',
  'migrations',
  'published',
] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

export const LAB_SIZES = ['closed', 'open', 'full'] as const;

/** A race of the document by its place in `races`, or one that was found and not kept. */
export type RaceChoice =
  | { readonly kind: 'kept'; readonly at: number }
  | { readonly kind: 'found'; readonly race: Race };

/** What one person looks at in the lab; not part of the document and not shared. */
export interface LabDesk {
  readonly size: (typeof LAB_SIZES)[number];
  readonly tab: LabTab;
  /** The strategy everything is shown under: board, race and matrix. */
  readonly strategy: StrategyId;
  /** The strategy beside it in a race; null for none. */
  readonly beside: StrategyId | null;
  readonly race: RaceChoice | null;
  /** The schedule shown; null for a shortest one to the worst that can happen. */
  readonly schedule: ScheduleChoice | null;
  /** How many steps are taken, 0 before the first; null for up to the step that shows what the schedule is shown for. */
  readonly step: number | null;
  readonly isPlaying: boolean;
  /** The schedule is being made by hand: it ends where the person has come to, and is not completed. */
  readonly isByHand: boolean;
  /** Large, without tools, for a room. */
  readonly isPresenting: boolean;
  /** How far the matrix is searched. */
  readonly bounds: MatrixBounds;
  /** The pair of commands whose matrix cell is open. */
  readonly cell: readonly [string, string] | null;
  readonly load: LoadSettings;
  /** The settings that the load is compared with; null for none. */
  readonly loadBefore: LoadSettings | null;
  /** What the load's pictures show now; null before the first one. */
  readonly shownLoad: ShownLoad | null;
  readonly historyView: HistoryView;
  /** The position of the event that the log is asked to show, until it has. */
  readonly soughtEvent: number | null;
  readonly resize: (size: LabDesk['size']) => void;
  readonly show: (tab: LabTab) => void;
  /** Shows everything under a strategy; where it was beside the last one, the two change places. */
  readonly choose: (strategy: StrategyId) => void;
  readonly compare: (strategy: StrategyId | null) => void;
  /** Opens a race at the worst that can happen in it, and the lab with it. */
  readonly openRace: (
    race: RaceChoice,
    at?: { schedule?: ScheduleChoice | null; step?: number | null },
  ) => void;
  readonly widen: (bounds: MatrixBounds) => void;
  readonly openCell: (cell: readonly [string, string] | null) => void;
  readonly changeLoad: (change: Partial<LoadSettings>) => void;
  readonly compareLoad: (before: LoadSettings | null) => void;
  readonly showLoad: (shown: ShownLoad | null) => void;
  readonly lookBack: (view: HistoryView) => void;
  /** Shows an event of the board's log. */
  readonly seekEvent: (position: number) => void;
  /** The log has shown the event that was sought. */
  readonly settleEvent: () => void;
  readonly follow: (schedule: ScheduleChoice | null, step: number | null) => void;
  readonly goTo: (step: number | null) => void;
  readonly play: (isPlaying: boolean) => void;
  readonly makeByHand: (isByHand: boolean) => void;
  readonly present: (isPresenting: boolean) => void;
}

export type LabDeskStore = ReturnType<typeof createLabDesk>;

/** A desk as it is before anything was chosen: the first race, streams beside tags. */
export function createLabDesk() {
  return createStore<LabDesk>()((set, get) => ({
    size: 'closed',
    tab: 'races',
    strategy: 'stream-version',
    beside: 'tag-condition',
    race: { kind: 'kept', at: 0 },
    schedule: null,
    step: null,
    isPlaying: false,
    isByHand: false,
    isPresenting: false,
    bounds: USUAL_BOUNDS,
    cell: null,
    load: USUAL_LOAD,
    loadBefore: null,
    shownLoad: null,
    historyView: 'contention',
    soughtEvent: null,
    resize: (size) => set({ size }),
    show: (tab) => set({ tab, size: get().size === 'closed' ? 'open' : get().size }),
    choose: (strategy) => {
      const { strategy: last, beside } = get();
      // The one that was beside it changes places: two of the same would have nothing to compare.
      set({ strategy, beside: beside === strategy ? last : beside, isPlaying: false });
    },
    compare: (beside) => set({ beside }),
    openRace: (race, { schedule = null, step = null } = {}) =>
      set({
        race,
        schedule,
        step,
        isPlaying: false,
        isByHand: false,
        tab: 'races',
        size: get().size === 'closed' ? 'open' : get().size,
      }),
    widen: (bounds) => set({ bounds }),
    openCell: (cell) => set({ cell }),
    changeLoad: (change) => set({ load: { ...get().load, ...change } }),
    compareLoad: (loadBefore) => set({ loadBefore }),
    showLoad: (shownLoad) => set({ shownLoad }),
    lookBack: (historyView) =>
      set({ historyView, tab: 'history', size: get().size === 'closed' ? 'open' : get().size }),
    seekEvent: (position) =>
      set({
        soughtEvent: position,
        tab: 'log',
        size: get().size === 'closed' ? 'open' : get().size,
      }),
    settleEvent: () => set({ soughtEvent: null }),
    follow: (schedule, step) => set({ schedule, step, isPlaying: false }),
    goTo: (step) => set({ step }),
    play: (isPlaying) => set({ isPlaying }),
    makeByHand: (isByHand) => set({ isByHand, isPlaying: false }),
    present: (isPresenting) => set({ isPresenting }),
  }));
}
