import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';

/** Tells on standard error what is wrong, a line for each finding; `path` is null where the messages name their file themselves. */
export function complainAbout(path: string | null, diagnostics: readonly Diagnostic[], io: Io): void {
  for (const { severity, code, at, message, position } of diagnostics) {
    const place = position ? `line ${position.line}, column ${position.column}` : at;
    const where = [path ?? '', place].filter(Boolean).join(' ');
    complain(io, `${severity} ${code}${where === '' ? '' : ` at ${where}`}: ${message}`);
  }
}
