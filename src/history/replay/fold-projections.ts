import { type CelValue, toCel } from '../../decision/cel-value.ts';
import type {
  CompiledConstraint,
  CompiledModel,
  CompiledProjection,
  CompiledTag,
} from '../../decision/compiled-model.ts';
import { type FoldState, foldEvent, startFold } from '../../decision/decide.ts';
import type { Scope } from '../../decision/expression.ts';
import type { ProjectionInstance } from '../../decision/prepare.ts';
import { isTimestamp } from '../../lib/time-text.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { misfit } from './check-event.ts';
import type { Misfit, ReplayedEvent } from './replay-report.ts';
import { sampleValue } from './sample-value.ts';

interface Slot {
  readonly constraint: CompiledConstraint;
  readonly projection: CompiledProjection;
  readonly states: Map<string, { readonly instance: ProjectionInstance; state: FoldState }>;
}

/**
 * Folds every projection of every constraint over a log, event by event (D3), once for each combination of tag values
 * that occurs. A parameter that a tag filter names has that tag's value; another one has a sample of its type, and `now`
 * is the event's own time: whoever decides could be deciding just then. A fold that failed stays failed.
 */
export class ProjectionFolds {
  readonly #model: CompiledModel;
  readonly #slotsByType = new Map<string, Slot[]>();
  #count = 0;

  constructor(model: CompiledModel) {
    this.#model = model;
    for (const constraint of model.constraints.values()) {
      for (const projection of constraint.projections) {
        const slot: Slot = { constraint, projection, states: new Map() };
        for (const type of projection.types) {
          const slots = this.#slotsByType.get(type);
          if (slots) slots.push(slot);
          else this.#slotsByType.set(type, [slot]);
        }
      }
    }
  }

  /** How many instances there are so far. */
  get count(): number {
    return this.#count;
  }

  /** Folds one more event; tells the folds that it is the first to fail. */
  *take(event: ReplayedEvent): Iterable<Misfit> {
    // A fact counts once, from its first copy (S6).
    if (event.copyOf !== undefined || !isTimestamp(event.time)) return;
    for (const slot of this.#slotsByType.get(event.type) ?? []) {
      for (const tags of combineTags(slot.projection.tags, event.tags)) {
        const failed = this.#fold(slot, tags, event);
        if (failed) yield failed;
      }
    }
  }

  #fold(slot: Slot, tags: readonly string[], event: ReplayedEvent): Misfit | undefined {
    const key = JSON.stringify(tags);
    let held = slot.states.get(key);
    if (held === undefined) {
      const instance = instantiate(slot, tags);
      held = { instance, state: startFold(instance) };
      slot.states.set(key, held);
      this.#count++;
    }
    if ('failure' in held.state) return undefined;
    const now = new Date(event.time);
    const instance = { ...held.instance, scope: { ...held.instance.scope, now } };
    held.state = foldEvent(this.#model, instance, held.state, event);
    if (!('failure' in held.state)) return undefined;
    const { at, expression, message } = held.state.failure;
    const subject = [`${slot.constraint.name} · ${slot.projection.name}`, tags.join(' ')];
    return {
      ...misfit(event, 'fold-fails', at, message),
      expression,
      subject: subject.filter(Boolean).join(' of '),
    };
  }
}

/** Every choice of one of the event's tags for each concept of a filter: none when it lacks a concept, one empty choice without a filter. */
function combineTags(
  filter: readonly CompiledTag[],
  tags: readonly string[],
): readonly (readonly string[])[] {
  let choices: readonly (readonly string[])[] = [[]];
  for (const { concept } of filter) {
    const own = tags.filter((tag) => tag.startsWith(`${concept}:`));
    choices = choices.flatMap((choice) => own.map((tag) => [...choice, tag]));
  }
  return choices;
}

function instantiate({ constraint, projection }: Slot, tags: readonly string[]): ProjectionInstance {
  const scope: Record<string, CelValue> = {};
  for (const [name, type] of constraint.parameters) {
    const at = projection.tags.findIndex(({ value }) => value.source.trim() === name);
    const tag = tags[at];
    scope[name] = tag === undefined ? sampleValue(type) : readValue(tag.slice(tag.indexOf(':') + 1), type);
  }
  const item = { types: projection.types, tags };
  return { constraint, projection, item, scope: scope satisfies Scope, key: JSON.stringify(tags) };
}

/** The value that a tag's text stands for where the parameter is of a type. */
function readValue(text: string, type: FieldKind): CelValue {
  if (type.kind === 'int' && /^-?\d{1,18}$/.test(text)) return BigInt(text);
  if (type.kind === 'double' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (type.kind === 'bool') return text === 'true';
  try {
    return toCel(text, type);
  } catch {
    return text;
  }
}
