import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../../src/interchange/markdown/write-markdown.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import type { Model } from '../../../../src/model/schema.ts';

const read = (text: string): Model => {
  const { model } = parseModel(text);
  if (model === null) throw new Error('No model');
  return model;
};
const COURSES = read(
  readFileSync(new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url), 'utf8'),
);

const ODD =
  'a `b` ``c`` | "d" \'e\'\n# f\n```\n<script>alert(1)</script> %%{init}%% 1. [x](y) *z* \\ --> & #35;';

/** A model in which everything is called the same odd thing. */
const ODD_MODEL = read(
  JSON.stringify({
    ambit: '1.0',
    name: ODD,
    description: ODD,
    tags: { odd: { description: ODD } },
    events: { [ODD]: { description: ODD, fields: { [ODD]: [ODD] }, tags: { odd: ODD } } },
    constraints: {
      [ODD]: {
        description: ODD,
        parameters: { [ODD]: 'string' },
        projections: { [ODD]: { tags: { odd: ODD }, initial: ODD, on: { [ODD]: ODD } } },
        rule: ODD,
        message: ODD,
      },
    },
    commands: {
      [ODD]: {
        fields: { [ODD]: 'string' },
        checks: [ODD, { constraint: ODD, with: { [ODD]: ODD }, each: ODD, as: ODD }],
        emits: [{ event: ODD, when: ODD, data: { [ODD]: ODD } }],
      },
    },
    aggregates: { [ODD]: { id: 'odd', events: [ODD] } },
    policies: { [ODD]: { on: [ODD], when: ODD, issues: ODD } },
    readModels: { [ODD]: { on: { [ODD]: ODD } } },
    externalSystems: { [ODD]: { on: [ODD], task: ODD } },
    screens: { [ODD]: { shows: [ODD], issues: [ODD] } },
    slices: [{ name: ODD, elements: [`event:${ODD}`] }],
    hotspots: { [ODD]: { description: ODD } },
    examples: [
      {
        name: ODD,
        given: [{ event: ODD, data: { [ODD]: ODD } }],
        when: { command: ODD, data: { [ODD]: ODD } },
        // biome-ignore lint/suspicious/noThenProperty: the format's word, and nothing awaits it.
        then: { rejected: [ODD] },
      },
    ],
    races: [{ name: ODD, commands: [{ command: ODD, data: { [ODD]: ODD } }], attempts: 'unlimited' }],
  }),
);

describe('the Markdown of the course model', () => {
  const text = writeMarkdown(COURSES);

  it.each([
    '# Course subscriptions\n\nStudents subscribe to courses.',
    '- **course**: One course, such as course:c1',
    '### SubscribeStudent\n\nTake a seat in a course\n\nData: `studentId` string, `courseId` string',
    '- **CourseHasFreeSeat**: A course takes at most as many students as it has seats (`taken < capacity`)',
    '- **CourseFullyBooked**, when `CourseHasFreeSeat.taken + 1 == CourseHasFreeSeat.capacity`',
    'Rule: `courses < limit`',
    '| `taken` | `0` | StudentSubscribed: `state + 1` | same course (`courseId`) |',
    '| CourseDefined | A course was put on the programme, with so many seats | `courseId` string, `capacity` int | course (`event.courseId`) |',
    '- Then it is rejected by `CourseHasFreeSeat`',
    '- Given nothing\n- When **DefineCourse** courseId `"c1"`, capacity `10`',
    '- At the same time, each tried up to 3 times\n  1. **SubscribeStudent**',
    '## Open questions\n\n- **What if someone drops out?**',
    'n0["DefineCourse"]:::command',
    'n1("CourseDefined"):::event',
    '  n0 --> n1',
  ])('has %j', (part) => {
    expect(text).toContain(part);
  });

  it('is the same each time, and ends with one line break', () => {
    expect(writeMarkdown(COURSES)).toBe(text);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe('the Markdown of a model with odd names', () => {
  const lines = writeMarkdown(ODD_MODEL).split('\n');

  it('has no line that a name began', () => {
    expect(
      lines.filter(
        (line) =>
          !/^($|#{1,3} |\| |\s*- |\s*\d\. |It |Rule: |Data: |Asked |When |a \\`b|```|flowchart LR$| {2}(n\d|classDef ))/.test(
            line,
          ),
      ),
    ).toEqual([]);
  });

  it('has one diagram, whose labels are letters, digits and numbers of characters', () => {
    expect(lines.filter((line) => line.startsWith('```'))).toEqual(['```mermaid', '```']);
    const labels = lines.flatMap((line) => /^ {2}n\d.{1,2}"(.*)".{1,2}:::/.exec(line)?.[1] ?? []);
    expect(labels).toHaveLength(3);
    for (const label of labels) expect(label.replaceAll(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} …]*$/u);
  });

  it('has no markup outside of code', () => {
    for (const line of lines) {
      const prose = line.replaceAll(/\\./g, '').replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
      expect(prose.replaceAll('<br>', '')).not.toContain('<');
    }
  });

  it('has as many cells in each row as its table has columns', () => {
    const rows = lines.filter((line) => line.startsWith('| '));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length - 2);
    expect(new Set(cells)).toEqual(new Set([4]));
  });
});

describe('an empty model', () => {
  it('is its name', () => {
    expect(writeMarkdown(read('{"ambit":"1.0","name":""}'))).toBe('# *(no name)*\n');
  });
});
