import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { EXIT } from './exit-code.ts';
import type { Io } from './io.ts';

/** As wide as a report gets where nobody says how wide it may be, and at most: longer lines are hard to read. */
const WIDEST = 100;

/** The outside world of a process. From here on Ctrl-C ends it with exit code 130, and so does, with 141, a reader that goes away. */
export function openProcessIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  let input: Promise<Uint8Array> | undefined;
  const readInput = () => {
    input ??= buffer(stdin);
    return input;
  };
  const errIsTty = stderr.isTTY === true;
  stdout.on('error', leaveWhenUnread);
  stderr.on('error', leaveWhenUnread);
  process.on('SIGINT', () => {
    // Whatever progress was being shown goes.
    if (errIsTty) stderr.write('\r\u001b[2K');
    process.exit(EXIT.interrupted);
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readFile: (path) => (path === '-' ? readInput() : readFile(path)),
    writeFile: (path, text) => writeFile(path, text),
    now: () => performance.now(),
    pause: () => new Promise((resume) => setImmediate(resume)),
    colors: hasColors(stdout.isTTY === true, env),
    errIsTty,
    columns: Math.min(stdout.columns || Number(env['COLUMNS']) || WIDEST, WIDEST),
    program: env['npm_lifecycle_event'] === 'ambit' ? 'npm run --silent ambit --' : 'ambit',
  };
}

/** https://no-color.org and https://force-color.org: both count when they are not empty, and no colour wins. */
function hasColors(isTty: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTty && env['TERM'] !== 'dumb';
}

/** `… | head` is no failure of this program, and nothing to make a noise about. */
function leaveWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.unread);
  throw error;
}
