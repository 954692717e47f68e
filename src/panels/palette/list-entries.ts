import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../../board/element-key.ts';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Action } from '../../ui/actions.ts';

/** Something that can be chosen in the palette. */
export type PaletteEntry =
  | {
      readonly id: string;
      readonly type: 'action';
      readonly text: string;
      readonly words: readonly string[];
      readonly action: Action;
    }
  | {
      readonly id: string;
      readonly type: 'element';
      readonly text: string;
      readonly words: readonly string[];
      readonly kind: BoardKind;
      readonly key: ElementKey;
    };

/** The actions that can be done now. */
export function listActions(actions: readonly Action[]): PaletteEntry[] {
  return actions
    .filter(({ isHidden, isEnabled }) => isHidden !== true && isEnabled?.() !== false)
    .map((action) => ({
      id: `do ${action.id}`,
      type: 'action',
      text: action.label,
      words: [action.group, ...(action.words ?? [])],
      action,
    }));
}

/** Everything on the board that has a name, kind by kind. */
export function listElements(document: JsonObject): PaletteEntry[] {
  return KIND_ORDER.flatMap((kind) => {
    const section = getOwn(document, BOARD_SECTIONS[kind]);
    const names = isJsonObject(section) ? Object.keys(section) : [];
    return names.map((name) => {
      const key = makeKey(kind, name);
      const text = readText(isJsonObject(section) ? getOwn(section, name) : undefined);
      return {
        id: key,
        type: 'element' as const,
        text: name,
        words: [KINDS[kind].label, ...text],
        kind,
        key,
      };
    });
  });
}

/** What a person may have written about it, which finds it too. */
function readText(element: unknown): string[] {
  if (!isJsonObject(element as never)) return [];
  const { description, title, text } = element as JsonObject;
  return [description, title, text].filter((value) => typeof value === 'string');
}
