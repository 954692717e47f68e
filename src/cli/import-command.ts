import { importDcb } from '../interchange/dcb/import-dcb.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Model } from '../model/schema.ts';
import { serialiseModel } from '../model/serialise.ts';
import { chooseName } from './choose-name.ts';
import { complainAbout } from './complain-about.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { readInput } from './read-input.ts';

interface ImportedFile {
  readonly name: string;
  readonly text: string;
}
type Importer = (files: readonly ImportedFile[]) => {
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
};

const FORMATS = [{ value: importDcb satisfies Importer as Importer, names: ['dcb'] }];

/** The formats that `--from` takes. */
export const FORMAT_NAMES = FORMATS.map(({ names }) => names[0]).join(', ');

export interface ImportOptions {
  /** One chain, in order. */
  readonly files: readonly string[];
  readonly from: string;
}

/** `ambit import`: foreign documents as one model on standard output; what could not be imported on standard error. */
export async function importFiles({ files, from }: ImportOptions, io: Io): Promise<ExitCode> {
  const importer = chooseName('format', from, FORMATS);
  const sources: ImportedFile[] = [];
  for (const path of files) {
    const bytes = await readInput(path, io);
    if (typeof bytes === 'string') {
      complain(io, bytes);
      return EXIT.unusable;
    }
    sources.push({ name: path === '-' ? 'standard input' : path, text: new TextDecoder().decode(bytes) });
  }
  const { model, diagnostics } = importer(sources);
  complainAbout(null, diagnostics, io);
  if (model !== null) io.out(serialiseModel(model as JsonObject));
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return model === null || hasErrors ? EXIT.unusable : EXIT.fine;
}
