import { parsePointer } from '../../model/pointer.ts';

/** A place in a file for people: "events › CourseDefined", or the line as it stands. */
export function sayPlace(place: string): string {
  return place.startsWith('/') ? parsePointer(place).join(' › ') : place;
}
