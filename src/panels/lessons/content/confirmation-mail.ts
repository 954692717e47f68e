import { connect, disconnect } from '../../../board/edits/arrows.ts';
import type { Deed, Lesson } from '../lesson.ts';

const RULE = 'constraint:MailGoesToCurrentAddress';
const COMMAND = 'command:RequestConfirmationMail';
const TWO_IDS = 'Two workers, two ids';
const ONE_ID = 'Two workers, one id';
/** Somebody signs up. */
function register(userId: string, who: string, name: string): Deed {
  const data = { userId, email: `${who}@example.org`, name };
  return { kind: 'issue', command: { command: 'RegisterUser', data } };
}

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
      kind: 'live',
      id: 'late',
      tab: 'Late',
      title: 'First the profile, then the mail',
      text: [
        'A green note is a [read model]: something to look up, worked out from events. `Profile` follows a moment after the event. A mail with a link to a profile that is not there yet would be a nuisance.',
        'So the gateway waits until `Profile` has come as far as the event. Try it on this board’s own [log].',
      ],
      select: ['externalSystem:MailGateway'],
      sight: ['readModel:Profile', 'policy:AskForConfirmation', 'event:ConfirmationMailRequested'],
      strategy: 'tag-condition',
      given: [],
      acts: [
        {
          id: 'pause',
          label: 'Let the profile stand still',
          deeds: [{ kind: 'pause', readModel: 'Profile' }],
          after: 0,
        },
        { id: 'register', label: 'Ada registers', deeds: [register('u1', 'ada', 'Ada')], after: 1 },
        {
          id: 'resume',
          label: 'Let the profile go on',
          deeds: [{ kind: 'resume', readModel: 'Profile' }],
          after: 3,
        },
      ],
      checks: [
        { says: 'The profile stands still', fact: { kind: 'acted', act: 'pause' } },
        {
          says: 'Ada’s registration led to a wish for a mail',
          fact: { kind: 'logged', event: 'ConfirmationMailRequested', least: 1 },
        },
        { says: 'The mail waits for the profile', fact: { kind: 'waits', system: 'MailGateway' } },
        {
          says: 'The profile has Ada in it',
          fact: { kind: 'level', readModel: 'Profile', rows: 1 },
        },
        { says: 'One mail has gone out', fact: { kind: 'done', system: 'MailGateway', times: 1 } },
      ],
      readModels: ['Profile'],
      systems: ['MailGateway'],
      view: 'sideEffects',
      after: [
        'Had the page been closed while the mail waited, it would have gone out the next time: the task is stored, like the event.',
      ],
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
      kind: 'live',
      id: 'gaps',
      tab: 'Gaps',
      title: '950 of two million',
      text: [
        'After a crash a read model lacked 950 of 2,000,000 events. It did not look broken: most of what it showed was right.',
        'Every event has a position in the log. A read model that remembers how far it has read can tell that it is behind.',
      ],
      select: ['readModel:Profile'],
      strategy: 'tag-condition',
      given: [],
      acts: [
        {
          id: 'stop',
          label: 'Let the profile crash',
          deeds: [{ kind: 'pause', readModel: 'Profile' }],
          after: 0,
        },
        {
          id: 'more',
          label: 'Two more people register',
          deeds: [register('u2', 'ben', 'Ben'), register('u3', 'cleo', 'Cleo')],
          after: 1,
        },
        {
          id: 'check',
          label: 'Hold the profile to the log',
          deeds: [{ kind: 'check', readModel: 'Profile' }],
          after: 2,
        },
        {
          id: 'rebuild',
          label: 'Throw it away and make it anew',
          deeds: [
            { kind: 'rebuild', readModel: 'Profile' },
            { kind: 'resume', readModel: 'Profile' },
          ],
          after: 3,
        },
      ],
      checks: [
        { says: 'The profile stands still', fact: { kind: 'acted', act: 'stop' } },
        { says: 'It is behind the log', fact: { kind: 'behind', readModel: 'Profile' } },
        { says: 'Held to the log, it tells what it lacks', fact: { kind: 'acted', act: 'check' } },
        {
          says: 'Made anew, it has everybody in it',
          fact: { kind: 'level', readModel: 'Profile', rows: 2 },
        },
      ],
      readModels: ['Profile'],
      systems: ['MailGateway'],
      view: 'readModels',
      after: [
        'Nothing was lost: the log had it all. A read model is only ever a copy, and nobody got a second mail when it was made anew.',
      ],
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
