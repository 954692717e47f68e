import type { CompiledConstraint, CompiledModel, CompiledProjection } from '../decision/compiled-model.ts';
import { type FoldState, foldEvent, startFold } from '../decision/decide.ts';
import type { RecordedEvent } from '../decision/event.ts';
import type { ProjectionInstance } from '../decision/prepare.ts';
import { type CommandRun, seesRecord } from '../strategies/command-run.ts';
import type { LogRecord } from '../strategies/guard.ts';
import { servingStream } from '../strategies/streams.ts';

/** The value of one projection for some tags, kept up as events are appended. */
export interface Cell {
  state: FoldState;
}

/** A projection of the model, with what its value can depend on besides its tags. */
interface Shape {
  readonly projection: CompiledProjection;
  /** As they stand in front of a tag, such as `course:`. */
  readonly concepts: readonly string[];
  /** An instance for folds that name no parameter: its tags and its scope are then nobody's. */
  readonly anonymous: ProjectionInstance;
  /** Its folds name parameters or `now`: two instances with the same tags may have different values. */
  readonly isPersonal: boolean;
  readonly cells: Map<string, Cell>;
  /** Of a personal shape: the cells under each choice of tags, and the events so far, for those that come later. */
  readonly personal: Map<string, { readonly cells: PersonalCell[]; readonly past: LogRecord[] }>;
}

interface PersonalCell extends Cell {
  readonly instance: ProjectionInstance;
}

/**
 * The values of all projections on a log that is not kept: each append moves the values it concerns. Memory grows with
 * the instances, not with the events, except for projections whose folds name parameters.
 */
export class Ledger {
  readonly #model: CompiledModel;
  readonly #bySaga: boolean;
  readonly #shapes = new Map<CompiledProjection, Shape>();
  readonly #byType = new Map<string, Shape[]>();

  /** `bySaga`: a projection that a stream serves sees that stream's copies only (S6). */
  constructor(model: CompiledModel, bySaga: boolean) {
    this.#model = model;
    this.#bySaga = bySaga;
    for (const command of model.commands.values()) {
      for (const { constraint } of command.checks) {
        for (const projection of constraint.projections) this.#addShape(constraint, projection);
      }
    }
  }

  /** The cells behind the projections of a command, in their order; they stay the same while the log grows. */
  cellsOf(run: CommandRun): readonly Cell[] {
    return run.command.projections.map((instance) => {
      const shape = this.#shapes.get(instance.projection);
      if (shape === undefined) throw new Error(`No projection ${instance.projection.name} in the model`);
      const key = instance.item.tags.join('\n');
      return shape.isPersonal ? this.#personalCell(shape, key, instance) : this.#cell(shape, key, instance);
    });
  }

  /** Takes an appended record into account. */
  append(record: LogRecord): void {
    const { fact, time } = record;
    // One object for all: what is read of it is read once.
    const event = { ...fact, time };
    for (const shape of this.#byType.get(fact.type) ?? []) {
      for (const tags of combineTags(fact.tags, shape.concepts)) {
        if (this.#sees(shape, tags, record)) this.#move(shape, tags, record, event);
      }
    }
  }

  #addShape(constraint: CompiledConstraint, projection: CompiledProjection): void {
    if (this.#shapes.has(projection)) return;
    const known = new Set([...constraint.parameters.keys(), 'now']);
    const names = [...projection.on.values()].flatMap(({ parts }) =>
      parts.paths.map((path) => path.split('.')[0]),
    );
    const shape: Shape = {
      projection,
      concepts: projection.tags.map(({ concept }) => `${concept}:`),
      anonymous: { constraint, projection, item: { types: projection.types, tags: [] }, scope: {}, key: '' },
      isPersonal: names.some((name) => known.has(name ?? '')),
      cells: new Map(),
      personal: new Map(),
    };
    this.#shapes.set(projection, shape);
    for (const type of projection.types) {
      const shapes = this.#byType.get(type);
      if (shapes) shapes.push(shape);
      else this.#byType.set(type, [shape]);
    }
  }

  #sees(shape: Shape, tags: readonly string[], record: LogRecord): boolean {
    const serving = this.#bySaga ? servingStream(this.#model, { types: shape.projection.types, tags }) : null;
    return serving === null ? record.first : record.streams.includes(serving);
  }

  #move(shape: Shape, tags: readonly string[], record: LogRecord, event: RecordedEvent): void {
    const key = tags.join('\n');
    if (!shape.isPersonal) {
      const cell = this.#cell(shape, key, shape.anonymous);
      cell.state = foldEvent(this.#model, shape.anonymous, cell.state, event);
      return;
    }
    const own = this.#personalOf(shape, key);
    own.past.push(record);
    for (const cell of own.cells) cell.state = foldEvent(this.#model, cell.instance, cell.state, event);
  }

  #cell(shape: Shape, key: string, instance: ProjectionInstance): Cell {
    const known = shape.cells.get(key);
    if (known !== undefined) return known;
    const cell = { state: startFold(instance) };
    shape.cells.set(key, cell);
    return cell;
  }

  #personalCell(shape: Shape, key: string, instance: ProjectionInstance): Cell {
    const own = this.#personalOf(shape, key);
    const known = own.cells.find((cell) => cell.instance.key === instance.key);
    if (known !== undefined) return known;
    const fold = (state: FoldState, record: LogRecord) =>
      foldEvent(this.#model, instance, state, { ...record.fact, time: record.time });
    const cell = { instance, state: own.past.reduce(fold, startFold(instance)) };
    own.cells.push(cell);
    return cell;
  }

  #personalOf(shape: Shape, key: string) {
    const known = shape.personal.get(key) ?? { cells: [], past: [] };
    shape.personal.set(key, known);
    return known;
  }
}

/** Every choice of one tag for each concept (`concept:`), in the order of the concepts: what filters an event can match. */
function combineTags(tags: readonly string[], concepts: readonly string[]): readonly (readonly string[])[] {
  const [only] = concepts;
  // Most projections filter by one concept.
  if (concepts.length === 1 && only !== undefined)
    return tags.flatMap((tag) => (tag.startsWith(only) ? [[tag]] : []));
  let choices: (readonly string[])[] = [[]];
  for (const concept of concepts) {
    const own = tags.filter((tag) => tag.startsWith(concept));
    choices = choices.flatMap((choice) => own.map((tag) => [...choice, tag]));
  }
  return choices;
}

/** The values of a command's projections that leave out what the command itself wrote: kept beside the ledger from its first append on (S1). */
export class PrivateView {
  readonly #model: CompiledModel;
  readonly #run: CommandRun;
  readonly #states: FoldState[];

  constructor(model: CompiledModel, run: CommandRun, cells: readonly Cell[]) {
    this.#model = model;
    this.#run = run;
    this.#states = cells.map(({ state }) => state);
  }

  get states(): readonly FoldState[] {
    return [...this.#states];
  }

  /** Takes a record of another command into account. */
  append(record: LogRecord): void {
    this.#run.command.projections.forEach((instance, index) => {
      const state = this.#states[index];
      if (state === undefined || !seesRecord(this.#run, index, record)) return;
      this.#states[index] = foldEvent(this.#model, instance, state, { ...record.fact, time: record.time });
    });
  }
}
