import type { Board } from '../../../board/board.ts';
import { raiseQuestion } from '../../../board/edits/raise-question.ts';
import { type ElementKey, findElement, makeKey } from '../../../board/element-key.ts';
import type { Insight } from '../../../history/insights/insight.ts';
import { INSIGHT_WORDS } from '../../../history/words/insight-words.ts';
import type { JsonObject } from '../../../lib/json.ts';

/** The first event of the board that an insight is about; null where it has none of them. */
export function findOnBoard(document: JsonObject, { evidence }: Insight): ElementKey | null {
  const keys = evidence.types.map((type) => makeKey('event', type));
  return keys.find((key) => findElement(document, key) !== undefined) ?? null;
}

/** Puts an insight on the board as an open question beside the event it is about, as one step that can be undone. Returns the question. */
export function askOnBoard(
  board: Pick<Board, 'edit'>,
  { kind, sentence, next }: Insight,
  about: ElementKey,
): ElementKey {
  const name = `${INSIGHT_WORDS[kind].name}: ${about.slice(about.indexOf(':') + 1)}?`;
  let key: ElementKey = 'hotspot:';
  board.edit(`Ask “${name}” on the board`, (document) => {
    const added = raiseQuestion(document, { name, description: `${sentence} ${next}`, about });
    key = added.key;
    return added.document;
  });
  return key;
}
