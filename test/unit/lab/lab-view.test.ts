import { describe, expect, it } from 'vitest';
import { createLabDesk } from '../../../src/lab/lab-desk.ts';
import { findRace, listRaceNames } from '../../../src/lab/view/find-race.ts';
import { type LabView, PLAIN_VIEW, viewOf } from '../../../src/lab/view/lab-view.ts';
import { readView } from '../../../src/lab/view/read-view.ts';
import { sayView } from '../../../src/lab/view/say-view.ts';
import { showView } from '../../../src/lab/view/show-view.ts';
import { writeView } from '../../../src/lab/view/write-view.ts';

const NAMES = ['Last seat', 'Last slot', 'Last seat'];
const LAST_SLOT: LabView = {
  ...PLAIN_VIEW,
  size: 'full',
  race: { kind: 'kept', at: 1, name: 'Last slot' },
  schedule: { strategy: 'stream-version', order: [0, 1, 1, 0] },
  step: 4,
};

describe('a link to a view', () => {
  it('says nothing about what is as it would be anyway', () => {
    expect(writeView(PLAIN_VIEW)).toBe('');
    expect(readView('')).toEqual(PLAIN_VIEW);
  });

  it('can be read by people', () => {
    expect(writeView(LAST_SLOT)).toBe('lab=full&race=2.Last+slot&order=1.2.2.1&step=4');
  });

  it('holds a race that was found, and the strategy a schedule was made under', () => {
    const race = { name: 'Found', given: [], commands: [{ command: 'A', data: { id: 'ä & b' } }] };
    const view: LabView = {
      ...LAST_SLOT,
      strategy: 'tag-condition',
      beside: null,
      race: { kind: 'found', race },
      cell: ['A&B', 'C=D'],
      tab: 'matrix',
      isPresenting: true,
    };
    const text = writeView(view);
    expect(text).toContain('under=tag-condition&beside=none&order=1.2.2.1&of=stream-version');
    expect(readView(text)).toEqual(view);
  });
});

describe('what a link leads to', () => {
  it.each<[Partial<LabView>, string]>([
    [{ size: 'closed' }, 'the board under Streams (version)'],
    [{}, 'the race “Last slot” at step 4'],
    [{ step: null }, 'the race “Last slot”'],
    [{ race: null }, 'the races'],
    [{ race: { kind: 'found', race: { name: 'X' } }, step: 0 }, 'the race “X”'],
    [{ tab: 'matrix' }, 'the matrix'],
    [{ tab: 'matrix', cell: ['A', 'B'] }, 'the pair A × B of the matrix'],
    [{ tab: 'log' }, 'the log'],
  ])('is said in words: %#', (part, words) => {
    expect(sayView({ ...LAST_SLOT, ...part })).toBe(words);
  });
});

describe('what a link cannot mean', () => {
  it.each([
    ['lab=huge&tab=secret&under=magic&beside=%00', PLAIN_VIEW],
    ['step=-1', PLAIN_VIEW],
    ['step=1e9', PLAIN_VIEW],
    ['step=99999', PLAIN_VIEW],
    ['order=1.0.2', PLAIN_VIEW],
    ['order=1.x', PLAIN_VIEW],
    ['order=1..2', PLAIN_VIEW],
    [`order=${'1.'.repeat(100_000)}1`, PLAIN_VIEW],
    ['race=Last+slot', PLAIN_VIEW],
    ['race=0.Last+slot', PLAIN_VIEW],
    ['found=%7B', PLAIN_VIEW],
    ['found=%5B%5D', PLAIN_VIEW],
    ['found={"name":1}', PLAIN_VIEW],
    ['found={"name":"x","commands":[{}]}', PLAIN_VIEW],
    ['found={"name":"x","__proto__":{"a":1}}', PLAIN_VIEW],
    [`found=${'['.repeat(10_000)}`, PLAIN_VIEW],
    ['cell=OnlyOne', PLAIN_VIEW],
    ['%E0%A4%A&&&===', PLAIN_VIEW],
  ])('is left out: %#', (text, view) => {
    expect(readView(text)).toEqual(view);
  });

  it('takes nothing else with it', () => {
    expect(readView(`${writeView(LAST_SLOT)}&under=magic`)).toEqual(LAST_SLOT);
  });
});

describe('the race of a link', () => {
  it('is found by place and name, and by name where it has moved', () => {
    expect(findRace({ kind: 'kept', at: 2, name: 'Last seat' }, NAMES)).toEqual({ kind: 'kept', at: 2 });
    expect(findRace({ kind: 'kept', at: 9, name: 'Last slot' }, NAMES)).toEqual({ kind: 'kept', at: 1 });
    expect(findRace({ kind: 'kept', at: 1, name: 'Gone' }, NAMES)).toBeUndefined();
  });

  it('is listed with an empty name where the document is broken', () => {
    expect(listRaceNames({ races: [{ name: 'A' }, null, { name: 3 }, 'x'] })).toEqual(['A', '', '', '']);
    expect(listRaceNames({ races: 'none' })).toEqual([]);
  });
});

describe('a desk', () => {
  it('shows what the link was made from', () => {
    const lab = createLabDesk();
    expect(showView(lab, LAST_SLOT, NAMES)).toBeNull();
    expect(lab.getState()).toMatchObject({ size: 'full', race: { kind: 'kept', at: 1 }, step: 4 });
    expect(viewOf(lab.getState(), NAMES)).toEqual(LAST_SLOT);
  });

  it('says which race is not there any more, and keeps nothing of its schedule', () => {
    const lab = createLabDesk();
    expect(showView(lab, LAST_SLOT, ['Other'])).toContain('the race “Last slot”');
    expect(lab.getState()).toMatchObject({ size: 'full', race: null, schedule: null, step: null });
  });
});
