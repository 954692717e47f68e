import { setAt } from '../../../board/edits/set-at.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { GivenEvent } from '../../../model/schema.ts';
import type { Deed, Lesson } from '../lesson.ts';
import { addMigrationOnce } from './add-migration-once.ts';

const DEPOSIT = 'A deposit while interest is calculated';
const COUNTERS = 'Two counters, two accounts';
/** The accounts that there are where the log begins. */
const ACCOUNTS: readonly GivenEvent[] = [
  { event: 'AccountOpened', data: { accountId: 'a1', owner: 'Ada' } },
  { event: 'AccountOpened', data: { accountId: 'a2', owner: 'Ben' } },
];
/** The currency of all that is new, as an expression. */
const EURO = "'EUR'";
const ON_DEPOSIT = ['readModels', 'Balances', 'on', 'MoneyDeposited'];
const PLAIN = '{"accountId": state.accountId, "owner": state.owner, "balance": state.balance + event.amount}';
/** It cannot be worked out for an account that is not in the list. */
const WITH_BRANCH =
  '{"accountId": state.accountId, "owner": state.owner, "balance": state.balance + event.amount, "branch": {"a1": "north"}[event.accountId]}';

export const interest: Lesson = {
  id: 'interest',
  boards: {
    main: {
      file: 'interest.ambit.json',
      prepare: (document) => setAt(document, ON_DEPOSIT, WITH_BRANCH),
    },
  },
  rules: {
    AllBalances: { holds: 'a1 holds {balances.0.balance}, a2 holds {balances.1.balance}' },
    BalanceCovers: { holds: 'the account holds {balance}' },
    AccountIsOpen: { holds: 'the account is open', fails: 'there is no such account' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'A question about everybody',
      text: [
        'Customers pay in and draw money all day. Once a quarter the bank calculates interest: for that it reads the balance of *every* account.',
        'People tried to cut the bank into [aggregate]s. An account is easy to find. But to which one does interest belong?',
      ],
      sight: ['command:CalculateInterest'],
      strategy: 'stream-version',
      places: [
        {
          key: 'constraint:AllBalances',
          says: 'Reads *all* deposits, withdrawals and interest of all accounts.',
        },
        {
          key: 'aggregate:InterestRun',
          says: 'The calculation is kept in a [stream] of its own, one for each period.',
        },
      ],
      after: [],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'A deposit at a bad moment',
      text: [
        'The calculation has read all balances. While it works, a customer pays in 2500.',
        'Under Streams the store asks: has *a stream I write to* grown since I read? The deposit writes to the stream of the account, the calculation to that of the period.',
      ],
      select: ['command:CalculateInterest'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: DEPOSIT, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: [
        'Two streams, and neither had grown. Interest is owed on a balance that is no longer right, and nobody is told.',
        'No rule is broken here: it is no crime to owe the wrong amount. It is just wrong, because by now the decision would be another one. That is a *missed conflict*.',
      ],
    },
    {
      kind: 'predict',
      id: 'one-log',
      tab: 'One log',
      title: 'Everything in one line',
      text: [
        'One way out: look at the [log] as a whole. *One log (version)* stops a write when anything at all was added since the read. *One log (lock)* lets only one command at a time read and write; the others wait.',
      ],
      select: ['command:CalculateInterest'],
      strategy: 'log-lock',
      ask: 'Can the deposit still slip past the calculation?',
      question: {
        kind: 'share',
        race: DEPOSIT,
        strategy: 'log-lock',
        finding: 'missedConflict',
      },
      after: [
        'Never. With the whole log locked, every command decides as if it were alone. That is as simple as it gets, and easy to trust.',
      ],
    },
    {
      kind: 'predict',
      id: 'price',
      tab: 'Price',
      title: 'And what it costs',
      text: ['Two customers at two counters pay into two accounts. They have nothing in common.'],
      select: ['command:DepositMoney'],
      strategy: 'log-lock',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: COUNTERS, strategy: 'log-version' },
          { race: COUNTERS, strategy: 'log-lock' },
          { race: COUNTERS, strategy: 'stream-version' },
          { race: COUNTERS, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'falseConflict', 'needlessWait', 'safe'],
      },
      after: [
        'The price of one log is how much can happen at once. Every write stands in line behind every other, whether they have to do with each other or not.',
      ],
    },
    {
      kind: 'race',
      id: 'again',
      tab: 'Again',
      title: 'Stopped, then answered',
      text: [
        'Two withdrawals from one account, and the money covers one. Whoever is stopped *tries again*: reads anew, and decides anew.',
      ],
      select: ['command:WithdrawMoney'],
      strategy: 'log-version',
      scene: {
        race: 'Two withdrawals, tried again',
        strategy: 'log-version',
        order: [0, 1, 0, 1, 1],
      },
      after: [
        'The second customer is told at once that the money does not cover it. Being stopped was not the end, only a detour.',
      ],
    },
    {
      kind: 'live',
      id: 'whole',
      tab: 'Whole',
      title: 'All of it, or nothing',
      text: [
        'This board has a real [log], kept in your browser. `Balances` is a [read model]: it is written *together with* the event, or neither is.',
        'Here it also looks up the branch of each account in a list. Somebody forgot account a2.',
      ],
      select: ['readModel:Balances'],
      sight: ['event:MoneyDeposited', 'command:DepositMoney'],
      strategy: 'log-lock',
      given: ACCOUNTS,
      acts: [
        { id: 'a1', label: 'Pay 100 into a1', deeds: [pay('a1', 100)], after: 0 },
        { id: 'a2', label: 'Pay 100 into a2', deeds: [pay('a2', 100)], after: 1 },
        {
          id: 'repair',
          label: 'Repair Balances',
          deeds: [{ kind: 'edit', edit: repairBalances }],
          after: 2,
        },
        {
          id: 'anew',
          label: 'Make it anew from the log',
          deeds: [{ kind: 'rebuild', readModel: 'Balances' }],
          after: 3,
        },
        { id: 'retry', label: 'Pay 100 into a2, again', deeds: [pay('a2', 100)], after: 4 },
      ],
      checks: [
        {
          says: 'A deposit into a1 is stored',
          fact: { kind: 'logged', event: 'MoneyDeposited', least: 1 },
        },
        { says: 'The one into a2 left nothing behind, not even its event', fact: { kind: 'rolledBack' } },
        {
          says: 'What stands in `Balances` was made the old way',
          fact: { kind: 'stale', readModel: 'Balances' },
        },
        {
          says: '`Balances` is level with the log again',
          fact: { kind: 'level', readModel: 'Balances', rows: 2 },
        },
        {
          says: 'The deposit into a2 is stored, too',
          fact: { kind: 'logged', event: 'MoneyDeposited', least: 2 },
        },
      ],
      readModels: ['Balances'],
      systems: [],
      view: 'readModels',
      after: [
        'Whoever paid in was told at once, and no half of it stayed behind. Thrown away and made anew from the log, the balances came out the same.',
      ],
    },
    {
      kind: 'live',
      id: 'once',
      tab: 'Once',
      title: 'A letter is sent once',
      text: [
        'When interest is credited, the owner gets a letter. The wish for it is stored with the event, as a task. Whoever does tasks does each one *once*.',
        'Making a read model anew reads all old events again. Will Ada get a second letter?',
      ],
      select: ['externalSystem:NoticeService'],
      sight: ['policy:TellTheOwner', 'event:PayoutNoticeRequested'],
      strategy: 'log-lock',
      given: [...ACCOUNTS, deposited('a1', 10_000)],
      acts: [
        {
          id: 'calculate',
          label: 'Calculate 2 % interest',
          deeds: [
            {
              kind: 'issue',
              command: { command: 'CalculateInterest', data: { period: '2024-Q1', ratePercent: 2 } },
            },
          ],
          after: 0,
        },
        {
          id: 'credit',
          label: 'Credit it to a1',
          deeds: [
            {
              kind: 'issue',
              command: { command: 'CreditInterest', data: { accountId: 'a1', period: '2024-Q1' } },
            },
          ],
          after: 1,
        },
        {
          id: 'rebuild',
          label: 'Make Balances anew from the log',
          deeds: [{ kind: 'rebuild', readModel: 'Balances' }],
          after: 2,
        },
      ],
      checks: [
        {
          says: 'What is owed is written down',
          fact: { kind: 'logged', event: 'InterestCalculated', least: 1 },
        },
        { says: 'One letter has gone out', fact: { kind: 'done', system: 'NoticeService', times: 1 } },
        { says: 'All old events were read again', fact: { kind: 'acted', act: 'rebuild' } },
        {
          says: '`Balances` is level with the log',
          fact: { kind: 'level', readModel: 'Balances', rows: 2 },
        },
        { says: 'Still one letter', fact: { kind: 'done', system: 'NoticeService', times: 1 } },
      ],
      readModels: ['Balances'],
      systems: ['NoticeService'],
      view: 'sideEffects',
      after: [
        'Balances may be worked out as often as one likes. A letter may not. That is why tasks stand beside the log, with a note of what is done.',
      ],
    },
    {
      kind: 'live',
      id: 'doom',
      tab: 'Doom',
      title: 'An event of doom',
      text: [
        'The bank goes abroad: every deposit shall name its currency. But old deposits lie in the log, and they name none.',
        'An event that fails when it is read again is called an *event of doom*. Ambit reads the whole log again after each change of the model, and finds it early.',
      ],
      select: ['event:MoneyDeposited'],
      strategy: 'log-lock',
      given: [...ACCOUNTS, deposited('a1', 10_000)],
      acts: [
        {
          id: 'currency',
          label: 'Let every deposit name its currency',
          deeds: [{ kind: 'edit', edit: addCurrency }],
          after: 0,
        },
        {
          id: 'fill',
          label: 'Fill it in where it is missing',
          deeds: [{ kind: 'edit', edit: fillCurrency }, { kind: 'migrate' }],
          after: 1,
        },
      ],
      checks: [
        {
          says: 'The first event that no longer fits is found',
          fact: { kind: 'doom', isFound: true },
        },
        { says: 'The stored deposits were changed', fact: { kind: 'acted', act: 'fill' } },
        { says: 'Every event fits again', fact: { kind: 'doom', isFound: false } },
      ],
      readModels: [],
      systems: [],
      view: 'migrations',
      after: [
        'A change of stored events is called a migration. The originals are kept, so that it can be undone: in the lab you find it under *Migrations*.',
      ],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      home: [
        'One log misses nothing and is easy to reason about.',
        'Its price is how much can happen at once: strangers stop each other, or wait for each other.',
        'Whoever is stopped can try again. The answer comes a little later, and it is a true one.',
        'What is worked out from events can be made anew. What went outside cannot: it is done once.',
      ],
      next: 'unique-email',
    },
  ],
};

function pay(accountId: string, amount: number): Deed {
  return { kind: 'issue', command: { command: 'DepositMoney', data: { accountId, amount } } };
}

function deposited(accountId: string, amount: number): GivenEvent {
  return { event: 'MoneyDeposited', data: { accountId, amount } };
}

function repairBalances(document: JsonObject): JsonObject {
  return setAt(document, ON_DEPOSIT, PLAIN);
}

/** Each deposit names its currency, and whatever makes one says which. */
function addCurrency(document: JsonObject): JsonObject {
  const typed = setAt(document, ['events', 'MoneyDeposited', 'fields', 'currency'], 'string');
  const paid = setAt(
    typed,
    ['commands', 'DepositMoney', 'emits'],
    [{ event: 'MoneyDeposited', data: { currency: EURO } }],
  );
  return setAt(paid, ['commands', 'TransferMoney', 'emits', 1, 'data', 'currency'], EURO);
}

function fillCurrency(document: JsonObject): JsonObject {
  return addMigrationOnce(document, {
    name: 'Old deposits were in euros',
    change: 'fill',
    event: 'MoneyDeposited',
    field: 'currency',
    value: 'EUR',
  });
}
