import type { BoundaryPart, BoundaryReport } from '../../strategies/report-boundary.ts';

/** Guarded and needed, guarded only, needed only, or left out of the guard on purpose. */
export const BOUNDARY_KINDS = ['kept', 'extra', 'open', 'relaxed'] as const;
export type BoundaryKind = (typeof BOUNDARY_KINDS)[number];

/** Which kind a part is of; what is relaxed and guarded all the same is kept. */
export function kindOf({ needed, guarded, relaxed }: BoundaryPart): BoundaryKind {
  if (!needed) return 'extra';
  if (guarded) return 'kept';
  return relaxed ? 'relaxed' : 'open';
}

/** The parts of a report by their kind, in the report's order. */
export function groupByKind({
  parts,
}: BoundaryReport): Readonly<Record<BoundaryKind, readonly BoundaryPart[]>> {
  const ofKind = (kind: BoundaryKind) => parts.filter((part) => kindOf(part) === kind);
  return { kept: ofKind('kept'), extra: ofKind('extra'), open: ofKind('open'), relaxed: ofKind('relaxed') };
}

export type BoundaryFinding = 'falseConflict' | 'needlessWait' | 'missedConflict' | 'tolerated';

/** What a race can show where there is a part of this kind; null for what goes right. */
export function findingOf(
  kind: BoundaryKind,
  { guard }: Pick<BoundaryReport, 'guard'>,
): BoundaryFinding | null {
  switch (kind) {
    case 'kept':
      return null;
    case 'extra':
      return guard.kind === 'locks' ? 'needlessWait' : 'falseConflict';
    case 'open':
      return 'missedConflict';
    case 'relaxed':
      return 'tolerated';
  }
}

export interface KindWords {
  readonly name: string;
  /** For where there is little room. */
  readonly short: string;
  /** What comes of it. */
  readonly consequence: string;
}

/** How a kind is called under a guard, or under a lock. */
export function wordsOf(kind: BoundaryKind, { guard }: Pick<BoundaryReport, 'guard'>): KindWords {
  return WORDS[guard.kind === 'locks' ? 'locked' : 'guarded'][kind];
}

const RELAXED = {
  name: 'needed, relaxed',
  short: 'needed, relaxed',
  consequence: 'may slip through, the model allows it',
};

const WORDS: Readonly<Record<'guarded' | 'locked', Readonly<Record<BoundaryKind, KindWords>>>> = {
  guarded: {
    kept: {
      name: 'guarded and needed',
      short: 'guarded, needed',
      consequence: 'the write is stopped when it must be',
    },
    extra: {
      name: 'guarded, not needed',
      short: 'guarded, not needed',
      consequence: 'the write can be stopped for nothing',
    },
    open: {
      name: 'needed, not guarded',
      short: 'needed, not guarded',
      consequence: 'a conflict can slip through',
    },
    relaxed: RELAXED,
  },
  locked: {
    kept: { name: 'locked and needed', short: 'locked, needed', consequence: 'the write waits when it must' },
    extra: {
      name: 'locked, not needed',
      short: 'locked, not needed',
      consequence: 'the write can wait for nothing',
    },
    open: {
      name: 'needed, not locked',
      short: 'needed, not locked',
      consequence: 'whoever writes it need not ask for the lock: a conflict can slip through',
    },
    relaxed: RELAXED,
  },
};
