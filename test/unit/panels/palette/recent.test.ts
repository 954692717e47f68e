import { describe, expect, it } from 'vitest';
import { addRecent, putRecentFirst } from '../../../../src/panels/palette/recent.ts';

describe('What was chosen lately', () => {
  it('comes first, the last one before all, each once and not for ever', () => {
    expect(addRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(addRecent([...'abcdefgh'], 'z')).toEqual([...'zabcdefg']);
  });

  it('goes before the rest, which keeps its order', () => {
    const entries = [...'abcd'].map((id) => ({ id }));
    expect(putRecentFirst(entries, ['d', 'gone', 'b']).map(({ id }) => id)).toEqual([...'dbac']);
  });
});
