import { checkDocument } from '../decision/check-document.ts';
import type { CompiledModel } from '../decision/compiled-model.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { parseModel } from '../model/parse.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';

/** A model file as far as it can be used, with everything there is to say about it. */
export interface LoadedModel {
  /** As it was named on the command line. */
  readonly path: string;
  readonly document: JsonObject | null;
  /** Null when nothing of the file can be used. */
  readonly compiled: CompiledModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, checks and compiles a model file. A file that cannot be read is a diagnostic, too. */
export async function loadModel(path: string, io: Io): Promise<LoadedModel> {
  const source = await readInput(path, io);
  if (typeof source === 'string') {
    const unreadable: Diagnostic = { code: 'cannot-read', severity: 'error', at: '', message: source };
    return { path, document: null, compiled: null, diagnostics: [unreadable] };
  }
  const parsed = parseModel(source);
  return { path, document: parsed.document, ...checkDocument(parsed) };
}

/** Whether a part of the file could not be used. */
export function hasErrors({ diagnostics }: Pick<LoadedModel, 'diagnostics'>): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
