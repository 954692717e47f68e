import { describe, expect, it } from 'vitest';
import { createLabDesk } from '../../../src/lab/lab-desk.ts';

describe('the strategy on the desk and the one beside it', () => {
  it('change places when the one beside is chosen', () => {
    const lab = createLabDesk();
    lab.getState().choose('tag-condition');
    expect(lab.getState()).toMatchObject({ strategy: 'tag-condition', beside: 'stream-version' });
  });

  it('stay two when any other is chosen', () => {
    const lab = createLabDesk();
    lab.getState().choose('log-lock');
    expect(lab.getState()).toMatchObject({ strategy: 'log-lock', beside: 'tag-condition' });
  });

  it('are one where nothing is to stand beside it', () => {
    const lab = createLabDesk();
    lab.getState().compare(null);
    lab.getState().choose('tag-condition');
    expect(lab.getState()).toMatchObject({ strategy: 'tag-condition', beside: null });
  });

  it('are left alone when the one that is on is chosen again', () => {
    const lab = createLabDesk();
    lab.getState().choose('stream-version');
    expect(lab.getState()).toMatchObject({ strategy: 'stream-version', beside: 'tag-condition' });
  });
});
