import type { ConstraintDefinition, ProjectionDefinition } from '../../src/model/schema.ts';
import type { Concept, ConstraintGene, ProjectionGene } from './random-model-genes.ts';

/** Kinds of projections whose values are whole numbers. */
export const NUMERIC: readonly ProjectionGene['kind'][] = [
  'count',
  'last',
  'sum',
  'balance',
  'fragile',
  'missing',
  'recent',
  'shift',
  'own',
];

/** Values under their number: `E0`, `E1` … */
export function named<T>(prefix: string, values: readonly T[]): { readonly [name: string]: T } {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]));
}

/** A constraint over the first so many events. */
export function buildConstraint(gene: ConstraintGene, events: number): ConstraintDefinition {
  const rule = buildRule(gene);
  return {
    parameters: Object.fromEntries(usedFilters(gene).map((concept) => [concept, 'string'])),
    projections: named(
      'p',
      gene.projections.map((projection) => buildProjection(projection, gene.filters, events)),
    ),
    ...(rule === undefined ? {} : { rule }),
    ...(gene.relaxed ? { consistency: 'relaxed' as const } : {}),
  };
}

function buildProjection(
  gene: ProjectionGene,
  filters: readonly Concept[],
  events: number,
): ProjectionDefinition {
  const tags = Object.fromEntries(chosenFilters(gene, filters).map((concept) => [concept, concept]));
  const types = [...new Set(gene.types.map((type) => `E${type % events}`))];
  const on = Object.fromEntries(
    types.map((type, i) => [type, foldExpression(gene, chosenFilters(gene, filters), i)]),
  );
  return { tags, initial: initialValue(gene), on };
}

/** The parameters that a constraint needs, in the order of its filters. */
export function usedFilters(gene: ConstraintGene): readonly Concept[] {
  const used = gene.projections.flatMap((projection) => chosenFilters(projection, gene.filters));
  return gene.filters.filter((concept) => used.includes(concept));
}

function chosenFilters(gene: ProjectionGene, filters: readonly Concept[]): readonly Concept[] {
  if (gene.filter === 'none') return [];
  if (gene.filter === 'first') return filters.slice(0, 1);
  return gene.filter === 'last' ? filters.slice(-1) : filters;
}

function initialValue(gene: ProjectionGene): ProjectionDefinition['initial'] {
  switch (gene.kind) {
    case 'flag':
      return false;
    case 'time':
      return null;
    case 'set':
      return [];
    case 'map':
      return {};
    case 'text':
      return '';
    case 'price':
      return 0.5;
    default:
      return 0;
  }
}

/** How a projection of this kind takes in an event of its first or second type. */
function foldExpression(gene: ProjectionGene, parameters: readonly Concept[], position: number): string {
  const later = position > 0;
  switch (gene.kind) {
    case 'count':
      return 'state + 1';
    case 'flag':
      return later ? 'false' : 'true';
    case 'last':
      return later ? 'event.amount + 1' : 'event.amount';
    case 'sum':
      return 'state + event.amount';
    case 'balance':
      return later ? 'state - 1' : 'state + 1';
    case 'time':
      return 'time';
    case 'set':
      return 'event.guest in state ? state : state + [event.guest]';
    case 'map':
      return '{"n": event.amount}';
    case 'price':
      return 'state + event.price';
    case 'recent':
      return 'now - time < duration("1h") ? state + 1 : state';
    case 'shift':
      return 'state * 2 + event.amount';
    case 'own':
      return [...parameters.map((concept) => `event.${concept} != ${concept} ? state : `), 'state + 1'].join(
        '',
      );
    case 'text':
      return 'state + event.guest';
    case 'fragile':
      return 'state + 1 / (1 - state)';
    case 'missing':
      return 'event.amount == 2 ? event.absent : state + 1';
  }
}

function buildRule(gene: ConstraintGene): string | undefined {
  const limits = gene.projections.map(({ kind }, i) => limitRule(kind, `p${i}`, gene.limit));
  const numeric = gene.projections.every(({ kind }) => NUMERIC.includes(kind));
  switch (gene.rule) {
    case 'none':
      return undefined;
    case 'compare':
      return numeric && gene.projections.length === 2 ? `p0 < p1 + ${gene.limit}` : limits.join(' && ');
    case 'divide':
      return numeric ? `2 / (p0 - ${gene.limit}) < 0` : limits.join(' && ');
    case 'command':
      return numeric ? `p0 + command.amount <= ${gene.limit}` : limits.join(' && ');
    case 'number':
      return numeric ? `p0 < ${gene.limit} ? dyn(true) : dyn(1)` : limits.join(' && ');
    case 'limits':
      return limits.join(' && ');
  }
}

function limitRule(kind: ProjectionGene['kind'], name: string, limit: number): string {
  switch (kind) {
    case 'flag':
      return `!${name}`;
    case 'time':
      return `${name} == null || now - ${name} >= duration("1h")`;
    case 'set':
      return `size(${name}) < ${limit}`;
    case 'text':
      return `size(${name}) < 2 * ${limit}`;
    case 'map':
      return `!("n" in ${name}) || ${name}.n < ${limit}`;
    case 'price':
      return `${name} < ${limit}.0`;
    default:
      return `${name} < ${limit}`;
  }
}
