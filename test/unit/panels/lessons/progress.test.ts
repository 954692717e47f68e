import { describe, expect, it } from 'vitest';
import { choose, createLessonRun, goOn, show, startOver } from '../../../../src/panels/lessons/lesson-run.ts';
import { NO_PROGRESS, readProgress, writeProgress } from '../../../../src/panels/lessons/progress.ts';

const SOME = {
  at: 'why',
  done: ['story', 'rules'],
  choices: { predict: { '2': 'through' } },
  shown: ['predict'],
  boards: { main: 'b1' },
};

describe('what is kept of the lessons', () => {
  it('comes back as it was', () => {
    expect(readProgress(writeProgress({ library: SOME }))).toEqual({ library: SOME });
  });

  it.each([
    [null],
    [''],
    ['{'],
    ['[]'],
    ['{"version":2,"lessons":{"library":{"at":"why"}}}'],
    ['{"version":1,"lessons":7}'],
  ])('is nothing for %s', (text) => {
    expect(readProgress(text)).toEqual({});
  });

  it('is only what can be used of something broken', () => {
    const lessons = {
      library: { at: 3, done: ['story', 4], choices: { predict: 'all', lock: { row: 'safe', other: 5 } } },
      interest: 'done',
      cooking: { at: 'story' },
    };
    expect(readProgress(JSON.stringify({ version: 1, lessons }))).toEqual({
      library: { ...NO_PROGRESS, done: ['story'], choices: { predict: {}, lock: { row: 'safe' } } },
    });
  });
});

describe('a learner', () => {
  it('goes on from a step once, and may come back to it', () => {
    const second = goOn(NO_PROGRESS, 'rules', 'story');
    expect(second).toEqual({ ...NO_PROGRESS, at: 'rules', done: ['story'] });
    const back = goOn(second, 'story', null);
    expect(back).toEqual({ ...second, at: 'story' });
    expect(goOn(back, 'rules', 'story').done).toEqual(['story']);
  });

  it('may change their mind before the answers are shown', () => {
    const chosen = choose(choose(NO_PROGRESS, 'predict', '2', 'through'), 'predict', '3', 'stopped');
    expect(choose(chosen, 'predict', '2', 'stopped').choices).toEqual({
      predict: { '2': 'stopped', '3': 'stopped' },
    });
    expect(show(show(chosen, 'predict'), 'predict').shown).toEqual(['predict']);
  });

  it('finds the boards again after starting over', () => {
    expect(startOver(SOME)).toEqual({ ...NO_PROGRESS, boards: { main: 'b1' } });
  });
});

describe('hands in the room', () => {
  it.each([
    [7, 7],
    [-2, 0],
    [2.6, 3],
    [Number.NaN, 0],
  ])('%d counted are %d', (typed, counted) => {
    const run = createLessonRun();
    run.getState().count('predict', '2', 'through', typed);
    run.getState().count('predict', '3', 'stopped', 4);
    expect(run.getState().hands).toEqual({ predict: { '2': { through: counted }, '3': { stopped: 4 } } });
  });

  it('are put down when the lesson starts over', () => {
    const run = createLessonRun();
    run.getState().startCounting(true);
    run.getState().take('why', 3);
    run.getState().clear();
    expect(run.getState()).toMatchObject({ hands: {}, taken: {}, isCounting: false });
  });
});
