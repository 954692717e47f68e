import type { Json } from '../../lib/json.ts';
import type { ProjectionDefinition } from '../../model/schema.ts';
import { type Cel, call, literal, named } from './cel.ts';
import type { Projection } from './document.ts';
import { printCel } from './print-cel.ts';
import { type Located, placeIn, type Report } from './report.ts';
import type { AgeComparison, AgeUnit, Binding, Typed } from './scope.ts';
import { asObject, DYN, type Shape, STRING, shapeOf } from './shape.ts';
import { translateTags } from './tags.ts';
import { translateOrReport } from './translate-or-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A projection as it stands in a constraint, with the shape of its value. */
export interface BuiltProjection {
  readonly definition: ProjectionDefinition;
  readonly shape: Shape;
}

/** What a projection's ages are compared with, by event type; filled while projections are built. */
export type AgesByEvent = Map<string, AgeComparison[]>;

const AGES: readonly (readonly [string, AgeUnit, Cel])[] = [
  ['secondsAgo', { amount: 1, suffix: 's', seconds: 1 }, age('getSeconds')],
  ['minutesAgo', { amount: 1, suffix: 'm', seconds: 60 }, age('getMinutes')],
  ['hoursAgo', { amount: 1, suffix: 'h', seconds: 3600 }, age('getHours')],
  [
    'daysAgo',
    { amount: 24, suffix: 'h', seconds: 86_400 },
    { kind: 'binary', operator: '/', left: age('getHours'), right: literal(24) },
  ],
];

/** The metadata of a recorded event that tells how long ago it was recorded, with the unit's length in seconds. */
export const AGE_SECONDS: ReadonlyMap<string, number> = new Map(
  AGES.map(([name, { seconds }]) => [name, seconds]),
);

function age(accessor: string): Cel {
  const target: Cel = { kind: 'binary', operator: '-', left: named('now'), right: named('time') };
  return { kind: 'call', target, name: accessor, args: [] };
}

/** A projection with its parameters bound to the given names: tag filters, the schema's default as `initial`, handlers as `on`. */
export function buildProjection(
  { value, ...place }: Located<Projection>,
  parameters: ReadonlyMap<string, Typed>,
  vocabulary: Vocabulary,
  ages: AgesByEvent,
  report: Report,
): BuiltProjection {
  const initial = asObject(value.stateSchema ?? undefined)['default'] ?? null;
  const described = describeState(value.stateSchema ?? undefined, initial);
  const translateOn = (state: Typed, into: AgesByEvent, to: Report) =>
    Object.entries(value.handlers ?? {}).map(([event, source]): [string, Typed] => {
      const comparisons: AgeComparison[] = [];
      const names = new Map<string, Binding>([
        ...parameters,
        ['state', state],
        ['event', bindEvent(event, vocabulary)],
      ]);
      const consequence = 'the state is left unchanged by this event, which keeps it in the boundary';
      const at = placeIn(place, 'handlers', event);
      const typed = translateOrReport(source, { names, ages: comparisons }, at, to, { consequence });
      if (comparisons.length > 0) into.set(event, (into.get(event) ?? []).concat(comparisons));
      return [event, typed ?? { cel: named('state'), shape: DYN }];
    });
  const isDouble = (on: readonly (readonly [string, Typed])[]) =>
    on.some(([, { shape }]) => shape.kind === 'double');
  const state = { cel: named('state'), shape: described };
  const holdsFractions =
    described.kind === 'number' &&
    isDouble(translateOn({ ...state, shape: { kind: 'int' } }, new Map(), report));
  // JSON's 0 is an int, so that a state of fractions has to be made a double before it is reckoned with.
  const used: Typed = holdsFractions
    ? { cel: call('double', state.cel), shape: { kind: 'double' } }
    : { ...state, shape: described.kind === 'number' ? { ...described, kind: 'int' } : described };
  const on = translateOn(used, ages, report);
  const tags = translateTags(
    value.tagFilters ?? [],
    { names: parameters },
    placeIn(place, 'tagFilters'),
    report,
  );
  const definition = {
    ...(Object.keys(tags).length > 0 && { tags }),
    initial,
    on: Object.fromEntries(on.map(([event, { cel }]) => [event, printCel(cel)])),
  };
  return { definition, shape: holdsFractions ? { ...used.shape, kind: 'number' } : used.shape };
}

function describeState(schema: Json | undefined, initial: Json): Shape {
  const shape = shapeOf(schema);
  return initial === null ? { ...shape, nullable: true } : shape;
}

function bindEvent(event: string, vocabulary: Vocabulary): Binding {
  const data: Typed = { cel: named('event'), shape: vocabulary.events.get(event)?.shape ?? DYN };
  const metadata = new Map(
    AGES.map(([name, unit, cel]): [string, Typed] => [name, { cel, shape: { kind: 'int' }, age: unit }]),
  );
  return {
    members: new Map<string, Binding>([
      ['data', data],
      ['type', { cel: literal(event), shape: STRING }],
      ['metadata', { members: metadata }],
    ]),
  };
}
