import { useMemo, useSyncExternalStore } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { serialiseModel } from '../../model/serialise.ts';
import { useLesson } from './use-lesson.ts';

/** Where the learner has changed the board that a step tells of: says so, and offers to put it back. */
export function PutBack({ start }: { readonly start: JsonObject }) {
  const { board } = useLesson().parts;
  const document = useSyncExternalStore(board.listen, () => board.state().document);
  const isAsAtStart = useMemo(() => readMeaning(document) === readMeaning(start), [document, start]);
  if (isAsAtStart) return null;
  const putBack = () =>
    board.edit('Put the lesson’s board back', (now) => ({
      ...start,
      name: now['name'] ?? start['name'] ?? '',
    }));
  return (
    <p className="lesson-put-back">
      You have changed this board, and the step is about the board as it was.{' '}
      <button className="link-button" type="button" onClick={putBack}>
        Put it back
      </button>
    </p>
  );
}

/** What a document means: all of it but its name, and where its notes lie. */
function readMeaning(document: JsonObject): string {
  return serialiseModel({ ...document, name: '', canvas: {} });
}
