import type * as fc from 'fast-check';
import type {
  AggregateDefinition,
  CheckDefinition,
  CommandDefinition,
  EmitDefinition,
  EventDefinition,
  Fields,
  Model,
  Race,
} from '../../src/model/schema.ts';
import { buildConstraint, NUMERIC, named, usedFilters } from './random-model-constraint.ts';
import {
  type CheckGene,
  CONCEPTS,
  type CommandGene,
  type Concept,
  type EmitGene,
  type EventGene,
  type IssuedGene,
  type RaceGene,
  type WorldGene,
  worldGene,
} from './random-model-genes.ts';

/** The seed of all random races: always the same, unless AMBIT_SEED says otherwise. */
export const SEED = Number(process.env['AMBIT_SEED'] ?? 20_260_101);

/** A small model with one race in it that brute force can enumerate. */
export interface RandomRace {
  readonly model: Model;
  readonly race: Race;
}

/** Models and races in which commands get in each other's way: few instances, shared constraints, limits that are nearly reached. */
export const randomRaces: fc.Arbitrary<RandomRace> = worldGene.map(buildWorld);

/** The same without relaxed constraints (T1). */
export const strictRaces: fc.Arbitrary<RandomRace> = worldGene.map((world) =>
  buildWorld({
    ...world,
    constraints: world.constraints.map((constraint) => ({ ...constraint, relaxed: false })),
  }),
);

const FIELDS: Fields = {
  room: 'string',
  guest: 'string',
  day: 'string',
  other: 'string',
  items: 'list<string>',
  amount: 'int',
  price: 'double',
  at: 'timestamp',
  /** Declared, but no data has it. */
  absent: 'int',
};

function buildWorld(genes: WorldGene): RandomRace {
  const world = { ...genes, events: genes.events.slice(0, genes.types) };
  const race = buildRace(world.race, world);
  const model: Model = {
    ambit: '1.0',
    name: 'Random',
    tags: { room: {}, guest: {}, day: {} },
    events: named('E', world.events.map(buildEvent)),
    constraints: named(
      'C',
      world.constraints.map((gene) => buildConstraint(gene, world.events.length)),
    ),
    commands: named(
      'Do',
      world.commands.map((gene) => buildCommand(gene, world)),
    ),
    aggregates: buildAggregates(world.events),
    races: [race],
  };
  return { model, race };
}

/** The element that a gene's number chooses; undefined only of nothing. */
function pick<T>(values: readonly T[], gene: number): T | undefined {
  return values[gene % Math.max(values.length, 1)];
}

function buildEvent(gene: EventGene): EventDefinition {
  const concepts = gene.stray === 'untagged' ? [] : gene.tags;
  const tags = concepts.map((concept, i) => [
    concept,
    i === 0 ? tagExpression(gene, concept) : `event.${concept}`,
  ]);
  return { fields: FIELDS, tags: Object.fromEntries(tags) };
}

function tagExpression(gene: EventGene, concept: Concept): string {
  switch (gene.style) {
    case 'plain':
      return `event.${concept}`;
    case 'list':
      return concept === 'room' ? '[event.room, event.other]' : `[event.${concept}, "g1"]`;
    case 'null':
      return `event.amount == 2 ? dyn(null) : dyn(event.${concept})`;
    case 'number':
      return 'event.amount';
  }
}

/** Each event is owned by the aggregates that its gene says: one or all of its tags' concepts, or two of the same concept. */
function buildAggregates(events: readonly EventGene[]): { readonly [name: string]: AggregateDefinition } {
  const owned = (concept: Concept, second: boolean) =>
    events.flatMap((gene, index) => {
      const owns = owners(gene).includes(concept) && (!second || gene.owners === 'twice');
      return owns ? [`E${index}`] : [];
    });
  const aggregates = CONCEPTS.map((concept) => [
    title(concept),
    { id: concept, events: owned(concept, false) },
  ]);
  const seconds = CONCEPTS.map((concept) => [
    `All${title(concept)}`,
    { id: concept, events: owned(concept, true) },
  ]);
  return Object.fromEntries([...aggregates, ...seconds]);
}

