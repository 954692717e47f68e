import type { Io } from './io.ts';
import { makeSafe } from './make-safe.ts';

/** Prints lines for people on standard output. */
export function printLines(io: Io, lines: readonly string[]): void {
  if (lines.length === 0) return;
  io.out(makeSafe(`${lines.map((line) => line.trimEnd()).join('\n')}\n`, io.colors));
}

/** Prints one line of JSON on standard output. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}

/** Tells a person on standard error what is wrong. */
export function complain(io: Io, message: string): void {
  io.err(makeSafe(`ambit: ${message}\n`, false));
}
