import { expect, it } from 'vitest';
import { listMoves } from '../../../../src/board/event-model/list-moves.ts';
import { takeMove } from '../../../../src/board/event-model/take-move.ts';

const events = { Opened: {} };
const board = { ambit: '1.0', name: 'Doors', events, commands: { Open: {} }, screens: { Hall: {} } };
const change = { name: 'one', kind: 'change', elements: ['screen:Hall', 'command:Open'] };

it('only the moves of the method are offered', () => {
  expect(listMoves('screen')).toEqual(['command']);
  expect(listMoves('policy')).toEqual(['command']);
  expect(listMoves('command')).toEqual(['event']);
  expect(listMoves('event')).toEqual(['readModel']);
  expect(listMoves('readModel')).toEqual(['screen', 'policy']);
  expect(listMoves('actor')).toEqual([]);
});

it('a command leads to an event in its slice', () => {
  const { document, key } = takeMove({ ...board, slices: [change] }, 'command:Open', 0, 'event');
  const name = key.slice('event:'.length);
  expect(document).toMatchObject({
    commands: { Open: { emits: [name] } },
    slices: [{ ...change, elements: [...change.elements, key] }],
  });
});

it('a read model after an event begins a view', () => {
  const { document, key } = takeMove({ ...board, slices: [change] }, 'event:Opened', 0, 'readModel');
  expect(document['slices']).toEqual([
    change,
    { name: 'New view', kind: 'view', elements: ['event:Opened', key] },
  ]);
});

it('what follows something in no slice begins one at the end', () => {
  const { document, key } = takeMove({ ...board, slices: [change] }, 'screen:Hall', null, 'command');
  expect(document['slices']).toEqual([
    change,
    { name: 'New change', kind: 'change', elements: ['screen:Hall', key] },
  ]);
});

it('a policy after a read model follows its events', () => {
  const doors = { ...board, readModels: { Doors: { on: { Opened: 'state' } } } };
  const { document, key } = takeMove(doors, 'readModel:Doors', null, 'policy');
  expect(document['policies']).toEqual({ [key.slice('policy:'.length)]: { on: ['Opened'] } });
});
