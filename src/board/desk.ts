import { createStore } from 'zustand/vanilla';
import type { ElementKey } from './element-key.ts';

/** An arrow of the model: what it goes from and to. Its relation follows from the kinds of its ends. */
export interface ArrowEnds {
  readonly from: ElementKey;
  readonly to: ElementKey;
}

/** What one person looks at and holds; not part of the document and not shared. */
export interface Desk {
  /** Elements selected, in the order they were; the last one leads. */
  readonly selected: readonly ElementKey[];
  readonly selectedArrows: readonly ArrowEnds[];
  /** The note whose name is being typed. */
  readonly editing: ElementKey | null;
  readonly view: 'board' | 'event-model';
  /** The walk through the event model: the index of the slice it has come to; null when nobody walks. */
  readonly walkAt: number | null;
  readonly inspectorIsOpen: boolean;
  readonly select: (keys: readonly ElementKey[], arrows?: readonly ArrowEnds[]) => void;
  readonly startEditing: (key: ElementKey | null) => void;
  readonly show: (view: Desk['view']) => void;
  readonly walkTo: (slice: number | null) => void;
  readonly toggleInspector: (isOpen: boolean) => void;
  /** Asks the canvas to bring an element into view; `nonce` grows with each request. */
  readonly sought: { readonly key: ElementKey; readonly nonce: number } | null;
  readonly seek: (key: ElementKey) => void;
  /** Asks the canvas to show these elements together, or everything where none is named, and to leave the focus where it is. */
  readonly brought: { readonly keys: readonly ElementKey[]; readonly nonce: number } | null;
  readonly bring: (keys: readonly ElementKey[]) => void;
  /** What the board is about at the moment: everything else is dimmed. Null for everything. */
  readonly spotlight: readonly ElementKey[] | null;
  readonly light: (keys: readonly ElementKey[] | null) => void;
}

export type DeskStore = ReturnType<typeof createDesk>;

/** A desk with nothing on it. */
export function createDesk() {
  return createStore<Desk>()((set, get) => ({
    selected: [],
    selectedArrows: [],
    editing: null,
    view: 'board',
    walkAt: null,
    inspectorIsOpen: true,
    sought: null,
    brought: null,
    spotlight: null,
    select: (selected, selectedArrows = []) => set({ selected, selectedArrows }),
    startEditing: (editing) => set({ editing }),
    show: (view) => set({ view, walkAt: null }),
    walkTo: (walkAt) => set(walkAt === null ? { walkAt } : { walkAt, view: 'event-model' }),
    toggleInspector: (inspectorIsOpen) => set({ inspectorIsOpen }),
    seek: (key) =>
      set({ selected: [key], selectedArrows: [], sought: { key, nonce: (get().sought?.nonce ?? 0) + 1 } }),
    light: (spotlight) => set({ spotlight }),
    bring: (keys) => set({ brought: { keys, nonce: (get().brought?.nonce ?? 0) + 1 } }),
  }));
}
