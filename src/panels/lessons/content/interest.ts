import { getAt, setAt } from '../../../board/edits/set-at.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Lesson } from '../lesson.ts';

const DEPOSIT = 'A deposit while interest is calculated';
const COUNTERS = 'Two counters, two accounts';
/** As many commands as a busy counter has. */
const BUSY = 3;

export const interest: Lesson = {
  id: 'interest',
  boards: { main: { file: 'interest.ambit.json' } },
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
      ],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'Decided on an old picture',
      text: ['No rule is broken here: it is no crime to owe the wrong amount of interest. It is just wrong.'],
      select: ['command:CalculateInterest'],
      strategy: 'stream-version',
      scene: { race: DEPOSIT, strategy: 'stream-version', order: [0, 1, 1, 0] },
      after: [
        'A *missed conflict* need not break a rule. It means that the decision would be another one by now.',
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
      kind: 'change',
      id: 'busy',
      tab: 'Busy',
      title: 'Open a third counter',
      text: [
        'How does it go on when more customers come? Add one more to the [race] and watch what becomes of it.',
      ],
      strategy: 'log-version',
      task: `Add a third deposit to the race *${COUNTERS}*.`,
      ways: [
        'Open the lab below the board. In the menu beside the race choose *Edit*, then *Add a command* and DepositMoney. Let it pay into account a2.',
      ],
      checks: [
        {
          says: 'The race has at least three commands',
          fact: { kind: 'commands', race: COUNTERS, least: BUSY },
        },
        {
          says: 'One log stops somebody for nothing',
          fact: {
            kind: 'shows',
            race: COUNTERS,
            strategy: 'log-version',
            finding: 'falseConflict',
            isShown: true,
          },
        },
        {
          says: 'Tags still let everybody through',
          fact: {
            kind: 'shows',
            race: COUNTERS,
            strategy: 'tag-condition',
            finding: 'falseConflict',
            isShown: false,
          },
        },
      ],
      solution: { label: `Add a deposit to ${COUNTERS}`, edit: addDeposit },
      after: [
        'Only where they come strictly one after the other does one log stop nobody, and with every further counter that gets rarer.',
      ],
    },
    {
      kind: 'look',
      id: 'rebuild',
      tab: 'Rebuild',
      title: 'What one log is good for',
      text: [
        'Where one line is fast enough, it has its charm. Balances are worked out in the same breath as the event is stored, and can be thrown away and worked out again from the log.',
      ],
      places: [
        {
          key: 'readModel:Balances',
          says: 'What can be looked up. Dropped and rebuilt, it comes out the same.',
        },
        {
          key: 'externalSystem:NoticeService',
          says: 'Letters to customers must not be sent again when the log is read again. So they go through a gateway that does each task once.',
        },
        {
          key: 'hotspot:What if a stored event cannot be replayed?',
          says: 'An event that fails when it is read again is best found early, by reading everything again every night.',
        },
      ],
      after: [],
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
      ],
      next: 'unique-email',
    },
  ],
};

function addDeposit(document: JsonObject): JsonObject {
  const races = getAt(document, ['races']);
  const at = Array.isArray(races) ? races.findIndex((_, index) => isCounters(document, index)) : -1;
  const commands = getAt(document, ['races', at, 'commands']);
  if (at < 0 || !Array.isArray(commands) || commands.length >= BUSY) return document;
  const deposit = { command: 'DepositMoney', data: { accountId: 'a2', amount: 50 } };
  return setAt(document, ['races', at, 'commands', commands.length], deposit);
}

function isCounters(document: JsonObject, index: number): boolean {
  return getAt(document, ['races', index, 'name']) === COUNTERS;
}
