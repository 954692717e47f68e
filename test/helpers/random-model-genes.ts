import * as fc from 'fast-check';

/** The concepts that random models use; `other` and `items` of a command are further rooms. */
export const CONCEPTS = ['room', 'guest', 'day'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** A random choice among weighted constants. */
function weighted<const T>(...choices: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}

const one: readonly Concept[] = ['room'];

const tagSets = weighted<readonly Concept[]>(
  [30, ['room', 'guest']],
  [25, one],
  [15, ['guest']],
  [10, ['room', 'day']],
  [10, ['guest', 'day']],
  [5, ['room', 'guest', 'day']],
);

const eventGene = fc.record({
  tags: tagSets,
  /** How the first tag is written: one value, a list of two, or sometimes null. */
  style: weighted([16, 'plain'], [3, 'list'], [2, 'null'], [1, 'number']),
  owners: weighted([10, 'all'], [6, 'first'], [3, 'last'], [2, 'twice']),
  /** Rarely an event without tags or without an owner. */
  stray: weighted([40, 'no'], [1, 'untagged'], [1, 'unowned']),
});

const projectionGene = fc.record({
  kind: weighted(
    [16, 'count'],
    [5, 'flag'],
    [5, 'last'],
    [5, 'sum'],
    [3, 'balance'],
    [4, 'time'],
    [2, 'set'],
    [1, 'map'],
    [1, 'price'],
    [3, 'recent'],
    [2, 'shift'],
    [2, 'own'],
    [1, 'text'],
    [3, 'fragile'],
    [2, 'missing'],
  ),
  filter: weighted([6, 'all'], [2, 'first'], [2, 'last'], [1, 'none']),
  types: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }),
});

const constraintGene = fc.record({
  filters: weighted<readonly Concept[]>(
    [8, one],
    [6, ['guest']],
    [6, ['room', 'guest']],
    [2, ['day']],
    [1, ['room', 'day']],
    [2, []],
  ),
  projections: fc.array(projectionGene, { minLength: 1, maxLength: 2 }),
  rule: weighted([12, 'limits'], [4, 'compare'], [2, 'none'], [1, 'divide'], [1, 'number'], [2, 'command']),
  limit: weighted([4, 1], [4, 2], [2, 3]),
  relaxed: weighted([2, false], [1, true]),
});

const checkGene = fc.record({
  constraint: fc.nat({ max: 11 }),
  form: weighted([10, 'name'], [2, 'with'], [2, 'each'], [1, 'eachAs']),
});

const emitGene = fc.record({
  event: fc.nat({ max: 5 }),
  form: weighted([8, 'name'], [3, 'when'], [4, 'data'], [1, 'whenData'], [1, 'time'], [1, 'otherGuest']),
  /** Which projection of which plain check is read by `when` or `data`. */
  source: fc.nat({ max: 11 }),
});

const commandGene = fc.record({
  checks: fc.array(checkGene, { minLength: 1, maxLength: 3 }),
  /** Mostly the checks above and at least one event. */
  flaw: weighted([30, 'no'], [3, 'noChecks'], [1, 'noEmits']),
  emits: fc.array(emitGene, { minLength: 1, maxLength: 2 }),
});

const dataGene = fc.record({
  room: weighted([4, 'r1'], [1, 'r2']),
  guest: weighted([4, 'g1'], [2, 'g2'], [1, 'g3']),
  day: weighted([2, 'd1'], [1, 'd2']),
  other: weighted([1, 'r1'], [1, 'r2']),
  items: weighted<readonly string[]>([2, ['r1']], [2, ['r1', 'r2']], [1, ['r2', 'r1']], [1, []]),
  amount: weighted([2, 1], [1, 2], [1, 0]),
  price: weighted([1, 1], [1, 0.5]),
  at: fc.constant('2000-01-01T00:30:00Z'),
});

const instantGene = weighted(
  [3, null],
  [1, '2000-01-01T00:30:00Z'],
  [1, '2000-01-01T02:00:00Z'],
  [1, '1999-12-31T23:00:00Z'],
);

const issuedGene = fc.record({
  command: fc.nat({ max: 5 }),
  data: dataGene,
  now: instantGene,
  /** Rarely a command without a field that its checks may need. */
  flaw: weighted([30, 'no'], [1, 'noDay']),
});

const givenGene = fc.record({ event: fc.nat({ max: 5 }), data: dataGene, time: instantGene });

const raceGene = fc.record({
  commands: fc.array(issuedGene, { minLength: 2, maxLength: 4, size: 'max' }),
  /** Of the commands above at most so many: of four there are many schedules. */
  size: weighted<number>([10, 2], [9, 3], [1, 4]),
  given: fc.array(givenGene, { maxLength: 4, size: 'max' }),
  /** Of the given events above at most so many: with many given, most commands are rejected at once. */
  past: weighted<number>([6, 0], [6, 1], [4, 2], [2, 3], [1, 4]),
  attempts: weighted<number | 'unlimited' | null>([2, null], [3, 1], [3, 2], [1, 3], [1, 'unlimited']),
  now: instantGene,
});

/** Everything that is random about a model and its race; numbers are taken modulo what they choose from, so that all shrink well. */
export const worldGene = fc.record({
  events: fc.array(eventGene, { minLength: 1, maxLength: 3 }),
  /** Of the events above at most so many, so that commands write what others read. */
  types: weighted<number>([4, 1], [4, 2], [2, 3]),
  constraints: fc.array(constraintGene, { minLength: 1, maxLength: 4 }),
  commands: fc.array(commandGene, { minLength: 1, maxLength: 3 }),
  race: raceGene,
});

type Of<T> = T extends fc.Arbitrary<infer G> ? G : never;
export type WorldGene = Of<typeof worldGene>;
export type EventGene = Of<typeof eventGene>;
export type ProjectionGene = Of<typeof projectionGene>;
export type ConstraintGene = Of<typeof constraintGene>;
export type CommandGene = Of<typeof commandGene>;
export type CheckGene = Of<typeof checkGene>;
export type EmitGene = Of<typeof emitGene>;
export type RaceGene = Of<typeof raceGene>;
export type IssuedGene = Of<typeof issuedGene>;
