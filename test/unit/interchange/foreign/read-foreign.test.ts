import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Foreign } from '../../../../src/interchange/foreign/foreign.ts';
import { readForeign, readForeignFiles } from '../../../../src/interchange/foreign/read-foreign.ts';
import { writeMetadata } from '../../../../src/interchange/svg/write-metadata.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { serialiseModel } from '../../../../src/model/serialise.ts';

const COURSES = readFileSync(
  new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url),
  'utf8',
);

const withModel = (rest: string) => `{"ambit":"1.0","name":"Doors",${rest}}`;
const bytes = (...values: number[]) => new Uint8Array(values);

interface BadFile {
  readonly title: string;
  readonly name?: string;
  readonly source: () => string | Uint8Array;
  readonly place?: string;
  readonly says: string;
}

const BAD_FILES: readonly BadFile[] = [
  { title: 'no JSON', source: () => '{ "ambit": 1.0,', place: 'line 1, column 16', says: 'not closed' },
  { title: 'a shopping list', source: () => 'milk\nbread', place: 'line 1, column 1', says: 'Found "milk"' },
  { title: 'nothing', source: () => '', says: 'The file is empty' },
  { title: 'more than 10 MB', source: () => new Uint8Array(10_000_001), says: 'larger than 10 MB' },
  { title: 'another encoding', source: () => bytes(0x7b, 0xff, 0x7d), says: 'not UTF-8' },
  { title: 'a list', source: () => '[]', says: 'A model is an object' },
  {
    title: 'another kind of JSON',
    source: () => '{"name":"left-pad"}',
    place: '/ambit',
    says: 'add "ambit"',
  },
  {
    title: 'a newer version',
    source: () => '{"ambit":"2.0","name":"Doors"}',
    place: '/ambit',
    says: 'open it with a newer Ambit',
  },
  {
    title: 'an old version',
    source: () => '{"ambit":"0.9","name":"x"}',
    place: '/ambit',
    says: 'no version 0.9',
  },
  { title: 'a version that is none', source: () => '{"ambit":1,"name":"x"}', place: '/ambit', says: '"1.0"' },
  { title: 'a model without a name', source: () => '{"ambit":"1.0"}', place: '/name', says: 'name' },
  {
    title: 'a key __proto__',
    source: () => withModel('"events":{"__proto__":{"fields":{}}}'),
    place: '/events/__proto__',
    says: 'rename it',
  },
  {
    title: 'a key __proto__ at the top',
    source: () => withModel('"__proto__":{"a":1}'),
    says: 'rename it',
    place: '/__proto__',
  },
  {
    title: '100,000 brackets',
    source: () => '['.repeat(100_000),
    place: 'line 1, column 201',
    says: '200 deep',
  },
  { title: 'a PNG picture', source: () => bytes(0x89, 0x50, 0x4e, 0x47), says: 'export the board as an SVG' },
  { title: 'a JPEG picture', source: () => bytes(0xff, 0xd8, 0xff, 0xe0), says: 'carries no model' },
  { title: 'an archive', source: () => bytes(0x50, 0x4b, 3, 4), says: 'unpack it' },
  { title: 'a PDF', source: () => bytes(0x25, 0x50, 0x44, 0x46), says: 'This is a PDF' },
  { title: 'a web page', source: () => '<!DOCTYPE html><p>Hello', says: 'This is a web page' },
  { title: 'other XML', source: () => '<?xml version="1.0"?><bpmn/>', says: 'This is XML' },
  { title: 'an event log', name: 'log.ndjson', source: () => '{}\n{}', says: 'an event log' },
  {
    title: 'a picture from elsewhere',
    source: () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    says: 'This picture carries no model',
  },
  {
    title: 'a picture that is cut off',
    source: () => `<svg>${writeMetadata({ ambit: '1.0', name: 'x' }).slice(0, -30)}`,
    says: 'cut off',
  },
  {
    title: 'a picture with a broken model',
    source: () => `<svg>${writeMetadata({ ambit: '3.0', name: 'x' })}</svg>`,
    place: '/ambit',
    says: 'newer Ambit',
  },
  {
    title: 'a dcb+json document with nothing in it',
    source: () => '{"meta":{}',
    says: 'not closed',
    place: 'line 1, column 11',
  },
];

