import { expect, it } from 'vitest';
import type { Amount, Slot } from '../../../../../src/board/templates/template.ts';
import { saySlot } from '../../../../../src/panels/inspector/constraint/say-slot.ts';
import { proposeState } from '../../../../../src/panels/inspector/constraint/slots/propose-state.ts';

const rest = { label: '', empty: '', isOptional: false, change: () => ({}) } as const;

function sayEvents(...value: readonly string[]): string | null {
  return saySlot({ ...rest, kind: 'events', value, options: [] });
}

function sayAmount(value: Amount): string | null {
  return saySlot({
    ...rest,
    kind: 'amount',
    value,
    options: { fields: [], parameters: [], latestName: 'l' },
  });
}

it('lists names as a person would', () => {
  expect(sayEvents()).toBeNull();
  expect(sayEvents('A')).toBe('A');
  expect(sayEvents('A', 'B', 'C')).toBe('A, B or C');
});

it('says where a number comes from', () => {
  expect(sayAmount({ kind: 'number', number: 0 })).toBe('0');
  expect(sayAmount({ kind: 'parameter', parameter: 'amount', type: 'int' })).toBe('the command’s amount');
  const capacity = (event: string) => ({ event, field: 'capacity' });
  const fields = [capacity('Defined'), capacity('Changed')];
  expect(sayAmount({ kind: 'latest', name: 'c', fields })).toBe('the latest capacity of Defined or Changed');
  expect(sayAmount({ kind: 'latest', name: 'c', fields: [] })).toBeNull();
});

it('says tags, sums, states and choices', () => {
  const key = { tag: 'course', parameter: 'courseId', type: 'string' };
  const slots: readonly Slot[] = [
    { ...rest, kind: 'keys', value: [key, { ...key, tag: 'student' }], options: [] },
    { ...rest, kind: 'fields', value: [{ event: 'Paid', field: 'amount' }], options: [] },
    { ...rest, kind: 'states', value: [{ event: 'Opened', state: 'open' }], options: [] },
    { ...rest, kind: 'choice', value: 'no', options: [{ value: 'no', label: 'has not happened' }] },
    { ...rest, kind: 'texts', value: ['open', 'shut'], options: [] },
    { ...rest, kind: 'text', value: '', options: [] },
  ];
  expect(slots.map(saySlot)).toEqual([
    'course and student',
    'Paid.amount',
    'Opened: open',
    'has not happened',
    'open or shut',
    null,
  ]);
});

it('says where nothing is chosen only that everything counts', () => {
  expect(saySlot({ ...rest, kind: 'keys', value: [], options: [], empty: 'the whole log' })).toBe(
    'the whole log',
  );
});

it('proposes the last word of an event as the state it leads to', () => {
  expect(proposeState('IssueLocked')).toBe('locked');
  expect(proposeState('opened')).toBe('opened');
  expect(proposeState('Größe Geändert')).toBe('geändert');
});