function owners(gene: EventGene): readonly Concept[] {
  if (gene.stray === 'unowned') return [];
  if (gene.owners === 'first') return gene.tags.slice(0, 1);
  if (gene.owners === 'last') return gene.tags.slice(-1);
  return gene.tags;
}

function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function buildCommand(gene: CommandGene, world: WorldGene): CommandDefinition {
  const seen = new Set<number>();
  const genes = gene.flaw === 'noChecks' ? [] : gene.checks;
  const checks = genes.filter(({ constraint }) => {
    const index = constraint % world.constraints.length;
    return !seen.has(index) && seen.add(index);
  });
  const sources = checks
    .filter((check) => isPlain(check, world))
    .flatMap(({ constraint }) => sourcesOf(constraint % world.constraints.length, world));
  return {
    fields: FIELDS,
    checks: checks.map((check) => buildCheck(check, world)),
    emits: (gene.flaw === 'noEmits' ? [] : gene.emits).map((emit) =>
      buildEmit(emit, world.events.length, sources),
    ),
  };
}

/** The numeric projections of a constraint, as `when` and `data` read them. */
function sourcesOf(index: number, world: WorldGene): readonly string[] {
  const projections = world.constraints[index]?.projections ?? [];
  return projections.flatMap(({ kind }, i) => (NUMERIC.includes(kind) ? [`C${index}.p${i}`] : []));
}

function isPlain(gene: CheckGene, world: WorldGene): boolean {
  return !(gene.form.startsWith('each') && hasRoomParameter(gene, world));
}

function hasRoomParameter(gene: CheckGene, world: WorldGene): boolean {
  const constraint = pick(world.constraints, gene.constraint);
  return constraint !== undefined && usedFilters(constraint).includes('room');
}

function buildCheck(gene: CheckGene, world: WorldGene): CheckDefinition {
  const constraint = `C${gene.constraint % world.constraints.length}`;
  const hasRoom = hasRoomParameter(gene, world);
  if (!hasRoom || gene.form === 'name') return constraint;
  if (gene.form === 'with') return { constraint, with: { room: 'command.other' } };
  if (gene.form === 'each') return { constraint, each: 'command.items', with: { room: 'item' } };
  return { constraint, each: 'command.items.map(i, {"id": i})', as: 'element', with: { room: 'element.id' } };
}

function buildEmit(gene: EmitGene, events: number, sources: readonly string[]): EmitDefinition {
  const event = `E${gene.event % events}`;
  const source = pick(sources, gene.source) ?? 'command.amount';
  switch (gene.form) {
    case 'name':
      return event;
    case 'when':
      return { event, when: `${source} < 1` };
    case 'data':
      return { event, data: { amount: `${source} + 1` } };
    case 'whenData':
      return { event, when: `${source} > 0`, data: { amount: source, note: '"late"' } };
    case 'time':
      return { event, data: { at: 'now', price: '2.0' } };
    case 'otherGuest':
      return { event, data: { guest: '"g" + string(2)', room: 'command.other' } };
  }
}

function buildRace(gene: RaceGene, world: WorldGene): Race {
  return {
    name: 'race',
    given: gene.given.slice(0, gene.past).map(({ event, data, time }) => ({
      event: `E${event % world.events.length}`,
      data,
      ...(time === null ? {} : { time }),
    })),
    commands: gene.commands.slice(0, gene.size).map((issued) => buildIssued(issued, world)),
    ...(gene.attempts === null ? {} : { attempts: gene.attempts }),
    ...(gene.now === null ? {} : { now: gene.now }),
  };
}

function buildIssued(gene: IssuedGene, world: WorldGene) {
  const { day, ...rest } = gene.data;
  return {
    command: `Do${gene.command % world.commands.length}`,
    data: gene.flaw === 'noDay' ? rest : { day, ...rest },
    ...(gene.now === null ? {} : { now: gene.now }),
  };
}
