import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import { readDocument } from '../../../../src/model/parse.ts';
import type { Model } from '../../../../src/model/schema.ts';

const FILE = new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url);

/** The shipped model of courses and students, which has something of nearly every kind. */
export const COURSES: JsonObject = JSON.parse(readFileSync(FILE, 'utf8'));

/** A document with these sections. */
export function board(sections: JsonObject): JsonObject {
  return { ambit: '1.0', name: 'Board', ...sections };
}

/** The model of a document without faults. */
export function readModel(document: JsonObject): Model {
  const { model, leftOut } = readDocument(document);
  if (model === null || leftOut.length > 0) throw new Error(`Not valid at ${JSON.stringify(leftOut)}`);
  return model;
}

/** The codes of everything that is to be said about a document, but for mere remarks. */
export function listCodes(document: JsonObject): string[] {
  return checkModel(readModel(document))
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);
}
