import { importDcb } from '../interchange/dcb/import-dcb.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Model } from '../model/schema.ts';
import { serialiseModel } from '../model/serialise.ts';
import { chooseName } from './choose-name.ts';
import { complainAbout } from './complain-about.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { guessImport } from './guess-import.ts';
import { importLog } from './import-log.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

interface ImportedFile {
  readonly name: string;
  readonly text: string;
}
type Importer = (files: readonly ImportedFile[]) => {
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
};

const FORMATS = [{ value: importDcb satisfies Importer as Importer, names: ['dcb'] }];

const LOG = { value: 'log', names: ['log'] } as const;

/** The formats that `--from` takes. */
export const FORMAT_NAMES = [...FORMATS, LOG].map(({ names }) => names[0]).join(', ');

export interface ImportOptions {
  /** One chain of documents, in order; or one log. */
  readonly files: readonly string[];
  /** Undefined: as the file looks. */
  readonly from: string | undefined;
  readonly mapping: string | undefined;
  readonly showMapping: boolean;
  readonly name: string | undefined;
}

/** `ambit import`: foreign documents, or a log of events, as one model on standard output; what could not be imported on standard error. */
export async function importFiles(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { files, mapping, showMapping, name } = options;
  const importer = await chooseImporter(options, io);
  if (importer !== 'log') return importDocuments(files, importer, io);
  const [file, another] = files;
  if (file === undefined || another !== undefined)
    throw new UsageError('A log is one file: import one at a time.');
  return importLog({ file, mapping, showMapping, name }, io);
}

/** As `--from` says, or as the file looks. */
async function chooseImporter(
  { files, from, mapping, showMapping }: ImportOptions,
  io: Io,
): Promise<Importer | 'log'> {
  if (from !== undefined) return chooseName<Importer | 'log'>('format', from, [...FORMATS, LOG]);
  if (mapping !== undefined || showMapping) return 'log';
  const [file, another] = files;
  if (file === undefined || another !== undefined) return importDcb;
  const bytes = await readInput(file, io);
  return typeof bytes !== 'string' && guessImport(bytes) === 'log' ? 'log' : importDcb;
}

async function importDocuments(files: readonly string[], importer: Importer, io: Io): Promise<ExitCode> {
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
