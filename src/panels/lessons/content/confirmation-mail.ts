import { connect, disconnect } from '../../../board/edits/arrows.ts';
import type { Lesson } from '../lesson.ts';

const RULE = 'constraint:MailGoesToCurrentAddress';
const COMMAND = 'command:RequestConfirmationMail';
const TWO_IDS = 'Two workers, two ids';
const ONE_ID = 'Two workers, one id';
const CHANGES = 'The address changes while the mail is asked for';

export const confirmationMail: Lesson = {
  id: 'confirmation-mail',
  boards: {
    main: {
      file: 'confirmation-mail.ambit.json',
      prepare: (document) => disconnect(document, RULE, COMMAND),
    },
  },
  rules: {
    NoMailForThisAddressYet: { holds: 'no mail was asked for yet', fails: 'a mail was asked for already' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'A mail cannot be taken back',
      text: [
        'Whoever registers gets a mail with a link. If the mail went out first and storing failed afterwards, somebody would hold a link to nothing.',
        'So the order is fixed: first the [event] is stored, then the mail goes out.',
      ],
      places: [
        {
          key: 'policy:AskForConfirmation',
          says: 'Whenever there is a new address, ask for a mail to it.',
        },
        {
          key: 'event:ConfirmationMailRequested',
          says: 'The wish is stored like any other fact.',
        },
        {
          key: 'externalSystem:MailGateway',
          says: 'Only then is the mail sent: once, and never again when old events are read again.',
        },
      ],
      after: [],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'Two workers, one registration',
      text: [
        'Two workers see the same registration. Each makes up an id for the mail, and each id has a [stream] of its own: `Mail-m1` and `Mail-m2`.',
        'The store asks: has *a stream I write to* grown since I read?',
      ],
      select: [COMMAND],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: TWO_IDS, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: ['Two ids, two streams, two mails. Ada wonders which link is the right one.'],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'Both were sure to be the first',
      text: ['Each worker looked whether a mail was asked for already. Take the steps one by one.'],
      select: [COMMAND],
      strategy: 'stream-version',
      scene: { race: TWO_IDS, strategy: 'stream-version', order: [0, 1, 1, 0] },
      after: ['And a mail that went out cannot be stopped afterwards.'],
    },
    {
      kind: 'predict',
      id: 'one-id',
      tab: 'One id',
      title: 'Asking twice is asking once',
      text: [
        'An old trick: do not make the id up, make it *from the event*: user and address. Then both workers mean the same mail, whoever comes first.',
      ],
      select: ['policy:AskForConfirmation'],
      strategy: 'stream-version',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: TWO_IDS, strategy: 'stream-version' },
          { race: ONE_ID, strategy: 'stream-version' },
          { race: TWO_IDS, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'With one id the stream of the mail is enough. Under Tags the rule asks for the mails of the *user*, so it does not even depend on the id.',
      ],
    },
    {
      kind: 'look',
      id: 'late',
      tab: 'Late',
      title: 'A view may be a little behind',
      text: [
        'A green note is a [read model]: something to look up, worked out from events. Some are worked out in the same breath as the event is stored. Others follow a moment later.',
      ],
      places: [
        {
          key: 'readModel:MailsUnderway',
          says: 'Written together with the event: it is never behind.',
        },
        {
          key: 'readModel:Profile',
          says: 'Follows after. For a moment it may show the address of yesterday.',
        },
        {
          key: 'note:Wait for the profile',
          says: 'Whoever acts on it waits until it has come as far as the event in question.',
        },
      ],
      after: [],
    },
    {
      kind: 'change',
      id: 'yours',
      tab: 'Yours',
      title: 'Do not trust, ask',
      text: [
        'On this board `RequestConfirmationMail` believes the address it is given. If the profile was behind, the mail goes to the old address, and no guard stops it: a guard only watches what a rule asks for.',
      ],
      select: [COMMAND],
      sight: [RULE],
      strategy: 'tag-condition',
      task: 'Let `RequestConfirmationMail` also check the rule `MailGoesToCurrentAddress`.',
      ways: [
        'Draw an arrow from the rule to the command: pull it from the dot at the note’s side.',
        'Or, with the rule selected on the board, press `L`, type the command’s name and press Enter.',
        'Or, with the command selected, add the rule in the inspector, under *Checks, in this order*.',
      ],
      checks: [
        {
          says: '`RequestConfirmationMail` checks `MailGoesToCurrentAddress`',
          fact: {
            kind: 'checked',
            command: 'RequestConfirmationMail',
            constraint: 'MailGoesToCurrentAddress',
          },
        },
        {
          says: 'Tags stop a mail to an address that has just changed',
          fact: {
            kind: 'shows',
            race: CHANGES,
            strategy: 'tag-condition',
            finding: 'conflict',
            isShown: true,
          },
        },
      ],
      solution: {
        label: 'RequestConfirmationMail checks MailGoesToCurrentAddress',
        edit: (document) => {
          const drawn = connect(document, RULE, COMMAND);
          return 'refused' in drawn ? document : drawn.document;
        },
      },
      after: [
        'Before, every schedule looked safe, because no rule asked for the address. Now the question is asked, and so it is guarded.',
      ],
    },
    {
      kind: 'look',
      id: 'gaps',
      tab: 'Gaps',
      title: '950 of two million',
      text: [
        'After a crash a read model lacked 950 of 2,000,000 events. It did not look broken: most of what it showed was right.',
        'Every event has a position in the log: 1, 2, 3 and so on. A read model that remembers how far it has read can tell that it is behind. One that remembers *which* positions it has read can tell that some are missing.',
      ],
      places: [
        {
          key: 'hotspot:What if the profile has missed events?',
          says: 'It reads what it lacks, or is thrown away and worked out again from position 1.',
        },
        {
          key: 'hotspot:Who notices that a mail never went out?',
          says: 'A mail that was asked for and never reported stays here. Somebody has to look.',
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
        'First store the fact, then act on it, and act once.',
        'Make ids from what they stand for, and asking twice is asking once.',
        'A view may be late. A rule decides from the log, so let a rule find out.',
      ],
      next: null,
    },
  ],
};
