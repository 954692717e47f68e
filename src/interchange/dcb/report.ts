import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { pointer } from '../../model/pointer.ts';

/** A place in one of the imported files: its name and a JSON pointer. */
export interface Place {
  readonly file: string;
  readonly at: string;
}

/** Something read from a file, with the place it was read at. */
export interface Located<T> extends Place {
  readonly value: T;
}

/** The place of a part of what is at `place`. */
export function placeIn(place: Place, ...keys: readonly (string | number)[]): Place {
  return { file: place.file, at: place.at + pointer(...keys) };
}

/** Collects the diagnostics of one import; every message starts with its file, as a pointer alone cannot tell which of them is meant. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Adds a finding; one that was already made word for word at the same place is not repeated. */
  add(place: Place, severity: Severity, code: string, message: string, more: Partial<Diagnostic> = {}): void {
    const said = place.file === '' ? message : `${place.file}: ${message}`;
    const key = JSON.stringify([place, code, message]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#diagnostics.push({ code, severity, at: place.at, message: said, ...more });
  }
}
