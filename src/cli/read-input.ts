import type { Io } from './io.ts';

/** A file's bytes, or a sentence that says why they cannot be had. */
export async function readInput(path: string, io: Io): Promise<Uint8Array | string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    return sayFailure(path === '-' ? 'standard input' : path, error);
  }
}

/** Why a file could not be read or written, as a sentence. */
export function sayFailure(what: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `There is no file ${what}.`;
  if (code === 'EISDIR') return `${what} is a folder: name the files in it.`;
  if (code === 'EACCES' || code === 'EPERM') return `The permissions of ${what} do not allow that.`;
  return `${what}: ${error instanceof Error ? error.message : String(error)}.`;
}
