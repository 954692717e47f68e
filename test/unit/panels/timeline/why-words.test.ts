import { describe, expect, it } from 'vitest';
import { splitReason, type WhyWord } from '../../../../src/panels/timeline/why-words.ts';
import { shippedModels, shippedRace, tellWhole, witnessesOf } from '../../../helpers/told-races.ts';

const lastCourse = () => {
  const { model, race } = shippedRace('course-subscriptions', 'The last course a student may take');
  return tellWhole(model, race, 'stream-version', [0, 1, 1, 0]);
};
const marked = (words: readonly WhyWord[]) =>
  words.filter(({ mark, isQuote }) => mark !== null || isQuote).map(({ text, mark }) => [text, mark]);

describe('the words of a sentence', () => {
  it('name the steps, events, tags, streams and constraints they speak of', () => {
    expect(marked(splitReason(lastCourse(), 3))).toEqual([
      ['#1 read', 'step-0'],
      ['position 5', 'step-0'],
      ['position 6', 'event-6'],
      ['#2 appended', 'step-2'],
      ['student:s1', 'tag-student:s1'],
      ['course:c2', 'tag-course:c2'],
      ['Course-c1', 'stream-Course-c1'],
      ['StudentHasFreeSlot', 'check-StudentHasFreeSlot'],
      ['“Student s1 already takes 3 of 2 courses”', null],
    ]);
  });

  it('take the read of the same attempt', () => {
    const { model, race } = shippedRace('course-subscriptions', 'The last seat, tried again');
    const told = tellWhole(model, race, 'tag-condition', [0, 1, 1, 0]);
    expect(marked(splitReason(told, 4))[0]).toEqual(['#1 reads', 'step-4']);
  });

  it('are none before the first step', () => {
    expect(splitReason(lastCourse(), -1)).toEqual([]);
  });

  it('make up the whole sentence, for every step of the course model’s races', () => {
    let sentences = 0;
    for (const [, model] of shippedModels().filter(([file]) => file.startsWith('course-subscriptions.'))) {
      for (const race of model.races ?? []) {
        for (const { told } of witnessesOf(model, race)) {
          for (const [at, { reason }] of told.steps.entries()) {
            const words = splitReason(told, at);
            expect(words.map(({ text }) => text).join('')).toBe(reason);
            expect(new Set(words.map((word) => word.at)).size).toBe(words.length);
            sentences++;
          }
        }
      }
    }
    expect(sentences).toBeGreaterThan(80);
  });
});
