import { useStore } from 'zustand';
import { parseKey } from '../../board/element-key.ts';
import type { Canvas } from '../canvas.ts';

/** The command whose boundary is wanted: the one that is selected alone, while nobody types its name. */
export function useSubject({ desk }: Pick<Canvas, 'desk'>): string | null {
  return useStore(desk, ({ selected, selectedArrows, editing }) => {
    const [key, ...others] = selected;
    const only =
      key === undefined || others.length > 0 || selectedArrows.length > 0 ? undefined : parseKey(key);
    return only?.kind === 'command' && editing === null ? only.name : null;
  });
}
