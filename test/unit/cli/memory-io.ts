import type { Io } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The files as the program left them. */
  readonly files: { readonly [path: string]: string };
}

/** Runs the program on files that only exist in memory. Texts of files may be given as the JSON they hold. */
export async function runOn(
  files: { readonly [path: string]: string | object },
  args: readonly string[],
  overrides: Partial<Io> = {},
): Promise<Ran> {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const printed = { out: '', err: '' };
  const io: Io = {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    readFile: async (path) => {
      const content = contents.get(path);
      if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
      return new TextEncoder().encode(content);
    },
    writeFile: async (path, text) => void contents.set(path, text),
    now: () => 0,
    pause: () => new Promise((resume) => setImmediate(resume)),
    colors: false,
    errIsTty: false,
    columns: 100,
    program: 'ambit',
    ...overrides,
  };
  const code = await runCli(args, io);
  return { code, ...printed, files: Object.fromEntries(contents) };
}
