import { getOwn } from '../../lib/get-own.ts';
import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { writeFieldOf } from '../edits/change-expression.ts';
import {
  listAmountParameters,
  listAmountProjections,
  listNumberFields,
  makeAmountSlot,
  nameAmount,
  readAmount,
  sayAmount,
} from './amount.ts';
import { readField } from './expressions.ts';
import {
  keepKeys,
  makeKeysSlot,
  proposeKeys,
  readKeys,
  sayKeys,
  writeParameters,
  writeTags,
} from './keys.ts';
import type { Amount, EventField, FieldsSlot, Key, Part, Template } from './template.ts';

/** What events add up to, less what others take away, is at least so much. */
export interface SumAtLeast {
  readonly sum: string;
  readonly plus: readonly EventField[];
  readonly minus: readonly EventField[];
  readonly least: Amount;
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeSumAtLeast({ sum, plus, minus, least, keys }: SumAtLeast): ConstraintDefinition {
  const on = Object.fromEntries([
    ...plus.map(({ event, field }) => [event, `state + ${writeFieldOf('event', field)}`] as const),
    ...minus.map(({ event, field }) => [event, `state - ${writeFieldOf('event', field)}`] as const),
  ]);
  const projection = [sum, { ...writeTags(keys), initial: 0, on }] as const;
  return {
    ...writeParameters(keys, listAmountParameters(least)),
    projections: Object.fromEntries([projection, ...listAmountProjections(least, keys)]),
    rule: `${sum} >= ${nameAmount(least)}`,
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readSumAtLeast(definition: ConstraintDefinition): SumAtLeast | null {
  const [, sum, limit] = /^\s*([A-Za-z_]\w*)\s*>=\s*(\w+)\s*$/.exec(definition.rule ?? '') ?? [];
  if (sum === undefined || limit === undefined || sum === limit) return null;
  const projection = getOwn(definition.projections, sum);
  const least = readAmount(limit, definition);
  if (projection === undefined || projection.initial !== 0 || least === null) return null;
  const wanted = least.kind === 'latest' ? 2 : 1;
  if (Object.keys(definition.projections ?? {}).length !== wanted) return null;
  const keys = readKeys(definition, listAmountParameters(least));
  const terms = readTerms(projection.on ?? {});
  if (keys === null || terms === null) return null;
  return { sum, plus: terms.plus, minus: terms.minus, least, keys };
}

function readTerms(on: { readonly [event: string]: string }): Pick<SumAtLeast, 'plus' | 'minus'> | null {
  const plus: EventField[] = [];
  const minus: EventField[] = [];
  for (const [event, expression] of Object.entries(on)) {
    const [, sign, term = ''] = /^\s*state\s*([+-])\s*(.*)$/s.exec(expression) ?? [];
    const field = readField(term);
    if (sign === undefined || field === undefined) return null;
    (sign === '+' ? plus : minus).push({ event, field });
  }
  return { plus, minus };
}

function sayParts(said: SumAtLeast, model: Model, name: string): readonly Part[] {
  const { sum, plus, minus, least, keys } = said;
  const change = (next: Partial<SumAtLeast>) => writeSumAtLeast({ ...said, ...next });
  const events = [...plus, ...minus].map(({ event }) => event);
  const taken = [sum, nameAmount(least)];
  return [
    'The sum of',
    makeFieldsSlot(model, {
      label: 'What is added',
      value: plus,
      elsewhere: minus,
      empty: 'choose a field',
      isOptional: false,
      change: (next) => {
        const propose = () =>
          proposeKeys(
            model,
            next.map(({ event }) => event),
            name,
            taken,
          );
        return change({ plus: next, keys: keepKeys(keys, events, propose) });
      },
    }),
    'less',
    makeFieldsSlot(model, {
      label: 'What is taken away',
      value: minus,
      elsewhere: plus,
      empty: 'nothing',
      isOptional: true,
      change: (next) => change({ minus: next }),
    }),
    keys.length > 0 ? 'for the same' : 'in',
    makeKeysSlot(model, { value: keys, events, taken, change: (next) => change({ keys: next }) }),
    'is at least',
    makeAmountSlot(model, name, {
      label: 'How much',
      value: least,
      taken: [sum, ...keys.map(({ parameter }) => parameter)],
      change: (next) => change({ least: next }),
    }),
  ];
}

/** An event stands in one place of a sum, so its fields are offered there or not at all. */
function makeFieldsSlot(
  model: Model,
  slot: Omit<FieldsSlot, 'kind' | 'options'> & { readonly elsewhere: readonly EventField[] },
): FieldsSlot {
  const { elsewhere, ...rest } = slot;
  const options = listNumberFields(model).filter(({ event }) =>
    elsewhere.every((other) => other.event !== event),
  );
  return { ...rest, kind: 'fields', options };
}

function sayMessage({ sum, least, keys }: SumAtLeast): string {
  const who = keys.length === 0 ? 'There is' : `${sayKeys(keys)} has`;
  return `${who} {${sum}}, which is less than ${sayAmount(least)}`;
}

/** "The sum of MoneyDeposited.amount less MoneyWithdrawn.amount for the same account is at least amount." */
export const SUM_AT_LEAST: Template = {
  id: 'sum-at-least',
  label: 'Sum at least',
  explanation: 'What came in less what went out must be enough, such as money or stock.',
  start: () =>
    writeSumAtLeast({ sum: 'sum', plus: [], minus: [], least: { kind: 'number', number: 0 }, keys: [] }),
  open: (definition, model, name) => {
    const said = readSumAtLeast(definition);
    return said && { parts: sayParts(said, model, name), message: sayMessage(said) };
  },
};
