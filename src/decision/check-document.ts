import { checkModel } from '../model/check-model.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { locateDiagnostics } from '../model/locate-diagnostics.ts';
import type { ParsedModel } from '../model/parse.ts';
import { compileModel } from './compile.ts';
import type { CompiledModel } from './compiled-model.ts';

/** A document as far as it can be used, with everything there is to say about it. */
export interface CheckedDocument {
  /** Null when nothing of the document can be used. */
  readonly compiled: CompiledModel | null;
  /** All findings; `at` points into the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and compiles a document that was read. Never fails. */
export function checkDocument(parsed: ParsedModel): CheckedDocument {
  const { model, diagnostics } = parsed;
  if (model === null) return { compiled: null, diagnostics };
  const compiled = compileModel(model);
  const found = locateDiagnostics([...checkModel(model), ...compiled.diagnostics], parsed);
  return { compiled, diagnostics: [...diagnostics, ...found] };
}
