import { createStore } from 'zustand/vanilla';

/** How one person wants a log measured. */
export interface ContentionSettings {
  /** Between read and append, in milliseconds. */
  readonly window: number;
  /** Whose values are streams; null for the one that is proposed. */
  readonly concept: string | null;
  readonly withoutActors: readonly string[];
  readonly withoutConcepts: readonly string[];
  readonly collapse: boolean;
  /** Whether the board's model is mapped on. */
  readonly usesModel: boolean;
}

/** As a log is measured before anything was chosen. */
export const USUAL_CONTENTION: ContentionSettings = {
  window: 10_000,
  concept: null,
  withoutActors: [],
  withoutConcepts: [],
  collapse: true,
  usesModel: false,
};

export interface ContentionDesk {
  /** By the id of the log. */
  readonly settings: { readonly [log: string]: ContentionSettings };
  readonly set: (log: string, settings: ContentionSettings) => void;
}

export type ContentionDeskStore = ReturnType<typeof createContentionDesk>;

/** What one person has chosen for each log, for as long as the board is open. */
export function createContentionDesk() {
  return createStore<ContentionDesk>()((set, get) => ({
    settings: {},
    set: (log, settings) => set({ settings: { ...get().settings, [log]: settings } }),
  }));
}
