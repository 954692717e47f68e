import { readFileSync } from 'node:fs';
import { parseModel } from '../../../../src/model/parse.ts';
import type { Model } from '../../../../src/model/schema.ts';

/** A model that is shipped, such as "course-subscriptions". */
export function readShipped(name: string): Model {
  const url = new URL(`../../../../public/models/${name}.ambit.json`, import.meta.url);
  const { model } = parseModel(readFileSync(url));
  if (model === null) throw new Error(`${name} is no model`);
  return model;
}
