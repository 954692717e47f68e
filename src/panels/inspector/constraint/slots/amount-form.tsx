import type { Amount, AmountSlot } from '../../../../board/templates/template.ts';
import { TextField } from '../../../forms/controls/text-field.tsx';
import type { ChangeConstraint } from '../change-constraint.ts';
import { FieldChecks } from './field-checks.tsx';
import { RadioList } from './radio-list.tsx';

export interface AmountFormProps {
  readonly slot: AmountSlot;
  readonly onChange: ChangeConstraint;
}

const KINDS = [
  { value: 'number', label: 'A number' },
  { value: 'latest', label: 'What events said last' },
  { value: 'parameter', label: 'What the command says' },
] as const;

/** A number: fixed, from the log, or from the command. */
export function AmountForm({ slot, onChange }: AmountFormProps) {
  const { value, options, change } = slot;
  const choose = (amount: Amount | undefined, group?: string) => {
    if (amount) onChange(change(amount), group);
  };
  const first: Record<string, Amount | undefined> = {
    number: { kind: 'number', number: 1 },
    latest: { kind: 'latest', name: options.latestName, fields: options.fields.slice(0, 1) },
    parameter: options.parameters
      .slice(0, 1)
      .map((parameter): Amount => ({ kind: 'parameter', ...parameter }))[0],
  };
  return (
    <div className="rule-amount">
      <RadioList
        label={slot.label}
        value={value.kind}
        options={KINDS.filter(({ value: kind }) => first[kind] !== undefined || kind === value.kind)}
        onChoose={(kind) => choose(first[kind])}
      />
      <div className="rule-amount-of">
        {value.kind === 'number' && (
          <TextField
            label="Number"
            isBare
            inputMode="numeric"
            value={String(value.number)}
            onType={(text) => {
              if (!/^\d{1,15}$/.test(text.trim())) return 'A whole number from 0, please.';
              choose({ kind: 'number', number: Number(text) }, slot.label);
              return null;
            }}
          />
        )}
        {value.kind === 'latest' && (
          <FieldChecks
            value={value.fields}
            options={options.fields}
            onChoose={(fields) => choose({ ...value, fields })}
          />
        )}
        {value.kind === 'parameter' && (
          <RadioList
            label="Which value of the command"
            value={value.parameter}
            options={options.parameters.map(({ parameter }) => ({ value: parameter, label: parameter }))}
            onChoose={(name) => {
              const parameter = options.parameters.find((option) => option.parameter === name);
              choose(parameter && { kind: 'parameter', ...parameter });
            }}
          />
        )}
      </div>
    </div>
  );
}
