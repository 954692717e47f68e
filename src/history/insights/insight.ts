/** What can be found in a log, in the order in which it is told. */
export const INSIGHT_KINDS = [
  'oneFact',
  'commonPath',
  'detour',
  'nextStep',
  'neverEnds',
  'hotInstance',
  'sameThing',
  'hub',
  'whoDoesWhat',
  'whenTheyWork',
  'busyTimes',
] as const;
export type InsightKind = (typeof INSIGHT_KINDS)[number];

/** Something that a log shows, with what it is said for. */
export interface Insight {
  readonly kind: InsightKind;
  /** One plain sentence. */
  readonly sentence: string;
  /** How sure it is, from 0 to 1: the share of the cases it speaks of that fit it. */
  readonly strength: number;
  readonly evidence: Evidence;
  /** What one could do about it on the board. */
  readonly next: string;
}

export interface Evidence {
  readonly counts: readonly Count[];
  /** Ids of a few events that show it. */
  readonly events: readonly string[];
  /** What it is about. */
  readonly types: readonly string[];
  readonly tags: readonly string[];
}

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How often what happens, and when. */
export interface Frequency {
  /** The most frequent first. */
  readonly types: readonly Count[];
  /** Events by weekday, Monday first, and hour of the day, both in UTC. */
  readonly week: readonly (readonly number[])[];
}

export interface Insights {
  readonly events: number;
  /** Times of the first and the last event in milliseconds; null of a log without events. */
  readonly from: number | null;
  readonly until: number | null;
  readonly frequency: Frequency;
  /** By kind, the strongest first. */
  readonly insights: readonly Insight[];
}

/** At most so many of a kind: the strongest. */
export const MOST_OF_A_KIND = 12;
const MOST_SAMPLES = 5;

/** Evidence with a few of the events. */
export function makeEvidence(evidence: {
  readonly counts: readonly Count[];
  readonly events: readonly string[];
  readonly types?: readonly string[];
  readonly tags?: readonly string[];
}): Evidence {
  const { counts, events, types = [], tags = [] } = evidence;
  return { counts, events: events.slice(0, MOST_SAMPLES), types, tags: tags.slice(0, MOST_SAMPLES) };
}
