import { setOwner } from '../../../board/edits/membership.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Deed, Lesson, Scene } from '../lesson.ts';
import { addMigrationOnce } from './add-migration-once.ts';

const IN_ORDER = 'The money arrives while the customer cancels';
const IN_FINANCE = 'The money arrives in finance while the customer cancels';
const COARSE = 'A new name while the ticket goes out, one coarse event';
const FINE = 'A new name while the ticket goes out, fine events';

/** Seats are held while the order is cancelled, and money is asked for afterwards. */
const JOINED: Scene = {
  race: 'The money is asked for while the customer cancels',
  strategy: 'stream-version',
  order: [0, 0, 2, 1, 1, 2],
};

export const ordersSeatsPayment: Lesson = {
  id: 'orders-seats-payment',
  boards: { main: { file: 'orders-seats-payment.ambit.json' } },
  rules: {
    ShowIsOnSale: { holds: '{taken} of {seats} seats taken' },
    OrderStands: { holds: 'the order stands', fails: 'the order is cancelled' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'An order on its way',
      text: [
        'Somebody orders seats for a show. Seats must be held, money collected, a ticket sent. No single part of the system does all of that.',
        'Each [aggregate] decides about its own things only. Lilac notes carry the matter on: *whenever this happened, ask for that*. Together they are called a process manager.',
      ],
      places: [
        { key: 'policy:HoldSeats', says: 'Whenever an order was placed, ask for its seats.' },
        { key: 'policy:AskForMoney', says: 'Whenever seats are held, ask for the money.' },
        { key: 'policy:ConfirmPaidOrder', says: 'Whenever the money came, confirm the order.' },
      ],
      after: [
        'Nothing is undone by force. When something fails, that is an event, too, and somebody reacts.',
      ],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'The last two seats',
      text: [
        'Two orders of two seats each, and two seats are left. Both reach the [stream] of the show in the same second.',
      ],
      select: ['command:ReserveSeats'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: 'The last two seats', strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: [
        'The guard does its work: the second one is stopped, rightly. But its order now hangs in the air. Its seats are neither held nor refused, and no policy hears of it.',
      ],
    },
    {
      kind: 'race',
      id: 'again',
      tab: 'Again',
      title: 'A refusal is a fact, too',
      text: [
        'So the command tries again. It reads anew and sees that no seats are left. It is not an error: it writes down *that the reservation was rejected*.',
      ],
      select: ['command:ReserveSeats'],
      strategy: 'stream-version',
      scene: {
        race: 'The last two seats, tried again',
        strategy: 'stream-version',
        order: [0, 1, 1, 0, 0, 0],
      },
      after: [
        '`SeatReservationRejected` stands in the log. Whoever is interested can react to it, today or years later.',
      ],
    },
    {
      kind: 'race',
      id: 'joins',
      tab: 'Joins',
      title: 'Nobody gave that command',
      text: [
        'Ada’s seats are being held while she cancels. As soon as they are held, a [policy] asks for the money: its [command] joins the [race] as #3. Nobody gave it, and it races all the same.',
      ],
      select: ['policy:AskForMoney'],
      strategy: 'stream-version',
      scene: JOINED,
      after: [
        'The request went to the stream of the payment, which no cancellation touches. Money is asked for an order that is cancelled. Tags stop it.',
      ],
    },
    {
      kind: 'predict',
      id: 'fields',
      tab: 'Fields',
      title: 'One big event, or several small ones?',
      text: [
        'Ada corrects her name while her ticket goes out. The ticket needs the address, and not the name.',
        'It can be written as one event with all details, or as one event for each thing that changed.',
      ],
      select: ['event:DetailsChanged', 'event:NameCorrected'],
      strategy: 'tag-condition',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: COARSE, strategy: 'tag-condition' },
          { race: FINE, strategy: 'tag-condition' },
          { race: FINE, strategy: 'stream-version' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'A big event says *something* changed, and whoever needs a part of it must be careful. Small events say what changed. A guard over a whole stream cannot tell the difference.',
      ],
    },
    {
      kind: 'predict',
      id: 'finance',
      tab: 'Finance',
      title: 'A change of mind: who owns the money?',
      text: [
        'At first an accepted payment was kept with the order. Then finance wanted to answer for it, and the event moved to the frame of the payment.',
        'In both cases the money arrives in the very second in which the customer cancels.',
      ],
      select: ['event:PaymentAccepted', 'event:PaymentAcceptedByFinance'],
      strategy: 'stream-version',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: IN_ORDER, strategy: 'stream-version' },
          { race: IN_FINANCE, strategy: 'stream-version' },
          { race: IN_FINANCE, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'The event moved, and the guard moved with it. Payment and cancellation no longer meet in one stream, and an order can be paid *and* cancelled. Tags do not ask who owns an event.',
      ],
    },
    {
      kind: 'live',
      id: 'waiting',
      tab: 'Waiting',
      title: 'A new reader of an old log',
      text: [
        'This board has a real [log], kept in your browser, and its policies are at work. Watch a chain of them.',
        'Then a change of mind: who is still waiting, all over the theatre? The facts are there: every rejected reservation was written down. A new reader reads the old log.',
      ],
      select: ['event:SeatReservationRejected'],
      sight: ['policy:HoldSeats', 'policy:PutOnWaitingList'],
      strategy: 'stream-version',
      given: [{ event: 'ShowAnnounced', data: { showId: 'hamlet', seats: 2 } }],
      acts: [
        { id: 'ada', label: 'Ada orders two seats', deeds: [order('o1', 'Ada')], after: 0 },
        { id: 'ben', label: 'Ben orders two seats', deeds: [order('o2', 'Ben')], after: 1 },
        {
          id: 'reader',
          label: 'Add a read model of who is waiting',
          deeds: [{ kind: 'edit', edit: addWaiting }],
          after: 2,
        },
      ],
      checks: [
        {
          says: 'Ada’s seats are held, and money is asked for',
          fact: { kind: 'logged', event: 'PaymentRequested', least: 1 },
        },
        {
          says: 'Ben is rejected, and on the waiting list',
          fact: { kind: 'logged', event: 'WaitingListJoined', least: 1 },
        },
        {
          says: 'The newcomer has read the log from its beginning, and has Ben in it',
          fact: { kind: 'level', readModel: 'StillWaiting', rows: 1 },
        },
      ],
      readModels: ['StillWaiting'],
      systems: [],
      view: 'readModels',
      after: ['Additions are easy. The other kind of change is not: when a fact gets a new owner.'],
    },
    {
      kind: 'live',
      id: 'moved',
      tab: 'Moved',
      title: 'What was stored before the move',
      text: [
        'Ada’s payment was accepted when the order still owned that event: it lies in the stream `Order-o1`. Now finance owns it, and looks into the stream `Payment-p-o1`.',
        'New payments go there by themselves. Those stored before the move have to be moved, too.',
      ],
      select: ['event:PaymentAccepted'],
      sight: ['aggregate:Order', 'aggregate:Payment'],
      strategy: 'stream-version',
      given: [
        { event: 'ShowAnnounced', data: { showId: 'hamlet', seats: 2 } },
        { event: 'OrderPlaced', data: { orderId: 'o1', ...seatsOf('Ada') } },
      ],
      acts: [
        { id: 'pay', label: 'Ada pays', deeds: [accept('o1')], after: 1 },
        {
          id: 'own',
          label: 'Give PaymentAccepted to Payment',
          deeds: [{ kind: 'edit', edit: givePaymentAway }],
          after: 2,
        },
        {
          id: 'move',
          label: 'Move what is stored',
          deeds: [{ kind: 'edit', edit: movePayments }, { kind: 'migrate' }],
          after: 3,
        },
      ],
      checks: [
        {
          says: 'Money was asked for',
          fact: { kind: 'logged', event: 'PaymentRequested', least: 1 },
        },
        {
          says: 'The payment lies in the stream of the order',
          fact: { kind: 'stands', event: 'PaymentAccepted', stream: 'Order-o1' },
        },
        { says: 'Payment owns the event', fact: { kind: 'acted', act: 'own' } },
        {
          says: 'The stored payment lies in the stream of the payment',
          fact: { kind: 'stands', event: 'PaymentAccepted', stream: 'Payment-p-o1' },
        },
        { says: 'Every event can still be replayed', fact: { kind: 'doom', isFound: false } },
      ],
      readModels: ['MyOrder'],
      systems: [],
      view: 'migrations',
      after: [
        'Nothing fails on replay, for replay reads the whole log. What breaks is what looks into *one stream*: before the move, finance would have seen no payment. Under Tags there is nothing to move.',
      ],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      home: [
        'A long matter is a chain of small decisions. Each is guarded on its own, and policies carry it on.',
        'Write refusals down as events, and somebody can react to them.',
        'Under Streams, moving an event to another owner also moves its guard. Under Tags an event has no owner.',
      ],
      next: 'confirmation-mail',
    },
  ],
};

