import { getOwn } from '../../lib/get-own.ts';
import { parseFieldType } from '../../model/field-type.ts';
import { isVariableName } from '../../model/identifier.ts';
import type { ConstraintDefinition, FieldType, Model, ProjectionDefinition } from '../../model/schema.ts';
import { writeFieldOf } from '../edits/change-expression.ts';
import { readField } from './expressions.ts';
import { pickName, writeTags } from './keys.ts';
import type { Amount, AmountSlot, EventField, Key, Parameter } from './template.ts';

/** How a rule calls an amount. */
export function nameAmount(amount: Amount): string {
  if (amount.kind === 'number') return String(amount.number);
  return amount.kind === 'latest' ? amount.name : amount.parameter;
}

/** The parameter that an amount needs, if any. */
export function listAmountParameters(amount: Amount): readonly Parameter[] {
  return amount.kind === 'parameter' ? [{ parameter: amount.parameter, type: amount.type }] : [];
}

/** The projection that an amount needs, if any. */
export function listAmountProjections(
  amount: Amount,
  keys: readonly Key[],
): readonly (readonly [string, ProjectionDefinition])[] {
  if (amount.kind !== 'latest') return [];
  const on = Object.fromEntries(
    amount.fields.map(({ event, field }) => [event, writeFieldOf('event', field)]),
  );
  return [[amount.name, { ...writeTags(keys), initial: 0, on }]];
}

/** The amount that a rule calls so; null when the name stands for something else. */
export function readAmount(name: string, definition: ConstraintDefinition): Amount | null {
  if (/^(0|[1-9]\d{0,14})$/.test(name)) return { kind: 'number', number: Number(name) };
  const projection = getOwn(definition.projections, name);
  if (projection !== undefined) return readLatest(name, projection);
  const type = getOwn(definition.parameters, name);
  return type === undefined || !isVariableName(name) ? null : { kind: 'parameter', parameter: name, type };
}

function readLatest(name: string, { initial, on = {} }: ProjectionDefinition): Amount | null {
  if (initial !== 0) return null;
  const fields: EventField[] = [];
  for (const [event, expression] of Object.entries(on)) {
    const field = readField(expression);
    if (field === undefined) return null;
    fields.push({ event, field });
  }
  return { kind: 'latest', name, fields };
}

/** The slot for an amount. */
export function makeAmountSlot(
  model: Model,
  constraint: string,
  slot: Pick<AmountSlot, 'label' | 'value' | 'change'> & { readonly taken: readonly string[] },
): AmountSlot {
  const { label, value, change, taken } = slot;
  const fields = listNumberFields(model);
  const latestName = pickName(['limit'], taken);
  const parameters = listNumberParameters(model, constraint).filter(
    ({ parameter }) => !taken.includes(parameter),
  );
  const own = listAmountParameters(value).filter(
    ({ parameter }) => !parameters.some((other) => other.parameter === parameter),
  );
  const options = { fields, parameters: [...own, ...parameters], latestName };
  return { kind: 'amount', label, value, options, empty: 'choose', isOptional: false, change };
}

/** Every field of every event that is a whole number. */
export function listNumberFields(model: Model): readonly EventField[] {
  return Object.entries(model.events ?? {}).flatMap(([event, { fields }]) =>
    Object.entries(fields ?? {})
      .filter(([, type]) => isWholeNumber(type))
      .map(([field]) => ({ event, field })),
  );
}

/** The whole numbers that commands bring: of those that check the constraint, or of all when none does yet. */
function listNumberParameters(model: Model, constraint: string): readonly Parameter[] {
  const commands = Object.values(model.commands ?? {});
  const checking = commands.filter(({ checks }) =>
    checks?.some((check) => (typeof check === 'string' ? check : check.constraint) === constraint),
  );
  const parameters = new Map<string, Parameter>();
  for (const { fields } of checking.length > 0 ? checking : commands) {
    for (const [parameter, type] of Object.entries(fields ?? {})) {
      if (isWholeNumber(type) && isVariableName(parameter)) parameters.set(parameter, { parameter, type });
    }
  }
  return [...parameters.values()];
}

function isWholeNumber(type: FieldType): boolean {
  const kind = parseFieldType(type);
  return kind?.kind === 'int' && kind.optional !== true;
}

/** An amount in a message: itself, or the placeholder that is filled with it. */
export function sayAmount(amount: Amount): string {
  return amount.kind === 'number' ? String(amount.number) : `{${nameAmount(amount)}}`;
}
