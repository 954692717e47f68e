import { parseModel } from '../model/parse.ts';
import { serialiseModel } from '../model/serialise.ts';
import { complainAbout } from './complain-about.ts';
import { EXIT, type ExitCode, worstOf } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain, printLines } from './print.ts';
import { readInput, sayFailure } from './read-input.ts';

export interface FormatOptions {
  readonly files: readonly string[];
  /** Change nothing, and say which files would change. */
  readonly check: boolean;
}

/** What is in the text of these would not be in the rewritten file. */
const LOSSY = new Set(['repeated-key', 'number-loses-digits']);

/** `ambit format`: rewrites model files in canonical form; `-` goes from standard input to standard output. */
export async function format(options: FormatOptions, io: Io): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const path of options.files) codes.push(await formatFile(path, options.check, io));
  return worstOf(codes);
}

async function formatFile(path: string, isCheck: boolean, io: Io): Promise<ExitCode> {
  const source = await readInput(path, io);
  if (typeof source === 'string') {
    complain(io, source);
    return EXIT.unusable;
  }
  const { document, diagnostics } = parseModel(source);
  const losses = diagnostics.filter(({ code }) => LOSSY.has(code));
  if (document === null || losses.length > 0) {
    complainAbout(path, document === null ? diagnostics : losses, io);
    if (document !== null) complain(io, `${path} is left as it is: rewriting would lose what is told above.`);
    return EXIT.unusable;
  }
  const text = serialiseModel(document);
  const isSame = text === new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
  if (isCheck) {
    printLines(io, isSame ? [] : [`${path} is not in canonical form`]);
    return isSame ? EXIT.fine : EXIT.failed;
  }
  if (path === '-') io.out(text);
  else if (!isSame) return rewrite(path, text, io);
  return EXIT.fine;
}

async function rewrite(path: string, text: string, io: Io): Promise<ExitCode> {
  try {
    await io.writeFile(path, text);
  } catch (error) {
    complain(io, sayFailure(path, error));
    return EXIT.unusable;
  }
  printLines(io, [`${path} rewritten`]);
  return EXIT.fine;
}