describe('a file that cannot be opened', () => {
  it.each(BAD_FILES)('says why: $title', ({ name = 'model.ambit.json', source, place = '', says }) => {
    const read = readForeign(name, source());
    if (read.kind !== 'trouble') throw new Error('It was opened');
    expect(read.messages.length).toBeGreaterThan(0);
    expect(read.messages[0]?.place).toBe(place);
    expect(read.messages[0]?.message).toContain(says);
  });

  it('leaves the prototype of all objects alone', () => {
    readForeign('a.json', '{"ambit":"1.0","name":"x","__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a model', () => {
  it('is the document as it stands in the file', () => {
    const { document, remarks } = open(readForeign('courses.ambit.json', COURSES));
    expect(serialiseModel(document)).toBe(COURSES);
    expect(remarks).toEqual([]);
  });

  it('may start with a byte order mark and be bytes', () => {
    const { document } = open(readForeign('a', new TextEncoder().encode(`\uFEFF${COURSES}`)));
    expect(serialiseModel(document)).toBe(COURSES);
  });

  it('keeps markup in names as plain text', () => {
    const name = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { document } = open(
      readForeign('a', JSON.stringify({ ambit: '1.0', name, events: { [name]: {} } })),
    );
    expect(document['name']).toBe(name);
    expect(Object.keys(document['events'] as JsonObject)).toEqual([name]);
  });

  it('opens without its broken parts, and says which', () => {
    const { document, remarks } = open(readForeign('a', withModel('"events":{"Opened":"yes","Closed":{}}')));
    expect(document['events']).toEqual({ Opened: 'yes', Closed: {} });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]?.place).toBe('/events/Opened');
    expect(remarks[0]?.message).toContain('must be an object');
  });

  it('comes back out of a picture exactly, whatever is in it', () => {
    const odd = {
      ambit: '1.0',
      name: 'a]]>b</metadata>&amp;&lt;"\'\u0000\u0007\uFFFE\u0085\u2028😀',
      canvas: { x: [-0, 1e21] },
    };
    const picture = `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${writeMetadata(odd)}</svg>`;
    const { document } = open(readForeign('a.svg', picture));
    expect(serialiseModel(document)).toBe(serialiseModel(odd));
  });

  it('comes back out of a picture that another program saved', () => {
    const saved = `<svg><metadata id="m"><ns0:model xmlns:ns0="urn:ambit:model:1"><![CDATA[{"ambit":"1.0","name":"a<b"}]]></ns0:model></metadata></svg>`;
    expect(open(readForeign('a.svg', saved)).document).toEqual({ ambit: '1.0', name: 'a<b' });
  });
});

describe('a dcb+json document', () => {
  const first =
    '{"meta":{"id":"doors_01"},"eventDefinitions":[{"name":"DoorOpened","schema":{"type":"object"}}]}';

  it('becomes a model', () => {
    const { document } = open(readForeign('doors.json', first));
    expect(document['name']).toBe('Doors');
    expect(Object.keys(document['events'] as JsonObject)).toEqual(['DoorOpened']);
  });

  it('becomes one model with those it extends, beside other files', () => {
    const second =
      '{"meta":{"id":"doors_02","extends":"doors_01"},"eventDefinitions":[{"name":"DoorClosed","schema":{"type":"object"}}]}';
    const results = readForeignFiles([
      { name: '1.json', source: first },
      { name: 'courses.json', source: COURSES },
      { name: '2.json', source: second },
    ]);
    const names = results.map((result) => Object.keys(open(result).document['events'] as JsonObject).length);
    expect(names).toEqual([5, 2]);
  });

  it('says what could not be translated', () => {
    const strange = first.replace('"eventDefinitions"', '"projections":[{"name":7}],"eventDefinitions"');
    expect(open(readForeign('doors.json', strange)).remarks[0]?.message).toContain('doors.json');
  });
});

function open(read: Foreign) {
  if (read.kind === 'trouble') throw new Error(read.messages.map(({ message }) => message).join(' '));
  return read;
}
