import { compileModel } from '../../../src/decision/compile.ts';
import type { Model, Race } from '../../../src/model/schema.ts';

const MODEL: Model = {
  ambit: '1.0',
  name: 'Booking',
  tags: { room: {}, guest: {} },
  events: {
    Booked: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
    Noted: { fields: { room: 'string' }, tags: { room: 'event.room' } },
  },
  constraints: {
    OneSeat: {
      parameters: { room: 'string' },
      projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } } },
      rule: 'taken < 1',
    },
  },
  commands: {
    Book: { fields: { room: 'string', guest: 'string' }, checks: ['OneSeat'], emits: ['Booked'] },
    Note: { fields: { room: 'string' }, emits: ['Noted'] },
  },
  aggregates: { Room: { id: 'room', events: ['Booked'] }, Guest: { id: 'guest', events: ['Booked'] } },
};

/** Rooms with one seat each; a booking stands in the streams of its room and its guest, a note in none. */
export const booking = compileModel(MODEL);

/** A race of bookings such as `r1 g1`. */
export function bookings(...each: readonly string[]): Race {
  return {
    name: 'Bookings',
    commands: each.map((booked) => {
      const [room = '', guest = ''] = booked.split(' ');
      return { command: 'Book', data: { room, guest } };
    }),
  };
}

/** Two guests and one seat. */
export const LAST_SEAT: Race = bookings('r1 g1', 'r1 g2');
