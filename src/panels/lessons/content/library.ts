import { setOwner } from '../../../board/edits/membership.ts';
import { removeElements } from '../../../board/edits/remove-elements.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import { setSubset } from '../../../board/edits/subset.ts';
import { addTag } from '../../../board/edits/tags.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Workload } from '../../../model/schema.ts';
import type { Lesson } from '../lesson.ts';
import { addMigrationOnce } from './add-migration-once.ts';

const TWO_OVERALL = 'Two categories, numbered overall';
const TWO_EDITIONS = 'Two editions from the same one';
const THREE_OVERALL = 'Three books in three categories, numbered overall';

/** Books for 24 categories, all of them new; whoever is stopped does not try again. */
function makeBusy(command: string): Workload {
  return {
    commands: { [command]: {} },
    instances: { category: { count: 24 }, book: { count: 100_000 } },
    start: { OpenCategory: 24 },
    arrivals: { rate: 16 },
    window: 25,
    blind: true,
    attempts: 1,
    warmUp: 2,
    duration: 40,
  };
}

export const library: Lesson = {
  id: 'library',
  boards: {
    main: { file: 'library.ambit.json' },
    twice: { file: 'library-dual-events.ambit.json', suffix: 'two events for one fact' },
  },
  rules: {
    NumberOverall: { holds: '{added} books so far' },
    NumberInCategory: { holds: '{added} books in the category' },
    BaseEditionExists: {
      holds: 'the edition to start from is there',
      fails: 'the edition to start from is not there',
    },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'A number for every book',
      text: [
        'A library has categories, and a category has books. Whoever adds a book gives it the next number. To find that number, a rule counts the books there are.',
        'But which books? The word on the arrow says how much of the [log] a rule needs.',
      ],
      sight: ['command:AddBookNumberedOverall', 'command:AddBook'],
      strategy: 'tag-condition',
      places: [
        { key: 'constraint:NumberOverall', says: 'Counts *all* books there are.' },
        { key: 'constraint:NumberInCategory', says: 'Counts the books of the *same category*.' },
      ],
      after: ['All the events that a decision needs are its [boundary].'],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'Two librarians, two categories',
      text: [
        'One librarian adds a novel, another an essay, in the same second. They never meet. The numbering counts all books.',
        'Under Tags the store asks: has an event that my rules read been added since I read?',
      ],
      select: ['command:AddBookNumberedOverall'],
      strategy: 'tag-condition',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: TWO_OVERALL, strategy: 'tag-condition', order: [0, 1, 1, 0] },
      },
      after: [
        'The first to write gets number 1. The other was about to write number 1 too, and is stopped, rightly. Nobody did anything wrong: the rule asks for a lot.',
      ],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'The same number, nearly',
      text: [
        'Look at what was read, and what is true when it is to be written. Whoever is stopped gets an error, or tries again and then finds the next number.',
      ],
      select: ['command:AddBookNumberedOverall'],
      strategy: 'tag-condition',
      scene: { race: TWO_OVERALL, strategy: 'tag-condition', order: [0, 1, 1, 0] },
      after: [
        'The solid octagon is a *conflict*: stopped, and rightly so. Under Streams the same race gives the number twice, because each category has a stream of its own.',
      ],
    },
    {
      kind: 'predict',
      id: 'lock',
      tab: 'Lock',
      title: 'When two really want the same',
      text: [
        'Two books for the *same* category do want the same number. A guard stops one of them. A [lock] does it another way: whoever comes second waits, and reads when the first has written.',
      ],
      select: ['command:AddBook'],
      strategy: 'tag-lock',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: 'Two books in one category', strategy: 'unguarded' },
          { race: 'Two books in one category', strategy: 'tag-condition' },
          { race: 'Two books in one category', strategy: 'tag-lock' },
        ],
        options: ['missedConflict', 'conflict', 'neededWait', 'safe'],
      },
      after: [
        'A lock trades an error for a short wait. It is held for one category only, so librarians of other categories do not notice it.',
      ],
    },
    {
      kind: 'predict',
      id: 'load',
      tab: 'Busy',
      title: 'When the library gets busy',
      text: [
        'Now 24 categories, and 16 new books every second, each for any of them. From reading to writing it takes 25 milliseconds. Whoever is stopped gets an error.',
        'Half a minute of it is tried out, once with one number over *all* books, and once with numbers for *each category*.',
      ],
      select: ['command:AddBook'],
      sight: ['command:AddBookNumberedOverall'],
      strategy: 'tag-condition',
      ask: 'Numbered for each category, how many times fewer are stopped?',
      question: {
        kind: 'load',
        wide: {
          name: 'over all',
          from: 'Numbered overall',
          workload: makeBusy('AddBookNumberedOverall'),
        },
        narrow: {
          name: 'by category',
          from: 'Numbered per category',
          workload: makeBusy('AddBook'),
        },
        guard: 'tag-condition',
        lock: 'tag-lock',
        rates: [2, 4, 8, 16, 32],
        at: 16,
        times: [2, 5, 20, 100],
      },
      after: [
        'With 24 categories a book seldom meets another of its own. While it is quiet, about 24 times fewer are stopped; when it gets busy somewhat less. A lock stops nobody: they wait, and over all books the wait grows fast.',
      ],
    },
    {
      kind: 'predict',
      id: 'twice',
      tab: 'Twice',
      title: 'A fact cut in two',
      text: [
        'Books have editions, and each starts from an earlier one. Here one start is stored twice: `BookEditionStarted` in the frame of the book, `EditionStarted` in the frame of the edition. The librarians only ever spoke of one thing.',
        'Two editors start from the first edition of the same book. Both may.',
      ],
      board: 'twice',
      select: ['event:BookEditionStarted', 'event:EditionStarted'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: {
          race: TWO_EDITIONS,
          strategy: 'stream-version',
          order: [0, 1, 1, 0],
        },
      },
      after: [
        'The outlined octagon is a *false conflict*: stopped, although the decision still held. Both copies in the book’s stream get in each other’s way. Under Tags with one event and two tags, nobody is stopped.',
      ],
    },
    {
      kind: 'live',
      id: 'merge',
      tab: 'Merge',
      title: 'One fact, one event',
      text: [
        'The librarians name one thing, so let it be one event: `EditionStarted`, with the [tag] of the book *and* that of the edition.',
        'This board has a real [log], kept in your browser, and there the fact stands twice. What was stored has to follow.',
      ],
      board: 'twice',
      select: ['event:EditionStarted'],
      sight: ['event:BookEditionStarted', 'command:StartEdition'],
      strategy: 'tag-condition',
      given: [
        { event: 'CategoryOpened', data: { categoryId: 'novels' } },
        { event: 'BookAdded', data: { bookId: 'b1', categoryId: 'novels', number: 1 } },
      ],
      acts: [
        {
          id: 'start',
          label: 'Start the first edition',
          deeds: [
            {
              kind: 'issue',
              command: { command: 'StartFirstEdition', data: { editionId: 'e1', bookId: 'b1' } },
            },
          ],
          after: 0,
        },
        {
          id: 'name',
          label: 'Let the model name one event',
          deeds: [{ kind: 'edit', edit: nameOneEvent }],
          after: 1,
        },
        {
          id: 'merge',
          label: 'Merge what is stored',
          deeds: [{ kind: 'edit', edit: mergeStored }, { kind: 'migrate' }],
          after: 2,
        },
      ],
      checks: [
        {
          says: 'One start is stored as two events',
          fact: { kind: 'logged', event: 'BookEditionStarted', least: 1 },
        },
        { says: 'An event is found that the model no longer knows', fact: { kind: 'doom', isFound: true } },
        { says: 'Merged, every event fits the model', fact: { kind: 'doom', isFound: false } },
        {
          says: 'Raced again under Tags, nobody is stopped for nothing',
          fact: {
            kind: 'shows',
            race: TWO_EDITIONS,
            strategy: 'tag-condition',
            finding: 'falseConflict',
            isShown: false,
          },
        },
      ],
      readModels: [],
      systems: [],
      view: 'migrations',
      after: [
        'The rule now asks for the one edition it starts from. Two editors no longer meet, and the facts are all still there. The originals are kept, so that it can be undone.',
      ],
    },
    {
      kind: 'change',
      id: 'smaller',
      tab: 'Smaller',
      title: 'Ask for less',
      text: [
        'Who needs one number over all books? Asked twice, nobody in the library could say. A number that is unique within its category serves as well.',
      ],
      select: ['constraint:NumberOverall'],
      sight: ['event:BookAdded', 'command:AddBookNumberedOverall'],
      strategy: 'tag-condition',
      task: 'Let `NumberOverall` count only the books of the *same category*.',
      ways: [
        'Click the word *all* on the arrow from BookAdded to NumberOverall, and tick *category*.',
        'Or, with NumberOverall selected, click *the whole log* in its rule in the inspector, and tick *same category*.',
      ],
      checks: [
        {
          says: '`NumberOverall` reads the books of the same category',
          fact: {
            kind: 'subset',
            constraint: 'NumberOverall',
            event: 'BookAdded',
            tags: ['category'],
          },
        },
        {
          says: 'Two librarians no longer meet under Tags',
          fact: {
            kind: 'shows',
            race: TWO_OVERALL,
            strategy: 'tag-condition',
            finding: 'conflict',
            isShown: false,
          },
        },
        {
          says: 'Three librarians do not either',
          fact: {
            kind: 'shows',
            race: THREE_OVERALL,
            strategy: 'tag-condition',
            finding: 'conflict',
            isShown: false,
          },
        },
      ],
      solution: {
        label: 'NumberOverall reads same category',
        edit: (document) => setSubset(document, 'NumberOverall', 'BookAdded', ['category']),
      },
      after: [
        'Nobody is stopped and nobody waits, in any schedule. No faster machine was bought: the rule stopped asking for what it did not need.',
        'One example on the board is red now. It told of the old numbering, and that is what examples are for.',
      ],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      home: [
        'The boundary of a command comes from its rules. Whoever wants fewer conflicts asks for less.',
        'A conflict that is left is a real one. A guard answers it with an error, a lock with a wait.',
        'Two events for one fact get in the way twice. If the experts name one thing, store one event.',
      ],
      next: 'interest',
    },
  ],
};

/** `EditionStarted` alone tells that an edition was started, and carries the tags of both. */
function nameOneEvent(document: JsonObject): JsonObject {
  const tagged = addTag(document, 'EditionStarted', 'book');
  const first = ['constraints', 'BookHasNoEdition', 'projections', 'editions', 'on'];
  const counted = setAt(tagged, first, { EditionStarted: 'state + 1' });
  const based = setAt(counted, ['constraints', 'BaseEditionExists', 'projections', 'editions'], {
    tags: { book: 'bookId', edition: 'basedOn' },
    initial: [],
    on: { EditionStarted: 'state + [event.editionId]' },
  });
  return removeElements(setOwner(based, 'EditionStarted', 'Book', true), ['event:BookEditionStarted']);
}

function mergeStored(document: JsonObject): JsonObject {
  return addMigrationOnce(document, {
    name: 'One event for one fact',
    change: 'merge',
    event: 'BookEditionStarted',
    with: 'EditionStarted',
    to: 'EditionStarted',
    by: 'event.editionId',
  });
}
