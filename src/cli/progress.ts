import type { Io } from './io.ts';
import { makeSafe } from './make-safe.ts';

const QUIET_MS = 1000;
const REDRAW_MS = 100;
const REPEAT_MS = 5000;
const PAUSE_MS = 50;
const ERASE_LINE = '\r\u001b[2K';

/**
 * Runs steps to their end and tells how far they are on standard error once they have taken more than a second: on a
 * terminal in one line that is erased afterwards, elsewhere as a line every few seconds. `say` puts progress into words, or has none to say.
 */
export async function runWithProgress<P, R>(
  steps: Generator<P, R>,
  io: Io,
  say: (progress: P) => string | null,
): Promise<R> {
  const start = io.now();
  let lastPause = start;
  let lastShown = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      const now = io.now();
      const isDue = now - start > QUIET_MS && now - lastShown >= (io.errIsTty ? REDRAW_MS : REPEAT_MS);
      const text = isDue ? say(step.value) : null;
      if (text !== null) {
        show(io, text);
        lastShown = now;
      }
      if (now - lastPause >= PAUSE_MS) {
        await io.pause();
        lastPause = io.now();
      }
    }
  } finally {
    if (io.errIsTty && lastShown > start) io.err(ERASE_LINE);
  }
}

function show(io: Io, text: string): void {
  const safe = makeSafe(text, false);
  io.err(io.errIsTty ? `${ERASE_LINE}${safe.slice(0, io.columns - 1)}` : `${safe}\n`);
}
