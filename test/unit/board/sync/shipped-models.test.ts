import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMemoryBoard } from '../../../../src/board/sync/memory-board.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import { serialiseModel } from '../../../../src/model/serialise.ts';

const FOLDER = new URL('../../../../public/models/', import.meta.url);

it.each(readdirSync(FOLDER))('%s comes out of a board with the same bytes', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const { document } = parseModel(text);
  expect(serialiseModel(createMemoryBoard(document ?? {}).state().document)).toBe(text);
});
