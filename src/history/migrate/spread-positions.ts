import type { StoredRecord } from './stored-record.ts';

/** Positions are whole numbers; the parts of a split stand between them, in steps no finer than this. */
const FINEST = 1 / 1024;

/**
 * Gives the parts of an event their places: the first keeps position and id, the others stand between it and the next
 * event, so that everything else keeps its place and the order of the log stays what it was. Throws a `RangeError`
 * when there is no room left between the two.
 */
export function spreadPositions<T extends StoredRecord>(
  parts: readonly T[],
  { position, id }: T,
  next: number | undefined,
): readonly T[] {
  if (parts.length < 2) return parts;
  const end = Math.min(next ?? Number.POSITIVE_INFINITY, Math.floor(position) + 1);
  // Halves of halves are exact in binary.
  const places = 2 ** Math.ceil(Math.log2(parts.length));
  const step = 2 ** Math.floor(Math.log2((end - position) / places));
  if (step < FINEST)
    throw new RangeError(`There is no room for ${parts.length} parts before position ${end}`);
  return parts.map((part, index) => {
    if (index === 0) return part;
    const place = position + index * step;
    // No two events stand at one position, so that the id is nobody else's.
    return { ...part, position: place, id: `${id}/${place}` };
  });
}
