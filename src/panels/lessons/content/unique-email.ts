import { setOwner } from '../../../board/edits/membership.ts';
import type { Lesson } from '../lesson.ts';

const PER_USER = 'One address, a stream per user';
const PER_ADDRESS = 'One address, a stream per address';
const MOVING = 'Moving to an address that somebody registers';
const TWO_WINDOWS = 'A new name and a new address';

export const uniqueEmail: Lesson = {
  id: 'unique-email',
  boards: { main: { file: 'unique-email.ambit.json' } },
  rules: {
    EmailIsFree: { holds: 'the address is free', fails: 'the address is taken' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'Nobody shares an address',
      text: [
        'Whoever registers gives an e-mail address, and no address may have two owners. It sounds like the simplest rule in the world.',
        'Events of a user are kept in a [stream] of that user. But the rule is not about one user. It is about all of them.',
      ],
      sight: ['command:RegisterUser'],
      strategy: 'stream-version',
      places: [
        { key: 'constraint:EmailIsFree', says: 'Reads all events about the *same address*, of any user.' },
        { key: 'aggregate:User', says: 'One stream for each user: `User-u1`, `User-u2` and so on.' },
      ],
      after: [],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'Two people, one address',
      text: [
        'Ada and Ben register the same address in the same second. Each is a new user with a new stream.',
        'The store asks: has *a stream I write to* grown since I read?',
      ],
      select: ['command:RegisterUser'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: PER_USER, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: ['Both wrote to a stream that did not even exist before. The address has two owners.'],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'Nobody was watching the address',
      text: ['Each of them looked, and saw that the address was free. Then both wrote.'],
      select: ['command:RegisterUser'],
      strategy: 'stream-version',
      scene: { race: PER_USER, strategy: 'stream-version', order: [0, 1, 1, 0] },
      after: ['To look first is no protection. What counts is what is checked *at the moment of writing*.'],
    },
    {
      kind: 'predict',
      id: 'interim',
      tab: 'Interim',
      title: 'A stream for the address',
      text: [
        'Here is a trick for stores that only know streams: the address gets a stream of its own, named after it. Whoever registers first *claims* it there; a second event then tells the user’s stream.',
      ],
      select: ['command:ClaimEmail'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: PER_ADDRESS, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: [
        'Both want to write to the same stream, and it has grown. The second is stopped, rightly. The price is a second step, and a question on the board: how long may a claim last when that step never comes?',
      ],
    },
    {
      kind: 'predict',
      id: 'tags',
      tab: 'Tags',
      title: 'One event, two tags',
      text: [
        'Under Tags no trick is needed. `UserRegistered` carries the tag of the user and the tag of the address, and the rule asks for the address.',
        'And what when one member changes name and address in two windows?',
      ],
      select: ['event:UserRegistered'],
      strategy: 'tag-condition',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: PER_USER, strategy: 'stream-version' },
          { race: PER_USER, strategy: 'tag-condition' },
          { race: TWO_WINDOWS, strategy: 'stream-version' },
          { race: TWO_WINDOWS, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'A stream is one way to cut the log, and only one. It is too narrow for the address and too wide for the name, both at once.',
      ],
    },
    {
      kind: 'look',
      id: 'identity',
      tab: 'Identity',
      title: 'One id, many answers',
      text: [
        'The same user is a member for the accounts, a reader for the newsletter and a customer for billing. Each of these has its own events about the same id. None of them owns it.',
      ],
      places: [
        {
          key: 'event:MemberJoined',
          says: 'Seen from outside: a small event that others may rely on. What it was made from stays inside.',
        },
        {
          key: 'externalSystem:BillingProvider',
          says: 'Another company has customer numbers of its own. A gateway keeps the two kinds of number apart.',
        },
      ],
      after: [],
    },
    {
      kind: 'change',
      id: 'yours',
      tab: 'Yours',
      title: 'Let the address see it',
      text: [
        'People also *move* to another address, and somebody else may register it in the same second. The claim does not help: moving does not claim anything. Let the frame of the address own what happens to addresses.',
      ],
      select: ['aggregate:EmailAddress'],
      strategy: 'stream-version',
      task: 'Let the frame *EmailAddress* own `UserRegistered` and `EmailChanged` as well.',
      ways: [
        'With the frame EmailAddress selected, go to *Its events* in the inspector, choose *Add an event*, and pick one after the other. User keeps them, too.',
      ],
      checks: [
        {
          says: 'EmailAddress owns `UserRegistered`',
          fact: { kind: 'owned', event: 'UserRegistered', aggregate: 'EmailAddress', isOwned: true },
        },
        {
          says: 'EmailAddress owns `EmailChanged`',
          fact: { kind: 'owned', event: 'EmailChanged', aggregate: 'EmailAddress', isOwned: true },
        },
        {
          says: 'Under Streams nobody moves to a taken address any more',
          fact: {
            kind: 'shows',
            race: MOVING,
            strategy: 'stream-version',
            finding: 'missedConflict',
            isShown: false,
          },
        },
      ],
      solution: {
        label: 'EmailAddress owns UserRegistered and EmailChanged',
        edit: (document) =>
          setOwner(
            setOwner(document, 'UserRegistered', 'EmailAddress', true),
            'EmailChanged',
            'EmailAddress',
            true,
          ),
      },
      after: [
        'Each of these events is now kept in two streams, and both are guarded. It holds only where a store writes several streams in one go: under *Streams (saga)* the same race can leave half a change behind.',
      ],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      home: [
        'A rule about all instances is not inside any one of them.',
        'Streams can keep it by a stream named after the value. It costs a second step, or a second copy.',
        'With tags it is one event, and the rule asks for the value.',
      ],
      next: 'locked-issue',
    },
  ],
};
