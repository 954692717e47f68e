import type { BoardShelf } from '../../board/board.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Lesson } from '../../panels/lessons/lesson.ts';
import type { LessonEntry } from '../../panels/lessons/lesson-list.ts';
import { NO_PROGRESS } from '../../panels/lessons/progress.ts';
import { readEntries } from '../arrive.ts';
import type { OpenBoard } from '../open-board.ts';
import { fetchDocument } from '../shipped-models.ts';
import { keptProgress } from './kept-progress.ts';

/** A board of a lesson, and its document as it was when the lesson began. */
export interface LessonBoardFound {
  readonly id: string;
  readonly start: JsonObject;
}

/** Boards made on this page: the list of boards may not know them yet. */
const made = new Set<string>();
const underWay = new Map<string, Promise<LessonBoardFound>>();

/** The board of a lesson by its name in it: the one the learner left, or a fresh one. Rejects with a message for people. */
export function findLessonBoard(
  shelf: BoardShelf,
  entry: LessonEntry,
  lesson: Lesson,
  name: string,
): Promise<LessonBoardFound> {
  const key = `${lesson.id} ${name}`;
  const going = underWay.get(key) ?? find(shelf, entry, lesson, name);
  underWay.set(key, going);
  const forget = () => void underWay.delete(key);
  going.then(forget, forget);
  return going;
}

async function find(
  shelf: BoardShelf,
  entry: LessonEntry,
  lesson: Lesson,
  name: string,
): Promise<LessonBoardFound> {
  const start = await makeStart(entry, lesson, name);
  const known = keptProgress.state()[lesson.id]?.boards[name];
  if (known !== undefined && (made.has(known) || (await isOnShelf(shelf, known))))
    return { id: known, start };
  const id = await shelf.create(start);
  made.add(id);
  keptProgress.change(lesson.id, (progress) => ({
    ...progress,
    boards: { ...progress.boards, [name]: id },
  }));
  return { id, start };
}

async function isOnShelf(shelf: BoardShelf, id: string): Promise<boolean> {
  const entries = await readEntries(shelf);
  return entries.some((entry) => entry.id === id && entry.deletedAt === null);
}

/** The document of a lesson's board as it is at the start. */
async function makeStart({ number, title }: LessonEntry, lesson: Lesson, name: string): Promise<JsonObject> {
  const { file, prepare, suffix } = lesson.boards[name] ?? lesson.boards.main;
  const document = await fetchDocument(file);
  const called = `Lesson ${number}: ${title}${suffix === undefined ? '' : ` (${suffix})`}`;
  return { ...(prepare?.(document) ?? document), name: called };
}

/** Puts every board of a lesson that was made so far back to its start, as a step that can be undone on the open one. */
export async function restoreBoards(
  shelf: BoardShelf,
  entry: LessonEntry,
  lesson: Lesson,
  opened: OpenBoard,
): Promise<void> {
  const open = opened.board;
  const { boards } = keptProgress.state()[lesson.id] ?? NO_PROGRESS;
  // What a learner did on the logs goes, too: the steps begin with empty ones.
  const { emptyLogs } = await import('./empty-logs.ts');
  await emptyLogs(Object.values(boards), opened);
  for (const [name, id] of Object.entries(boards)) {
    const start = await makeStart(entry, lesson, name);
    const board = id === open.id ? open : await shelf.open(id).catch(() => null);
    board?.edit('Start the lesson over', () => start);
    if (board === null || board === open) continue;
    await board.flush();
    board.close();
  }
}