/** The seats that somebody orders, all for one show. */
function seatsOf(name: string) {
  return { showId: 'hamlet', seats: 2, amount: 40, name, email: `${name.toLowerCase()}@example.org` };
}

function order(orderId: string, name: string): Deed {
  return { kind: 'issue', command: { command: 'PlaceOrder', data: { orderId, ...seatsOf(name) } } };
}

function accept(orderId: string): Deed {
  const data = { paymentId: `p-${orderId}`, orderId };
  return { kind: 'issue', command: { command: 'AcceptPayment', data } };
}

/** A read model that did not exist when the events it reads were written. */
function addWaiting(document: JsonObject): JsonObject {
  return setAt(document, ['readModels', 'StillWaiting'], {
    description: 'Who wanted seats and got none',
    key: 'event.orderId',
    initial: { orderId: '', showId: '', seats: 0 },
    on: {
      SeatReservationRejected: '{"orderId": event.orderId, "showId": event.showId, "seats": event.seats}',
    },
  });
}

function givePaymentAway(document: JsonObject): JsonObject {
  return setOwner(setOwner(document, 'PaymentAccepted', 'Payment', true), 'PaymentAccepted', 'Order', false);
}

function movePayments(document: JsonObject): JsonObject {
  return addMigrationOnce(document, {
    name: 'Payments belong to finance',
    change: 'move',
    event: 'PaymentAccepted',
    aggregate: 'Payment',
    from: 'Order',
  });
}
