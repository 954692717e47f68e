import { expect, it } from 'vitest';
import { arrowOfDiagnostic } from '../../../../src/board/event-model/arrow-of-diagnostic.ts';
import { listGaps, nameArrow } from '../../../../src/board/event-model/list-gaps.ts';
import { fixesFor } from '../../../../src/board/fixes/fixes.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import type { Model } from '../../../../src/model/schema.ts';

const board = {
  ambit: '1.0',
  name: 'Doors',
  events: { Opened: { fields: { id: 'string', by: 'string' } }, Rung: { fields: {} } },
  commands: {
    Open: { fields: { id: 'string' }, emits: ['Opened'] },
    Ring: { fields: {}, emits: ['Rung'] },
  },
  screens: { Hall: { issues: ['Open', 'Ring'], fields: {} } },
  policies: { Air: { on: ['Rung'], issues: 'Open' } },
  readModels: { Doors: { initial: { id: '' }, on: { Opened: 'state', Rung: 'event.bell' } } },
} as const;
const gaps = (document: JsonObject) => listGaps(document as Model, checkModel(document as Model));

it('each arrow that lacks a field is found with the field', () => {
  expect([...gaps(board)].map(([arrow, missing]) => [arrow, missing.map(({ field }) => field)])).toEqual([
    [nameArrow({ from: 'command:Open', to: 'event:Opened' }), ['by']],
    [nameArrow({ from: 'screen:Hall', to: 'command:Open' }), ['id']],
    [nameArrow({ from: 'policy:Air', to: 'command:Open' }), ['id']],
    [nameArrow({ from: 'event:Rung', to: 'readModel:Doors' }), ['bell']],
  ]);
});

it('every fix mends what it is offered for', () => {
  for (const missing of gaps(board).values()) {
    for (const { diagnostic } of missing) {
      const fixes = fixesFor(diagnostic, board);
      expect(fixes.length).toBeGreaterThan(0);
      for (const { edit } of fixes) {
        const mended = checkModel(edit(board) as Model);
        expect(mended.filter(({ message }) => message === diagnostic.message)).toEqual([]);
      }
    }
  }
});

it('a command that nothing leads to is offered a screen with its fields', () => {
  const { screens: _, policies: __, ...rest } = board;
  const document = { ...rest, slices: [{ name: 'one', kind: 'change' }] };
  const [first] = checkModel(document as Model).filter(({ code }) => code === 'no-source-yet');
  const [fix] = first ? fixesFor(first, document) : [];
  expect(fix?.label).toBe('Add a screen for Open');
  expect(Object.values(fix?.edit(document)['screens'] ?? {})).toEqual([
    { fields: { id: 'string' }, issues: ['Open'] },
  ]);
});

it('a finding about something else is at no arrow', () => {
  const find = (at: string) =>
    arrowOfDiagnostic({ code: 'x', severity: 'error', at, message: '' }, board as Model);
  expect(find('')).toBeNull();
  expect(find('/events/Opened')).toBeNull();
  expect(find('/commands/Open/emits/7')).toBeNull();
  expect(find('/screens/toString/issues/0')).toBeNull();
  expect(find('/policies/Air/on/0')).toEqual({ from: 'event:Rung', to: 'policy:Air' });
});
