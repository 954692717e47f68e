import type { CompiledModel } from '../decision/compiled-model.ts';
import { complainAbout } from './complain-about.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { hasErrors, loadModel } from './load-model.ts';

/** A model to ask something of, with what the program is to answer if that goes well. */
export interface OpenModel {
  readonly compiled: CompiledModel | null;
  readonly code: ExitCode;
}

/** Loads a model; what cannot be used of it is told on standard error, its other findings are `check`'s business. */
export async function openModel(path: string, io: Io): Promise<OpenModel> {
  const loaded = await loadModel(path, io);
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  complainAbout(path, errors, io);
  return { compiled: loaded.compiled, code: hasErrors(loaded) ? EXIT.unusable : EXIT.fine };
}
