import type { InsightKind } from '../insights/insight.ts';

/** How each kind of insight is called, and what it looks for. */
export const INSIGHT_WORDS: Readonly<Record<InsightKind, { readonly name: string; readonly about: string }>> =
  {
    oneFact: { name: 'Maybe one event', about: 'Types that come together with the same data or tags' },
    commonPath: {
      name: 'Ways through',
      about: 'Sequences that many streams go through from beginning to end',
    },
    detour: { name: 'Detours', about: 'What rarely happens where nearly always something else does' },
    nextStep: { name: 'What comes next', about: 'What usually follows in a stream, or from the same actor' },
    neverEnds: {
      name: 'Never ending',
      about: 'Streams without an end, where others of their concept have one',
    },
    hotInstance: {
      name: 'Far busier than others',
      about: 'Instances with far more events than others of their concept',
    },
    sameThing: { name: 'Travelling together', about: 'Concepts whose instances always come with each other' },
    hub: { name: 'Hubs', about: 'Tags that most events carry' },
    whoDoesWhat: { name: 'Who does what', about: 'Types that are nearly all one actor’s' },
    whenTheyWork: { name: 'Who works when', about: 'Actors who work at hours of their own' },
    busyTimes: { name: 'Busy times', about: 'When in the day and the week most happens' },
  };
