import { findBreaks } from '../interchange/asyncapi/find-breaks.ts';
import { writeAsyncApi } from '../interchange/asyncapi/write-asyncapi.ts';
import { countOf } from '../lib/format-number.ts';
import type { Json } from '../lib/json.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printLines } from './print.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

export interface AsyncApiOptions {
  readonly file: string;
  /** The document that was exported last. */
  readonly against?: string;
}

/** `ambit asyncapi`: the published interface of a model, or in what way it breaks the one that was exported. */
export async function exportAsyncApi({ file, against }: AsyncApiOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(file, io);
  if (compiled === null) return EXIT.unusable;
  const document = writeAsyncApi(compiled.model);
  if (against === undefined) {
    io.out(`${JSON.stringify(document, null, 2)}\n`);
    return code;
  }
  const breaks = findBreaks(await readDocument(against, io), document);
  if (typeof breaks === 'string') throw new UsageError(`${against}: ${breaks}`);
  const lines = breaks.map(({ event, message }) => `  ${event}: ${message}`);
  const head =
    breaks.length === 0
      ? 'Nothing breaks: whoever relies on the published events still can.'
      : `${countOf(breaks.length, 'change breaks', 'changes break')} what was published.`;
  printLines(io, [head, ...lines]);
  if (code !== EXIT.fine) return code;
  return breaks.length === 0 ? EXIT.fine : EXIT.failed;
}

async function readDocument(path: string, io: Io): Promise<Json> {
  const bytes = await readInput(path, io);
  if (typeof bytes === 'string') throw new UsageError(bytes);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    throw new UsageError(`${path} is not JSON.`);
  }
}
