import type { Board } from '../../board/board.ts';
import { addElement } from '../../board/edits/add-element.ts';
import { addRace } from '../../board/edits/races.ts';
import type { ElementKey } from '../../board/element-key.ts';
import type { Hit } from '../../exploration/matrix-result.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { JsonObject } from '../../lib/json.ts';

/** Keeps a case as a race of the board, and returns its place among them. */
export function keepHit(
  board: Pick<Board, 'edit'>,
  { race }: Hit,
  commands: readonly [string, string],
  pattern: string,
): number {
  let at = 0;
  const name = `${commands[0]} and ${commands[1]}: ${pattern}`;
  board.edit(`Keep the race “${name}”`, (document) => {
    const added = addRace(document, { ...(race as JsonObject), name });
    at = added.at;
    return added.document;
  });
  return at;
}

/** Puts what a case raises on the board as an open question, and selects it. */
export function markHotspot(
  { board, desk }: Pick<LabParts, 'board' | 'desk'>,
  commands: readonly [string, string],
  pattern: string,
  finding: string,
  strategy: string,
): void {
  const [one, other] = commands;
  const name = one === other ? `${one} twice: ${pattern}?` : `${one} and ${other}: ${pattern}?`;
  const description = `${strategy} shows a ${finding} here. Is that meant, or is a constraint missing?`;
  addHotspot({ board, desk }, name, description);
}

/** Asks on the board whether the same fact may be written twice. */
export function markRepeat(
  parts: Pick<LabParts, 'board' | 'desk'>,
  [one, other]: readonly [string, string],
): void {
  const name = one === other ? `May ${one} happen twice?` : `May ${one} and ${other} say the same?`;
  addHotspot(parts, name, 'They can write the same fact twice, and no constraint forbids it.');
}

function addHotspot(
  { board, desk }: Pick<LabParts, 'board' | 'desk'>,
  name: string,
  description: string,
): void {
  let key: ElementKey = 'hotspot:';
  board.edit(`Mark “${name}” as a hotspot`, (document) => {
    const added = addElement(document, 'hotspot', { name, definition: { description } });
    key = added.key;
    return added.document;
  });
  desk.getState().select([key]);
}
