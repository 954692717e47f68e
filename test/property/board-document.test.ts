import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryBoard } from '../../src/board/sync/memory-board.ts';
import { fillShared, SharedBoard } from '../../src/board/sync/shared-board.ts';
import { SharedReader } from '../../src/board/sync/shared-reader.ts';
import type { Json, JsonObject } from '../../src/lib/json.ts';
import { serialiseModel } from '../../src/model/serialise.ts';
import { randomDocument } from './model/random-document.ts';

const SAVED = { kind: 'saved', at: 0 } as const;
const RUNS = { numRuns: 150 };

/** A few names and values only, so that versions of a document have much in common. */
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 0, -0, 1.5, 1e300, 'a', 'b', '\ud800', ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '1', '__proto__', '#', '\udc00'), tie('value')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((entries): JsonObject => Object.fromEntries(entries)),
  ),
})).value;
const smallDocument = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'canvas', 'slices', '__proto__'), value), {
    maxLength: 5,
    selector: ([key]) => key,
  })
  .map((entries): JsonObject => Object.fromEntries(entries));
const versions = fc.oneof(
  fc.array(smallDocument, { minLength: 2, maxLength: 6 }),
  fc.array(randomDocument, { minLength: 2, maxLength: 4 }),
);

function write(document: Json): string {
  return JSON.stringify(document, (_, part) => (Object.is(part, -0) ? '-0' : part));
}

function openShared(shared: Y.Doc): SharedBoard {
  return new SharedBoard({ id: 'b', shared, saving: SAVED, now: () => 0 });
}

/** What the replica reads as without anything remembered. */
function readAfresh(shared: Y.Doc): string {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
  return write(new SharedReader(copy).read());
}

it('reads as the document of the last edit, with its order of keys, here and after reopening', () => {
  fc.assert(
    fc.property(versions, (documents) => {
      const shared = new Y.Doc();
      const board = openShared(shared);
      for (const document of documents) {
        board.edit('Edit', () => document);
        expect(write(board.state().document)).toBe(write(document));
      }
      expect(readAfresh(shared)).toBe(write(documents.at(-1) ?? {}));
    }),
    RUNS,
  );
});

it('undoing everything and redoing everything goes through the same documents', () => {
  fc.assert(
    fc.property(versions, (documents) => {
      const board = createMemoryBoard(documents[0] ?? {});
      const seen = [write(board.state().document)];
      for (const document of documents.slice(1)) {
        board.edit('Edit', () => document);
        if (write(board.state().document) !== seen.at(-1)) seen.push(write(board.state().document));
      }
      const back = [write(board.state().document)];
      while (board.state().undoLabel !== null) {
        board.undo();
        back.unshift(write(board.state().document));
      }
      expect(back).toEqual(seen);
      const forth = [write(board.state().document)];
      while (board.state().redoLabel !== null) {
        board.redo();
        forth.push(write(board.state().document));
      }
      expect(forth).toEqual(seen);
    }),
    RUNS,
  );
});

it('an edit of one part leaves every other part the same object', () => {
  fc.assert(
    fc.property(smallDocument, fc.constantFrom('a', 'b', 'canvas'), value, (document, key, part) => {
      const board = createMemoryBoard(document);
      const before = board.state().document;
      board.edit('Edit', () => Object.fromEntries([...Object.entries(before), [key, part]]));
      const after = board.state().document;
      const others = Object.keys(before).filter((other) => other !== key);
      expect(others.filter((other) => after[other] !== before[other])).toEqual([]);
      expect(after === before).toBe(write(after) === write(before));
    }),
    RUNS,
  );
});

it('replicas that edit apart, undo and meet again agree', () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.oneof(smallDocument, fc.constantFrom('undo', 'redo', 'meet')),
  });
  fc.assert(
    fc.property(smallDocument, fc.array(step, { maxLength: 12 }), (start, steps) => {
      const first = new Y.Doc();
      fillShared(first, start);
      const replicas = [first, new Y.Doc(), new Y.Doc()];
      const meet = () => {
        const updates = replicas.map((replica) => Y.encodeStateAsUpdate(replica));
        for (const replica of replicas) for (const update of updates) Y.applyUpdate(replica, update);
      };
      meet();
      const boards = replicas.map(openShared);
      for (const { who, what } of steps) {
        const board = boards[who];
        if (what === 'meet') meet();
        else if (what === 'undo') board?.undo();
        else if (what === 'redo') board?.redo();
        else board?.edit('Edit', () => what);
      }
      meet();
      const read = boards.map((board) => write(board.state().document));
      expect(new Set(read).size).toBe(1);
      expect(replicas.map(readAfresh)).toEqual(read);
    }),
    RUNS,
  );
});

it('the file of a board is the file of its document', () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      expect(serialiseModel(createMemoryBoard(document).state().document)).toBe(serialiseModel(document));
    }),
    RUNS,
  );
});
