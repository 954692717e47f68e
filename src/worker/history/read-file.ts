import type { LogProblem } from '../../history/import/log-row.ts';

/** What takes a file's bytes, such as a survey or an import of it. */
interface FileReader {
  readonly failed: boolean;
  readonly count: number;
  write(bytes: Uint8Array): void;
  fail(problem: LogProblem): void;
}

export interface FileProgress {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

/** Feeds a file, unpacked where it is gzipped, to a reader; `breathe` is called between the pieces. */
export async function readFile(
  file: Blob,
  reader: FileReader,
  breathe: (progress: FileProgress) => Promise<void>,
): Promise<void> {
  let bytes = 0;
  const isPacked = await startsAsGzip(file);
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      controller.enqueue(piece);
    },
  });
  const raw = file.stream().pipeThrough(count);
  const pieces = (
    isPacked ? raw.pipeThrough(new DecompressionStream('gzip') as GzipStream) : raw
  ).getReader();
  try {
    while (!reader.failed) {
      const piece = await readPiece(pieces, isPacked);
      if (piece === null) return;
      if (!(piece instanceof Uint8Array)) return reader.fail(piece);
      reader.write(piece);
      await breathe({ bytes, ofBytes: file.size, rows: reader.count });
    }
  } finally {
    await pieces.cancel().catch(() => {});
  }
}

type GzipStream = TransformStream<Uint8Array, Uint8Array>;

async function startsAsGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function readPiece(
  pieces: ReadableStreamDefaultReader<Uint8Array>,
  isPacked: boolean,
): Promise<Uint8Array | LogProblem | null> {
  try {
    const { done, value } = await pieces.read();
    return done ? null : value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = isPacked
      ? `The file is gzipped, but cannot be unpacked to its end: it was cut off or damaged. Get it again. (${why})`
      : `The browser could not read the file: choose it again. (${why})`;
    return { code: isPacked ? 'packed' : 'cut-off', severity: 'error', message, line: null };
  }
}
