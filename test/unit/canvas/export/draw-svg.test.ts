import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ElementKey, makeKey } from '../../../../src/board/element-key.ts';
import { completePlaces } from '../../../../src/board/layout.ts';
import type { Place } from '../../../../src/board/placement.ts';
import { drawSvg } from '../../../../src/canvas/export/draw-svg.ts';
import { readForeign } from '../../../../src/interchange/foreign/read-foreign.ts';
import { writeMetadata } from '../../../../src/interchange/svg/write-metadata.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { serialiseModel } from '../../../../src/model/serialise.ts';
import { estimateText } from '../../../../src/ui/picture/estimate-text.ts';
import { wrapText } from '../../../../src/ui/picture/wrap-text.ts';
import { findXmlFault } from '../../../helpers/xml-fault.ts';

const COURSES = readFileSync(
  new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url),
  'utf8',
);
const ODD = 'a "b" \'c\' <script>alert(1)</script> & ]]> \u0000\u0007\uFFFE \u2028 😀\n--> x';

describe('a picture of the course model', () => {
  const picture = draw(JSON.parse(COURSES) as JsonObject, [
    { from: 'command:SubscribeStudent', to: 'event:StudentSubscribed', label: 'same course' },
    { from: 'command:Nobody', to: 'event:StudentSubscribed', label: null },
  ]);

  it('is well-formed XML', () => expect(findXmlFault(picture)).toBeNull());

  it('has every note, frame and arrow, with what is written on them', () => {
    const texts = [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    for (const text of ['Student', 'Subscribed', 'taken &lt; capacity', 'Event', 'same course', 'Course']) {
      expect(texts).toContain(text);
    }
    expect(picture.match(/marker-end/g)).toHaveLength(1);
    expect(picture).toContain('rotate(-2.5');
  });

  it('opens again as exactly the same model', () => {
    const read = readForeign('courses.svg', new TextEncoder().encode(picture));
    expect(read.kind === 'model' && serialiseModel(read.document)).toBe(COURSES);
  });
});

describe('a picture of a model with odd names', () => {
  const document: JsonObject = {
    ambit: '1.0',
    name: ODD,
    events: { [ODD]: { tags: { [ODD]: 'x' } } },
    constraints: { [ODD]: { rule: ODD } },
    hotspots: { [ODD]: {} },
    aggregates: { [ODD]: {}, '': {} },
    notes: { '': {}, ['x'.repeat(5000)]: {} },
  };
  const event = makeKey('event', ODD);
  const picture = draw(document, [{ from: event, to: makeKey('constraint', ODD), label: ODD }]);

  it('is well-formed XML without a script', () => {
    expect(findXmlFault(picture)).toBeNull();
    expect(picture).not.toContain('<script');
  });

  it('opens again as exactly the same model', () => {
    const read = readForeign('odd.svg', picture);
    expect(read.kind === 'model' && serialiseModel(read.document)).toBe(serialiseModel(document));
  });
});

describe('an empty board', () => {
  it('is an empty picture', () => {
    const picture = draw({ ambit: '1.0', name: 'Empty' }, []);
    expect(findXmlFault(picture)).toBeNull();
    expect(picture).toContain('viewBox="0 0 640 360"');
  });
});

describe('a name on a note', () => {
  const measure = (text: string) => text.length;
  it.each([
    ['StudentSubscribed', 10, 3, ['Student', 'Subscribed']],
    ['Course has a free seat', 12, 3, ['Course has a', 'free seat']],
    ['abcdefghijkl', 5, 3, ['abcde', 'fghij', 'kl']],
    ['one two three four', 5, 2, ['one', 'two…']],
    ['', 5, 2, []],
  ])('breaks where one reads it best: %j', (text, room, lines, expected) => {
    expect(wrapText(text, room, lines, measure)).toEqual(expected);
  });
});

function draw(
  document: JsonObject,
  arrows: readonly { from: ElementKey; to: ElementKey; label: string | null }[],
): string {
  const places: ReadonlyMap<ElementKey, Place> = completePlaces(document);
  return drawSvg({
    document,
    places,
    arrows: arrows.map((arrow) => ({
      ...arrow,
      id: `${arrow.from} ${arrow.to}`,
      relation: 'reads',
      marks: [1, 2],
      sentence: '',
    })),
    colourOf: (token) => (token === 'paper' ? '#ffffff' : '#123456'),
    measure: estimateText,
    fontCss: '',
    metadata: writeMetadata(document),
  });
}
