import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeLog } from '../../../../src/history/import/looks-like-log.ts';
import { LOG_WRITERS, sampleEvents } from '../../../helpers/log-files.ts';

const looks = (text: string) => looksLikeLog(new TextEncoder().encode(text));
const ARCHIVE = '{"format":"ambit-events","version":1,"store":"s"}\n{"end":{"events":0,"retaggings":0}}\n';

describe('A file looks like a log', () => {
  it.each(Object.entries(LOG_WRITERS))('when it is %s, also where it is cut off', (_, write) => {
    const text = write(sampleEvents(60));
    expect(looks(text)).toBe(true);
    expect(looks(text.slice(0, Math.floor(text.length * 0.7)))).toBe(true);
  });

  it('when it is the archive of a board’s log', () => {
    const event = { position: 1, id: 'a', type: 'A', data: {}, tags: [], time: '2020-01-01T00:00:00Z' };
    const [head, end] = ARCHIVE.split('\n');
    expect(looks([head, JSON.stringify({ event }), end].join('\n'))).toBe(true);
  });

  it('and not when it is a model, whole or cut off', () => {
    const model = readFileSync(
      join(import.meta.dirname, '../../../../public/models/library-dual-events.ambit.json'),
      'utf8',
    );
    expect(looks(model)).toBe(false);
    expect(looks(model.slice(0, 3000))).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['a text', 'Dear all,\nthis is, as you know, a letter.\nYours,\nMe\n'],
    ['a table of something else', 'name,price\nanvil,12\nrope,3\n'],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
    ['a web page', '<!doctype html><html><body>log</body></html>'],
    ['of dcb.events', '{"meta":{},"eventDefinitions":[{"name":"A","time":"2020-01-01T00:00:00Z"}]}'],
    ['other JSON', '{"name":"x","version":"1.0.0"}'],
  ])('and not when it is %s', (_, text) => {
    expect(looks(text)).toBe(false);
  });
});
