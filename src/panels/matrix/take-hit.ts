import type { Board } from '../../board/board.ts';
import { addRace } from '../../board/edits/races.ts';
import { type Question, raiseQuestion } from '../../board/edits/raise-question.ts';
import { type ElementKey, makeKey } from '../../board/element-key.ts';
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
  parts: Pick<LabParts, 'board' | 'desk'>,
  commands: readonly [string, string],
  pattern: string,
  finding: string,
  strategy: string,
): void {
  const [one, other] = commands;
  const name = one === other ? `${one} twice: ${pattern}?` : `${one} and ${other}: ${pattern}?`;
  const description = `${strategy} shows a ${finding} here. Is that meant, or is a constraint missing?`;
  addHotspot(parts, { name, description, about: makeKey('command', one) });
}

/** Puts an open question on the board, and selects it. */
export function addHotspot({ board, desk }: Pick<LabParts, 'board' | 'desk'>, question: Question): void {
  let key: ElementKey = 'hotspot:';
  board.edit(`Mark “${question.name}” as a hotspot`, (document) => {
    const added = raiseQuestion(document, question);
    key = added.key;
    return added.document;
  });
  desk.getState().select([key]);
}
