import type { Projector } from '../../src/event-store/projector.ts';

/** The projector of vectors: sums the amounts of events by place; an event without an amount cannot be taken. */
export const sumByPlace: Projector = {
  name: 'sums',
  definition: '1',
  types: ['Added', 'Taken'],
  keysOf: ({ data }) => (typeof data['place'] === 'string' ? [data['place']] : []),
  fold: (value = 0, { type, data }) => {
    const { amount } = data;
    if (typeof amount !== 'number') {
      return { fault: { at: '/amount', expression: 'amount', message: 'There is no amount' } };
    }
    return { value: Number(value) + (type === 'Taken' ? -amount : amount) };
  },
};
