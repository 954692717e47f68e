import type { Behaviour, SideEffect } from '../../../lab/history/side-effects.ts';

/** What each state of a side effect is called, and the sign it is told by. */
export const STATE_WORDS: Readonly<
  Record<SideEffect['state'], { readonly name: string; readonly sign: string }>
> = {
  waiting: { name: 'Waiting', sign: '○' },
  running: { name: 'Running', sign: '◐' },
  failed: { name: 'Failed', sign: '✗' },
  stopped: { name: 'Stopped', sign: '■' },
  done: { name: 'Done', sign: '✓' },
};

export const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, string>> = {
  answers: 'Answers',
  slow: 'Is slow',
  fails: 'Fails',
};

/** What there is to say about a side effect beside its state. */
export function sayNote({ waitsFor, note, attempts, state, wrote }: SideEffect): string {
  const parts = [
    waitsFor === null ? '' : `waits until ${waitsFor} has taken in the event`,
    wrote.length === 0 ? '' : `wrote ${wrote.length === 1 ? 'event' : 'events'} ${wrote.join(', ')}`,
    note ?? '',
    attempts > 1 || (attempts === 1 && state !== 'done' && state !== 'running') ? `${attempts} tries` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
