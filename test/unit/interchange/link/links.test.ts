import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../../src/interchange/link/decode-link.ts';
import { encodeLink } from '../../../../src/interchange/link/encode-link.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { serialiseModel } from '../../../../src/model/serialise.ts';

const COURSES = readFileSync(
  new URL('../../../../public/models/course-subscriptions.ambit.json', import.meta.url),
  'utf8',
);
const linkOf = (bytes: Uint8Array) => `#/m/${Buffer.from(bytes).toString('base64url')}`;

describe('a link', () => {
  it('holds the whole model, far smaller', async () => {
    const link = await encodeLink(JSON.parse(COURSES) as JsonObject);
    expect(link).toMatch(/^#\/m\/[\w-]+$/);
    expect(link.length).toBeLessThan(COURSES.length / 3);
    const read = await decodeLink(link);
    expect(read.kind === 'model' && serialiseModel(read.document)).toBe(COURSES);
  });

  it('holds a model of several megabytes', async () => {
    const notes = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`Note ${index} €`, {}]));
    const document = { ambit: '1.0', name: 'Large', notes };
    const read = await decodeLink(await encodeLink(document));
    expect(read.kind === 'model' && serialiseModel(read.document)).toBe(serialiseModel(document));
  });
});

const BAD_LINKS: readonly (readonly [title: string, fragment: () => string, says: string])[] = [
  ['another route', () => '#/boards', 'holds no model'],
  ['nothing after the prefix', () => '#/m/', 'incomplete'],
  ['characters that no link has', () => '#/m/<script>', 'incomplete'],
  ['a stray character', () => '#/m/abcde', 'incomplete'],
  ['random data', () => '#/m/_____w', 'incomplete'],
  ['a text that is no model', () => linkOf(deflateRawSync('hello')), 'Found "hello"'],
  ['a newer version', () => linkOf(deflateRawSync('{"ambit":"2.0","name":"x"}')), 'newer Ambit'],
  ['a bomb of 100 MB', () => linkOf(deflateRawSync(Buffer.alloc(100_000_000))), 'larger than 10 MB'],
  ['15 million characters', () => `#/m/${'A'.repeat(15_000_000)}`, 'larger than 10 MB'],
];

describe('a bad link', () => {
  it.each(BAD_LINKS)('says what is wrong: %s', async (_, fragment, says) => {
    const read = await decodeLink(fragment());
    if (read.kind !== 'trouble') throw new Error('It was opened');
    expect(read.messages[0]?.message).toContain(says);
  });

  it('says so wherever it was cut off', async () => {
    const link = await encodeLink(JSON.parse(COURSES) as JsonObject);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const read = await decodeLink(link.slice(0, Math.floor(link.length * part)));
      expect(read.kind).toBe('trouble');
    }
  });
});
