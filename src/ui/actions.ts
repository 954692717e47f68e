import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';

/** Something a person can do: by its key, in the command palette, and listed in the help. */
export interface Action {
  readonly id: string;
  /** What it does, as an order: "Align left". */
  readonly label: string;
  /** The heading it stands under: "Board", "Notes", "View" … */
  readonly group: string;
  /** Its key, such as `E`, `Mod+K` (Ctrl, or ⌘ on a Mac), `Shift+ArrowLeft`, `Delete`; several are alternatives. */
  readonly keys?: readonly string[];
  /** Where its keys work: anywhere, or only while the focus is on the canvas (or on nothing). */
  readonly scope: 'page' | 'canvas';
  /** Whether its keys work while somebody types into a field. */
  readonly whileTyping?: boolean;
  /** Other words by which the palette finds it. */
  readonly words?: readonly string[];
  /** Not shown in the palette, such as walking with arrow keys. */
  readonly isHidden?: boolean;
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}

export type ActionRegistry = ReturnType<typeof createActionRegistry>;

/** The actions that are there at the moment: the one list behind keyboard, palette and help. */
export function createActionRegistry() {
  const store = createStore<{ readonly actions: readonly Action[] }>()(() => ({ actions: [] }));
  return {
    list: () => store.getState().actions,
    listen: store.subscribe,
    /** Adds actions, and returns how to take them away again. */
    register: (added: readonly Action[]) => {
      store.setState(({ actions }) => ({ actions: [...actions, ...added] }));
      return () =>
        store.setState(({ actions }) => ({ actions: actions.filter((action) => !added.includes(action)) }));
    },
  };
}

/** Offers actions while the component is there. The list must be memoised. */
export function useActions(registry: ActionRegistry, actions: readonly Action[]): void {
  useEffect(() => registry.register(actions), [registry, actions]);
}
