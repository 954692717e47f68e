import { expect, it } from 'vitest';
import { toPast, toRequest } from '../../../../src/board/fixes/tense.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['SubscribeStudent', 'StudentSubscribed'],
  ['DefineCourse', 'CourseDefined'],
  ['ChangeCapacity', 'CapacityChanged'],
  ['RegisterStudent', 'StudentRegistered'],
  ['OpenAccount', 'AccountOpened'],
  ['AddBook', 'BookAdded'],
  ['DepositMoney', 'MoneyDeposited'],
  ['CreditInterest', 'InterestCredited'],
  ['CalculateInterest', 'InterestCalculated'],
  ['LockIssue', 'IssueLocked'],
  ['RemoveItem', 'ItemRemoved'],
  ['CancelOrder', 'OrderCanceled'],
  ['RequestPayment', 'PaymentRequested'],
  ['AcceptPayment', 'PaymentAccepted'],
  ['ReserveSeats', 'SeatsReserved'],
  ['ReleaseSeats', 'SeatsReleased'],
  ['PlaceOrder', 'OrderPlaced'],
  ['CompleteTask', 'TaskCompleted'],
  ['ShipParcel', 'ParcelShipped'],
  ['SubmitForm', 'FormSubmitted'],
  ['CarryBag', 'BagCarried'],
  ['SendTicket', 'TicketSent'],
  ['WithdrawMoney', 'MoneyWithdrawn'],
  ['Pay', 'Paid'],
  ['RenameUser', 'UserRenamed'],
  ['ConfirmEmail', 'EmailConfirmed'],
  ['PublishEdition', 'EditionPublished'],
  ['AssignIssue', 'IssueAssigned'],
];

it.each(PAIRS)('%s leads to %s, and back', (command, event) => {
  expect(toPast(command)).toBe(event);
  expect(toRequest(event)).toBe(command);
});

it('a name that is no such past is recorded, and one without a verb happens', () => {
  expect(toRequest('Reminder')).toBe('RecordReminder');
  expect(toRequest('')).toBe('Record');
  expect(toPast('')).not.toBe('');
});
