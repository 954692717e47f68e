import type { BoardEntry, BoardShelf } from '../board/board.ts';
import type { Services } from './compose.ts';
import { readKept } from './kept.ts';
import { fetchDocument } from './shipped-models.ts';

/** What the first visit opens. */
const FIRST_MODEL = 'course-subscriptions.ambit.json';

/** The board to show when the address names none: the last one, or on the first visit one to look around in. */
export async function findHome({ shelf }: Services): Promise<string> {
  const entries = await readEntries(shelf);
  const present = entries.filter(({ deletedAt }) => deletedAt === null);
  const last = readKept('last-board');
  const home = present.find(({ id }) => id === last) ?? present[0];
  return home?.id ?? shelf.create(await fetchDocument(FIRST_MODEL));
}

/** Makes a board of the model in a link. Rejects with a message for people, and then nothing was made. */
export async function openLink(fragment: string, { shelf }: Services): Promise<string> {
  const { decodeLink } = await import('../interchange/link/decode-link.ts');
  const found = await decodeLink(fragment);
  if (found.kind === 'trouble') throw new Error(found.messages.map(({ message }) => message).join(' '));
  return shelf.create(found.document);
}

/** The boards of this browser, once they are found. */
export function readEntries(shelf: BoardShelf): Promise<readonly BoardEntry[]> {
  return new Promise((resolve) => {
    const look = () => {
      const entries = shelf.entries();
      if (entries === null) return;
      stop();
      resolve(entries);
    };
    const stop = shelf.listen(look);
    look();
  });
}
