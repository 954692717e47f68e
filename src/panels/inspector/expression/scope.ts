import { getOwn } from '../../../lib/get-own.ts';
import { isIdentifier } from '../../../model/identifier.ts';
import type {
  ConstraintDefinition,
  Fields,
  FieldType,
  Model,
  ProjectionDefinition,
} from '../../../model/schema.ts';
import type { Completion } from './completion.ts';

const NOW: Completion = { label: 'now', detail: 'timestamp', info: 'When the command runs' };
const TIME: Completion = { label: 'time', detail: 'timestamp', info: 'When the event was recorded' };

/** The names a constraint's rule may use. */
export function scopeForRule(model: Model, constraint: string): readonly Completion[] {
  const definition = getOwn(model.constraints, constraint) ?? {};
  return [
    ...listProjections(definition),
    ...listParameters(definition),
    { label: 'command', detail: 'any command', info: 'The command that is checked, with its fields' },
    NOW,
  ];
}

/** The names by which a projection chooses its events. */
export function scopeForFilter(model: Model, constraint: string): readonly Completion[] {
  return listParameters(getOwn(model.constraints, constraint) ?? {});
}

/** The names a projection may use when an event of this type comes in. */
export function scopeForProjection(
  model: Model,
  constraint: string,
  projection: string,
  event: string,
): readonly Completion[] {
  const definition = getOwn(model.constraints, constraint) ?? {};
  const state = getOwn(definition.projections, projection) ?? {};
  return [
    { label: 'state', detail: sayInitial(state), info: 'The value so far' },
    ...scopeForEvent(model, event),
    ...listParameters(definition),
    TIME,
    NOW,
  ];
}

/** The names that expressions over one event may use. */
export function scopeForEvent(model: Model, event: string): readonly Completion[] {
  const fields = getOwn(model.events, event)?.fields;
  return [
    { label: 'event', detail: event, info: 'The data of the event' },
    ...listFields('event', fields, `Field of ${event}`),
  ];
}

/** The names that expressions over one of several events may use, as in policies. */
export function scopeForEvents(model: Model, events: readonly string[]): readonly Completion[] {
  const all = events.flatMap((event) => scopeForEvent(model, event));
  return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index);
}

/** The names that a read model may use when an event of this type comes in. */
export function scopeForReadModel(model: Model, event: string): readonly Completion[] {
  const state: Completion = { label: 'state', detail: 'dyn', info: 'The entry so far' };
  return [state, ...scopeForEvent(model, event), TIME];
}

/** The names that a command's bindings may use; `element` is what a check calls each element of its list. */
export function scopeForBinding(model: Model, command: string, element?: string): readonly Completion[] {
  const fields = getOwn(model.commands, command)?.fields;
  const each: readonly Completion[] =
    element === undefined ? [] : [{ label: element, detail: 'element', info: 'The element that is checked' }];
  return [
    ...each,
    { label: 'command', detail: command, info: 'The data of the command' },
    ...listFields('command', fields, `Field of ${command}`),
    NOW,
  ];
}

/** The names that the data and conditions of a command's events may use. */
export function scopeForCommand(model: Model, command: string): readonly Completion[] {
  const checks = getOwn(model.commands, command)?.checks ?? [];
  const checked = checks.filter((check) => typeof check === 'string' || check.each === undefined);
  const names = new Set(checked.map((check) => (typeof check === 'string' ? check : check.constraint)));
  const values = [...names].flatMap((name) =>
    listProjections(getOwn(model.constraints, name) ?? {}).map((projection) => ({
      ...projection,
      label: `${name}.${projection.label}`,
      info: `What ${name} found`,
    })),
  );
  return [...scopeForBinding(model, command), ...values];
}

function listParameters({ parameters }: ConstraintDefinition): readonly Completion[] {
  return Object.entries(parameters ?? {}).map(([label, type]) => ({
    label,
    detail: sayType(type),
    info: 'Parameter',
  }));
}

function listProjections({ projections }: ConstraintDefinition): readonly Completion[] {
  return Object.entries(projections ?? {}).map(([label, projection]) => {
    const events = Object.keys(projection.on ?? {}).join(', ');
    return {
      label,
      detail: sayInitial(projection),
      info: projection.description ?? (events === '' ? 'Projection' : `From ${events}`),
    };
  });
}

function listFields(owner: string, fields: Fields | undefined, info: string): readonly Completion[] {
  return Object.entries(fields ?? {}).map(([field, type]) => ({
    label: isIdentifier(field) ? `${owner}.${field}` : `${owner}[${JSON.stringify(field)}]`,
    detail: sayType(type),
    info,
  }));
}

function sayType(type: FieldType): string {
  return typeof type === 'string' ? type : type.map((value) => JSON.stringify(value)).join(' | ');
}

function sayInitial({ initial }: ProjectionDefinition): string {
  if (typeof initial === 'number') return Number.isInteger(initial) ? 'int' : 'double';
  if (typeof initial === 'boolean') return 'bool';
  if (typeof initial === 'string') return 'string';
  return Array.isArray(initial) ? 'list' : 'dyn';
}
