import '../forms/forms.css';
import '../forms/values/values.css';
import { carryData } from '../../board/sample-value.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { ChoiceField } from '../forms/controls/choice-field.tsx';
import { ElementSwatch } from '../forms/element-swatch.tsx';
import { listFieldKinds } from '../forms/field-kinds.ts';
import { listNames, readObject, readText } from '../forms/read-json.ts';
import { FormContext } from '../forms/use-form.ts';
import { DataForm } from '../forms/values/data-form.tsx';
import type { ValueHelp } from '../forms/values/value-help.ts';
import { listSeenValues } from './list-seen-values.ts';
import { DRAFT, type Draft } from './use-draft.ts';

export interface DraftFormProps {
  readonly draft: Draft;
  readonly document: JsonObject;
  readonly kind: 'command' | 'event';
  readonly label: string;
  /** The events to take values from, the last ones first. */
  readonly events: readonly LogEvent[];
}

/** A command or an event of the document with its data, being filled in. */
export function DraftForm({ draft, document, kind, label, events }: DraftFormProps) {
  const section = kind === 'command' ? 'commands' : 'events';
  const { name, data } = readDraft(draft, kind);
  const fieldsOf = (wanted: string) =>
    listFieldKinds(getOwn(readObject(getOwn(readObject(getOwn(document, section)), wanted)), 'fields'));
  const choose = (wanted: string) => {
    const value = { [kind]: wanted, data: carryData(data, fieldsOf(wanted)) };
    draft.matter.board.edit(`Choose ${wanted}`, (current) => ({ ...current, [DRAFT]: value }));
  };
  const help: ValueHelp = {
    listValues: (field, type) => listSeenValues(events, field, type),
    findings: [],
  };
  const names = listNames(document, section).map((value) => ({ value, label: value }));
  return (
    <>
      <div className="when-command">
        <ElementSwatch kind={kind} />
        <ChoiceField
          isBare
          label={label}
          value={name}
          options={
            name === ''
              ? [{ value: '', label: `choose ${kind === 'event' ? 'an' : 'a'} ${kind}` }, ...names]
              : names
          }
          onChoose={choose}
        />
      </div>
      {name !== '' && (
        <FormContext value={draft.matter}>
          <DataForm entry={[DRAFT]} of={name} fields={fieldsOf(name)} help={help} />
        </FormContext>
      )}
    </>
  );
}

/** What has been filled in so far; the name is empty before one is chosen. */
export function readDraft(
  { value }: Draft,
  kind: DraftFormProps['kind'],
): { readonly name: string; readonly data: JsonObject } {
  const draft = readObject(value);
  return { name: readText(draft[kind]) ?? '', data: readObject(draft['data']) };
}
