import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { parseModel } from '../../model/parse.ts';
import { readJson } from '../../model/read-json.ts';
import { serialiseModel } from '../../model/serialise.ts';
import { importDcb } from '../dcb/import-dcb.ts';
import type { DcbFile } from '../dcb/parse-document.ts';
import { readSvg } from '../svg/read-svg.ts';
import { type Foreign, type ForeignFile, refuse, toRemark } from './foreign.ts';
import { type Format, guessFormat } from './guess-format.ts';

/** A file as somebody gave it. */
export interface GivenFile {
  readonly name: string;
  readonly source: string | Uint8Array;
}

const REMEDIES: Readonly<Record<Exclude<Format, 'json' | 'svg'>, string>> = {
  'web page':
    'This is a web page, not a model: save the model itself from there, as *.ambit.json or as an SVG picture.',
  'other markup': 'This is XML, not a model: Ambit opens *.ambit.json, dcb+json and SVG pictures from Ambit.',
  'PNG picture':
    'This is a PNG picture, which carries no model: export the board as an SVG picture or as JSON instead.',
  'JPEG picture':
    'This is a photo or a JPEG picture, which carries no model: export the board as SVG or as JSON.',
  PDF: 'This is a PDF, not a model: Ambit opens *.ambit.json, dcb+json and SVG pictures from Ambit.',
  archive: 'This is a packed archive: unpack it, and open the files in it.',
  'event log': 'This is an event log, not a model: open a *.ambit.json file here.',
};

/** The sections that only a dcb+json document has. */
const DCB_KEYS = [
  'eventDefinitions',
  'commandDefinitions',
  'commandHandlerDefinitions',
  'projections',
  'meta',
];

/** Reads one file of any kind Ambit knows, as hostile input; never throws and changes nothing. */
export function readForeign(name: string, source: string | Uint8Array): Foreign {
  const read = readOne({ name, source });
  return 'text' in read ? readDcb([read]) : read;
}

/** Reads files given together: each on its own, but dcb+json documents as one model, as they extend one another. */
export function readForeignFiles(files: readonly GivenFile[]): readonly ForeignFile[] {
  const dcbFiles: DcbFile[] = [];
  const results = files.flatMap((file) => {
    const read = readOne(file);
    if (!('text' in read)) return [{ fileName: file.name, ...read }];
    dcbFiles.push(read);
    return [];
  });
  if (dcbFiles.length === 0) return results;
  return [...results, { fileName: dcbFiles.map(({ name }) => name).join(', '), ...readDcb(dcbFiles) }];
}

function readOne({ name, source }: GivenFile): Foreign | DcbFile {
  const format = guessFormat(name, source);
  if (format === 'svg') return readPicture(source);
  if (format !== 'json') return refuse(REMEDIES[format]);
  const { value, diagnostics } = readJson(source);
  if (value === undefined) return { kind: 'trouble', messages: diagnostics.map(toRemark) };
  return isDcb(value) ? { name, text: decode(source) } : readModel(source);
}

function readPicture(source: string | Uint8Array): Foreign {
  const found = readSvg(source);
  return 'refused' in found ? refuse(found.refused) : readModel(found.text);
}

function isDcb(value: Json): boolean {
  return (
    isJsonObject(value) && !Object.hasOwn(value, 'ambit') && DCB_KEYS.some((key) => Object.hasOwn(value, key))
  );
}

function readModel(source: string | Uint8Array): Foreign {
  const { document, model, diagnostics } = parseModel(source);
  if (document === null || model === null) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return { kind: 'trouble', messages: errors.map(toRemark) };
  }
  const prototypes = diagnostics.filter(
    ({ code, at }) => code === 'forbidden-key' && at.endsWith('/__proto__'),
  );
  if (prototypes.length > 0) {
    const messages = prototypes.map((diagnostic) => ({
      place: diagnostic.at,
      message: 'No part of a model may be called "__proto__": rename it, and open the file again.',
    }));
    return { kind: 'trouble', messages };
  }
  return { kind: 'model', document, remarks: diagnostics.map(toRemark) };
}

function readDcb(files: readonly DcbFile[]): Foreign {
  const { model, diagnostics } = importDcb(files);
  if (model === null) return { kind: 'trouble', messages: diagnostics.map(toRemark) };
  const imported = readModel(serialiseModel(model as JsonObject));
  return imported.kind === 'model'
    ? { ...imported, remarks: [...diagnostics.map(toRemark), ...imported.remarks] }
    : imported;
}

function decode(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
