import { readParsed } from '../board/sync/read-parsed.ts';
import type { GivenFile } from '../interchange/foreign/read-foreign.ts';
import type { JsonObject } from '../lib/json.ts';
import { serialiseModel } from '../model/serialise.ts';
import type { Exchange, ReadFile } from '../panels/exchange/exchange.ts';
import { copyText } from './copy-text.ts';
import { download } from './download.ts';
import { makeLink } from './make-link.ts';
import { nameFile } from './name-file.ts';
import { readHead } from './read-head.ts';
import { fetchDocument } from './shipped-models.ts';

/** Larger files are not even read. A picture holds its model, the drawing of it and fonts. */
const MOST_BYTES = 10_000_000;
const MOST_PICTURE_BYTES = 40_000_000;
/** So much tells whether a file is a log. */
const LOG_HEAD = 1 << 18;

/** Documents in and out, by means of the browser. What reads and writes the formats is fetched when it is needed. */
export function makeExchange(): Exchange {
  return {
    readFiles,
    readText: async (text) => {
      const { readForeign } = await import('../interchange/foreign/read-foreign.ts');
      return { fileName: 'What was pasted', ...readForeign('What was pasted', text) };
    },
    fetchShipped: fetchDocument,
    save: async (document, format) => {
      if (format === 'json') {
        download(nameFile(document, 'ambit.json'), 'application/json', [serialiseModel(document)]);
      } else {
        download(nameFile(document, 'md'), 'text/markdown', [await describe(document)]);
      }
    },
    savePicture: async (document, format, theme) => {
      const [{ makePicture }, { writeMetadata }] = await Promise.all([
        import('../canvas/export/make-picture.ts'),
        import('../interchange/svg/write-metadata.ts'),
      ]);
      const { model } = readParsed(document);
      const picture = await makePicture({
        document,
        model,
        format,
        theme,
        metadata: writeMetadata(document),
      });
      download(nameFile(document, format), picture.type, [picture]);
    },
    copyMarkdown: async (document) => {
      await copyText(await describe(document), 'save the Markdown file instead');
    },
    makeLink,
  };
}

async function readFiles(files: readonly File[]): Promise<readonly ReadFile[]> {
  const { readForeignFiles } = await import('../interchange/foreign/read-foreign.ts');
  const refused: ReadFile[] = [];
  const given: GivenFile[] = [];
  const logs: ReadFile[] = [];
  for (const file of files) {
    if (await isLog(file)) {
      logs.push({ kind: 'log', fileName: file.name, file });
      continue;
    }
    const source = findTrouble(file) ?? (await readBytes(file));
    if (typeof source !== 'string') given.push({ name: file.name, source });
    else {
      const messages = [{ place: '', message: source }];
      refused.push({ kind: 'trouble', fileName: file.name, messages });
    }
  }
  return [...logs, ...refused, ...readForeignFiles(given)];
}

/** Whether it is a log by how it begins, also gzipped. What cannot be read is none: that is said when all of it is read. */
async function isLog(file: File): Promise<boolean> {
  try {
    const [{ looksLikeLog }, head] = await Promise.all([
      import('../history/import/looks-like-log.ts'),
      readHead(file, LOG_HEAD),
    ]);
    return looksLikeLog(head);
  } catch {
    return false;
  }
}

function findTrouble({ name, size }: File): string | undefined {
  const most = name.toLowerCase().endsWith('.svg') ? MOST_PICTURE_BYTES : MOST_BYTES;
  return size > most
    ? `The file is larger than ${most / 1_000_000} MB and was not read: a model is far smaller, so this is probably another file.`
    : undefined;
}

/** The bytes of a file, or a sentence why they cannot be had. */
async function readBytes(file: File): Promise<Uint8Array | string> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => 'The browser could not read it: it may be a folder, or have been moved or changed meanwhile.',
  );
}

async function describe(document: JsonObject): Promise<string> {
  const { writeMarkdown } = await import('../interchange/markdown/write-markdown.ts');
  const { model } = readParsed(document);
  if (model === null) throw new Error('The board has no usable model, so there is nothing to describe.');
  return writeMarkdown(model);
}
