import { setAt } from '../../../board/edits/set-at.ts';
import type { Lesson } from '../lesson.ts';

const TWO_COMMENTS = 'Two comments, strictly';
const MEETS_LOCK = 'A comment meets the lock, strictly';
const LEAVING = 'An issue for somebody who is leaving';

export const lockedIssue: Lesson = {
  id: 'locked-issue',
  boards: { main: { file: 'locked-issue.ambit.json' } },
  rules: {
    NoCommentAfterLock: { holds: 'the issue is open', fails: 'the issue is locked' },
    NoCommentAfterLockRelaxed: { holds: 'the issue is open', fails: 'the issue is locked' },
    IssueCanBeLocked: { holds: 'the issue is open', fails: 'the issue is locked' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'A heated discussion',
      text: [
        'People write comments on an issue. When it gets out of hand, somebody locks it. From then on, no more comments.',
        'All of it is kept in one [stream] for each issue.',
      ],
      sight: ['command:AddCommentStrictly'],
      strategy: 'stream-version',
      places: [
        { key: 'constraint:NoCommentAfterLock', says: 'Looks only whether the issue is open or locked.' },
        { key: 'aggregate:Issue', says: 'Comments and locks end up in the same stream.' },
      ],
      after: [],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'Two comments at once',
      text: [
        'Nobody locks anything. Two people press *Send* in the same second.',
        'Under Streams the store asks: has the stream grown since I read?',
      ],
      select: ['command:AddCommentStrictly'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: TWO_COMMENTS, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: [
        'The stream has grown by a comment, so the other comment is stopped. Nothing it depends on has changed: it was stopped for nothing.',
      ],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'Wider than it needs to be',
      text: [
        'The rule asks about the lock. The [guard] asks about everything in the stream. In a busy discussion that makes every comment get in the way of every other.',
      ],
      select: ['command:AddCommentStrictly'],
      strategy: 'stream-version',
      scene: { race: TWO_COMMENTS, strategy: 'stream-version', order: [0, 1, 1, 0] },
      after: [
        'The outlined octagon is a *false conflict*: stopped, although the decision still held. Trying again hides it from people and keeps its price.',
      ],
    },
    {
      kind: 'predict',
      id: 'lock',
      tab: 'Lock',
      title: 'Now somebody locks it',
      text: [
        'A comment and the lock, in the same second. The comment was decided before the lock and is about to be written after it.',
      ],
      select: ['command:AddCommentStrictly'],
      strategy: 'tag-condition',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: MEETS_LOCK, strategy: 'stream-version' },
          { race: MEETS_LOCK, strategy: 'tag-condition' },
          { race: TWO_COMMENTS, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'Both keep the rule to the letter. Tags do it without stopping comments among themselves, because the rule never asked for comments.',
      ],
    },
    {
      kind: 'look',
      id: 'ask',
      tab: 'Ask',
      title: 'A question that is not technical',
      text: [
        'Would it matter if the lock took effect a second later? Ask the people who lock issues. They laugh: a discussion that went on for a week may go on for a second.',
        'So the rule can be *relaxed*: it is checked when the command reads, and no longer when it writes.',
      ],
      select: ['command:AddComment'],
      strategy: 'tag-condition',
      places: [
        { key: 'note:The question to ask', says: 'Whoever answers it decides the guard.' },
        {
          key: 'constraint:NoCommentAfterLockRelaxed',
          says: 'The same rule, relaxed: a locked issue still refuses comments that come later.',
        },
      ],
      after: [],
    },
    {
      kind: 'predict',
      id: 'relaxed',
      tab: 'Relaxed',
      title: 'The same two, relaxed',
      text: ['A comment and the lock again, in the very same order. This time with the relaxed rule.'],
      select: ['command:AddComment'],
      strategy: 'tag-condition',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: {
          race: 'A comment meets the lock, relaxed',
          strategy: 'tag-condition',
          order: [0, 1, 1, 0],
        },
      },
      after: [
        'Both. The comment slips in right after the lock. The wave says that it is *tolerated*: somebody decided that it may happen. That is not the same as nobody having noticed.',
      ],
    },
    {
      kind: 'predict',
      id: 'not-all',
      tab: 'Not all',
      title: 'Not every rule may be relaxed',
      text: [
        'An issue is given to Mo, and in the same second Mo leaves the team. The issue now belongs to somebody who is gone, and nobody will work on it.',
      ],
      select: ['command:AssignIssue'],
      strategy: 'stream-version',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: LEAVING, strategy: 'stream-version' },
          { race: LEAVING, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'tolerated', 'conflict', 'safe'],
      },
      after: [
        'Nobody relaxed this rule, so what slips past Streams is a *missed* conflict and no tolerated one. In the log the two look alike. What differs is whether somebody said yes.',
      ],
    },
    {
      kind: 'change',
      id: 'yours',
      tab: 'Yours',
      title: 'Relax it yourself',
      text: ['The strict rule is still in use for `AddCommentStrictly`. Make it as easy-going as its twin.'],
      select: ['constraint:NoCommentAfterLock'],
      strategy: 'stream-version',
      task: 'Relax the rule `NoCommentAfterLock`.',
      ways: [
        'With the rule selected, go to *Until when it must hold* in the inspector and choose *Relaxed*.',
      ],
      checks: [
        {
          says: '`NoCommentAfterLock` is relaxed',
          fact: { kind: 'relaxed', constraint: 'NoCommentAfterLock' },
        },
        {
          says: 'Under Streams two comments no longer stop each other',
          fact: {
            kind: 'shows',
            race: TWO_COMMENTS,
            strategy: 'stream-version',
            finding: 'falseConflict',
            isShown: false,
          },
        },
        {
          says: 'A comment right after the lock is tolerated',
          fact: {
            kind: 'shows',
            race: MEETS_LOCK,
            strategy: 'stream-version',
            finding: 'tolerated',
            isShown: true,
          },
        },
      ],
      solution: {
        label: 'Make NoCommentAfterLock relaxed',
        edit: (document) => setAt(document, ['constraints', 'NoCommentAfterLock', 'consistency'], 'relaxed'),
      },
      after: ['Nobody is stopped any more. The one case that is left is written down as tolerated.'],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      home: [
        'A version check on a busy stream stops people who have nothing to do with each other.',
        'How strict a rule must be is a question for those who live with it.',
        'A relaxed rule is a decision, and it can be seen as one. A forgotten guard looks the same in the log, and is none.',
      ],
      next: 'orders-seats-payment',
    },
  ],
};
