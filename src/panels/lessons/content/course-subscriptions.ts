import { setOwner } from '../../../board/edits/membership.ts';
import { removeElements } from '../../../board/edits/remove-elements.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import { addTag, removeTag } from '../../../board/edits/tags.ts';
import { isJsonObject } from '../../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../../lib/json.ts';
import type { Lesson } from '../lesson.ts';
import { addMigrationOnce } from './add-migration-once.ts';

const TWO_COURSES = 'The last course a student may take';
const TWO_STRANGERS = 'Two students, two courses';

export const courseSubscriptions: Lesson = {
  id: 'course-subscriptions',
  boards: {
    main: { file: 'course-subscriptions.ambit.json' },
    twice: { file: 'course-subscriptions-dual.ambit.json', suffix: 'stored twice' },
    untagged: {
      file: 'course-subscriptions.ambit.json',
      suffix: 'a forgotten tag',
      prepare: (document) => removeTag(document, 'StudentSubscribed', 'student'),
    },
  },
  rules: {
    StudentHasFreeSlot: { holds: '{courses} of {limit} courses' },
    CourseHasFreeSeat: { holds: '{taken} of {capacity} seats taken' },
  },
  steps: [
    {
      kind: 'look',
      id: 'story',
      tab: 'Story',
      title: 'A student takes a seat',
      text: [
        'Students choose courses. Each time one gets a seat, the system writes down that it happened. Such a fact is an [event], and all events stand in one long list, the [log].',
        'Before a seat is given, rules are checked. Whether a course is full is stored nowhere: a rule counts it anew from the log.',
      ],
      select: ['event:StudentSubscribed'],
      strategy: 'stream-version',
      places: [
        {
          key: 'command:SubscribeStudent',
          says: 'What a student asks for. A blue note is a [command]: it may be refused.',
        },
        {
          key: 'event:StudentSubscribed',
          says: 'The fact. Its two [tag]s say whom it is about: a student, and a course.',
        },
        { key: 'constraint:CourseHasFreeSeat', says: 'A rule: counts the subscriptions of *this course*.' },
        { key: 'constraint:StudentHasFreeSlot', says: 'And one that counts those of *this student*.' },
        {
          key: 'aggregate:Course',
          says: 'A frame is an [aggregate]. Its events are kept in one [stream] for each course: `Course-c1`, `Course-c2` and so on.',
        },
      ],
      after: ['Both rules count the same fact. But the fact lies in one frame only, that of the course.'],
    },
    {
      kind: 'predict',
      id: 'predict',
      tab: 'Predict',
      title: 'Two clicks, one slot',
      text: [
        'Student s1 may take two courses and is in one. In the same second, one browser tab asks for c1, another for c2.',
        'Before it writes, the store asks one thing: has *the stream I write to* grown since I read?',
      ],
      select: ['command:SubscribeStudent'],
      strategy: 'stream-version',
      ask: 'Which of these will be let through?',
      question: {
        kind: 'appends',
        scene: { race: TWO_COURSES, strategy: 'stream-version', order: [0, 1, 1, 0] },
      },
      after: [
        'One tab writes to `Course-c2`, the other to `Course-c1`. Neither of the two had grown, so both were let through. Nobody looked at the student.',
      ],
    },
    {
      kind: 'race',
      id: 'why',
      tab: 'Why',
      title: 'What the guard did not see',
      text: [
        'Take the steps one by one. What the store checks at the moment of writing is called the [guard]. Here it watches a single stream, and the rule needed more than that.',
      ],
      select: ['command:SubscribeStudent'],
      strategy: 'stream-version',
      scene: { race: TWO_COURSES, strategy: 'stream-version', order: [0, 1, 1, 0] },
      after: [
        'The triangle is a *missed conflict*: it was written, although by then the decision would have been another. Student s1 is now in three courses and may take two.',
      ],
    },
    {
      kind: 'predict',
      id: 'tags',
      tab: 'Tags',
      title: 'Other guards, same clicks',
      text: [
        'Tags ask another question: has *any event that my rules asked for* been added since I read? What was read is what is guarded. No frame is needed for that.',
        'One log is stricter still: has *anything at all* been added?',
      ],
      select: ['command:SubscribeStudent'],
      strategy: 'tag-condition',
      ask: 'What is the worst that can happen?',
      question: {
        kind: 'worst',
        cases: [
          { race: TWO_COURSES, strategy: 'log-version' },
          { race: TWO_COURSES, strategy: 'stream-version' },
          { race: TWO_COURSES, strategy: 'tag-condition' },
          { race: TWO_STRANGERS, strategy: 'log-version' },
          { race: TWO_STRANGERS, strategy: 'tag-condition' },
        ],
        options: ['missedConflict', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'Streams miss the third course. One log misses nothing, but it also stops two people who have nothing in common. Tags stop the one and leave the others alone.',
      ],
    },
    {
      kind: 'predict',
      id: 'twice',
      tab: 'Twice',
      title: 'The usual repair: write it twice',
      text: [
        'With frames, each rule wants the fact in its own stream. So people store it twice: `StudentJoinedCourse` for the course, `CourseTakenByStudent` for the student. Two events, one content.',
        'Some stores write both streams in one go. Others write one after the other, which is called a [saga].',
      ],
      board: 'twice',
      select: ['event:StudentJoinedCourse', 'event:CourseTakenByStudent'],
      strategy: 'stream-version',
      ask: 'What is the worst that can happen now?',
      question: {
        kind: 'worst',
        cases: [
          { race: TWO_COURSES, strategy: 'stream-version' },
          { race: TWO_COURSES, strategy: 'stream-saga' },
          { race: 'One student, two courses, slots for both', strategy: 'stream-version' },
        ],
        options: ['missedConflict', 'partial', 'conflict', 'falseConflict', 'safe'],
      },
      after: [
        'In one go, the second click is stopped. One after the other, the seat is taken first and the student refuses afterwards: half a subscription stays behind.',
        'And where there is room for both courses, the second copy stops one of them for nothing. There was only ever one fact.',
      ],
    },
    {
      kind: 'live',
      id: 'merge',
      tab: 'Merge',
      title: 'One fact again',
      text: [
        'There was only ever one fact, so let it be one event, `StudentSubscribed`, with the tags of both. The model is quickly changed.',
        'But this board has a real [log], kept in your browser, and there the fact stands twice. What was stored has to follow.',
      ],
      board: 'twice',
      select: ['event:StudentSubscribed'],
      sight: ['command:SubscribeStudent'],
      strategy: 'tag-condition',
      given: [
        { event: 'CourseDefined', data: { courseId: 'c1', capacity: 10 } },
        { event: 'StudentRegistered', data: { studentId: 's1', limit: 2 } },
      ],
      acts: [
        {
          id: 'subscribe',
          label: 'Student s1 takes a seat in c1',
          deeds: [
            {
              kind: 'issue',
              command: { command: 'SubscribeStudent', data: { studentId: 's1', courseId: 'c1' } },
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
          says: 'One seat is stored as two events',
          fact: { kind: 'logged', event: 'StudentJoinedCourse', least: 1 },
        },
        { says: 'An event is found that the model no longer knows', fact: { kind: 'doom', isFound: true } },
        {
          says: 'The two are one `StudentSubscribed`',
          fact: { kind: 'logged', event: 'StudentSubscribed', least: 1 },
        },
        { says: 'Every event fits the model', fact: { kind: 'doom', isFound: false } },
        {
          says: 'Raced again under Tags, the second click is stopped',
          fact: {
            kind: 'shows',
            race: TWO_COURSES,
            strategy: 'tag-condition',
            finding: 'conflict',
            isShown: true,
          },
        },
      ],
      readModels: [],
      systems: [],
      view: 'migrations',
      after: [
        'Both rules now read the one event, each by its tag. Nothing can be left half written. The originals are kept, so that the merge can be undone.',
      ],
    },
    {
      kind: 'change',
      id: 'move',
      tab: 'Move',
      title: 'Was it the wrong frame?',
      text: ['Perhaps the fact only lies in the wrong frame. Move it, and see which rule is left alone now.'],
      select: ['event:StudentSubscribed'],
      sight: ['aggregate:Course', 'aggregate:Student'],
      strategy: 'stream-version',
      task: 'Give `StudentSubscribed` to the frame *Student* and take it out of the frame *Course*.',
      ways: [
        'Drag the note from one frame into the other.',
        'Or, with the note selected, go to *At home in* in the inspector: remove Course, then choose *Give it to an aggregate* and Student.',
      ],
      checks: [
        {
          says: 'Student owns `StudentSubscribed`',
          fact: { kind: 'owned', event: 'StudentSubscribed', aggregate: 'Student', isOwned: true },
        },
        {
          says: 'Course no longer owns it',
          fact: { kind: 'owned', event: 'StudentSubscribed', aggregate: 'Course', isOwned: false },
        },
        {
          says: 'Streams stop the second click of s1',
          fact: {
            kind: 'shows',
            race: TWO_COURSES,
            strategy: 'stream-version',
            finding: 'conflict',
            isShown: true,
          },
        },
        {
          says: 'But they miss that the last two seats fill the course',
          fact: {
            kind: 'shows',
            race: 'The last two seats',
            strategy: 'stream-version',
            finding: 'missedConflict',
            isShown: true,
          },
        },
      ],
      solution: {
        label: 'Move StudentSubscribed to Student',
        edit: (document) =>
          setOwner(
            setOwner(document, 'StudentSubscribed', 'Student', true),
            'StudentSubscribed',
            'Course',
            false,
          ),
      },
      after: [
        'One race is mended and another is broken: two students take the last two seats, and `CourseFullyBooked` is never written. Whichever frame owns the fact, one of the two rules is left without a guard.',
      ],
    },
    {
      kind: 'change',
      id: 'repair',
      tab: 'Repair',
      title: 'A forgotten tag',
      text: [
        'On this board somebody forgot a tag. The rule of the student asks for events with the tag `student`, finds no subscription and is always content. Even under Tags both clicks go through, and nothing looks wrong.',
      ],
      board: 'untagged',
      select: ['event:StudentSubscribed'],
      strategy: 'tag-condition',
      task: 'Give `StudentSubscribed` the tag `student`.',
      ways: [
        'Select the note on the board, press `T`, type `student` and press Enter.',
        'Or, with the note selected, add it under *Tags* in the inspector.',
      ],
      checks: [
        {
          says: '`StudentSubscribed` carries the tag `student`',
          fact: { kind: 'tagged', event: 'StudentSubscribed', tag: 'student' },
        },
        {
          says: 'Tags stop the second click of s1',
          fact: {
            kind: 'shows',
            race: TWO_COURSES,
            strategy: 'tag-condition',
            finding: 'conflict',
            isShown: true,
          },
        },
      ],
      solution: {
        label: 'Tag StudentSubscribed with student',
        edit: (document) => addTag(document, 'StudentSubscribed', 'student'),
      },
      after: [
        'The fact is as it was: a student took a seat. Only its label was wrong. Labels can be corrected, also on events that were stored long ago.',
      ],
    },
    {
      kind: 'finish',
      id: 'home',
      tab: 'Home',
      title: 'What to take home',
      text: [],
      strategy: 'tag-condition',
      home: [
        'An event is a fact. It belongs to everything it is about, and not to one frame.',
        'A guard stands in for what a decision needs. Too narrow, and something slips through; too wide, and people are stopped for nothing.',
        'Under Tags, what was read is what is guarded. Change what a rule reads, and the guard follows.',
      ],
      next: 'library',
    },
  ],
};

/** `StudentSubscribed` alone tells that a student took a seat. */
function nameOneEvent(document: JsonObject): JsonObject {
  const one = setAt(document, ['commands', 'SubscribeStudent', 'emits'], ['StudentSubscribed']);
  const told = ['races', 'examples'].reduce(
    (now, section) => setAt(now, [section], renameEvents(now[section] ?? [])),
    one,
  );
  return removeElements(told, ['event:StudentJoinedCourse', 'event:CourseTakenByStudent']);
}

/** What is given or expected of the course’s copy is so of the one event. */
function renameEvents(value: Json): Json {
  if (Array.isArray(value)) return value.map(renameEvents);
  if (!isJsonObject(value)) return value;
  const renamed = Object.entries(value).map(([key, inner]) =>
    key === 'event' && inner === 'StudentJoinedCourse'
      ? [key, 'StudentSubscribed']
      : [key, renameEvents(inner)],
  );
  return Object.fromEntries(renamed);
}

function mergeStored(document: JsonObject): JsonObject {
  return addMigrationOnce(document, {
    name: 'One event for one fact',
    change: 'merge',
    event: 'StudentJoinedCourse',
    with: 'CourseTakenByStudent',
    to: 'StudentSubscribed',
    by: '[event.studentId, event.courseId]',
  });
}
