import { setOwner } from '../../../board/edits/membership.ts';
import type { Lesson } from '../lesson.ts';

const IN_ORDER = 'The money arrives while the customer cancels';
const IN_FINANCE = 'The money arrives in finance while the customer cancels';
const COARSE = 'A new name while the ticket goes out, one coarse event';
const FINE = 'A new name while the ticket goes out, fine events';

export const ordersSeatsPayment: Lesson = {
  id: 'orders-seats-payment',
  boards: { main: { file: 'orders-seats-payment.ambit.json' } },
  rules: {
    ShowIsOnSale: { holds: '{taken} of {seats} seats taken' },
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
      kind: 'look',
      id: 'waiting',
      tab: 'Waiting',
      title: 'A change of mind: the waiting list',
      text: [
        'One day the theatre wants a waiting list. The facts are all there: every rejected reservation was written down. A new reader reads an old log.',
      ],
      select: ['event:SeatReservationRejected'],
      places: [
        {
          key: 'event:SeatReservationRejected',
          says: 'Written since the first day, for nobody in particular.',
        },
        { key: 'policy:PutOnWaitingList', says: 'The newcomer. Nothing else had to change for it.' },
      ],
      after: ['Additions are easy. The other kind of change is not: when a fact gets a new owner.'],
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
      kind: 'change',
      id: 'yours',
      tab: 'Yours',
      title: 'Let them meet again',
      text: [
        'Finance keeps its event. But a copy in the stream of the order would let payment and cancellation meet again.',
      ],
      select: ['event:PaymentAcceptedByFinance'],
      strategy: 'stream-version',
      task: 'Let the frame *Order* own `PaymentAcceptedByFinance` as well.',
      ways: [
        'With the event selected, go to *At home in* in the inspector, choose *Give it to an aggregate* and Order. Payment keeps it, too.',
      ],
      checks: [
        {
          says: 'Order owns `PaymentAcceptedByFinance`',
          fact: {
            kind: 'owned',
            event: 'PaymentAcceptedByFinance',
            aggregate: 'Order',
            isOwned: true,
          },
        },
        {
          says: 'Payment owns it, too',
          fact: {
            kind: 'owned',
            event: 'PaymentAcceptedByFinance',
            aggregate: 'Payment',
            isOwned: true,
          },
        },
        {
          says: 'Under Streams no order is paid and cancelled',
          fact: {
            kind: 'shows',
            race: IN_FINANCE,
            strategy: 'stream-version',
            finding: 'missedConflict',
            isShown: false,
          },
        },
      ],
      solution: {
        label: 'Order owns PaymentAcceptedByFinance',
        edit: (document) => setOwner(document, 'PaymentAcceptedByFinance', 'Order', true),
      },
      after: [
        'That helps with new payments. Those that were stored before the move lie in the streams of orders, and until somebody moves them finance has to read both.',
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
