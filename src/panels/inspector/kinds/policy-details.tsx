import { getOwn } from '../../../lib/get-own.ts';
import { pointer } from '../../../model/pointer.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { listNames, readObject, readText, readTexts } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { ElementLink } from '../element-link.tsx';
import { scopeForEvents } from '../expression/scope.ts';
import { ExpressionField } from '../sources/expression-field.tsx';
import { listFieldTypes } from '../sources/field-types.ts';
import { listSharedFields } from '../sources/list-shared-fields.ts';
import { NameList } from '../sources/name-list.tsx';
import { listSources } from '../sources/source-options.ts';
import { SourcePicker } from '../sources/source-picker.tsx';
import { useInspector } from '../use-inspector.ts';

/** What belongs to a policy: whenever this, if that, do this. */
export function PolicyDetails({ name }: { readonly name: string }) {
  const { document, model } = useInspector();
  const { read, put, write } = useWrite();
  const path = ['policies', name];
  const issues = readText(read([...path, 'issues']));
  const events = readTexts(read([...path, 'on']));
  const fields = listSharedFields(document, events);
  const scope = scopeForEvents(model, events);
  const bindings = readObject(read([...path, 'with']));
  const wanted = issues === undefined ? [] : [...listFieldTypes(read(['commands', issues, 'fields'])).keys()];
  const commands = listNames(document, 'commands').map((command) => ({ value: command, label: command }));
  return (
    <>
      <Section title="Whenever">
        <NameList kind="event" path={[...path, 'on']} addLabel="Add an event" />
        <ExpressionField
          label="And only when"
          placeholder="always"
          at={pointer(...path, 'when')}
          scope={scope}
          value={readText(read([...path, 'when'])) ?? ''}
          onChange={(text) =>
            write(`Condition of ${name}`, [...path, 'when'], text.trim() === '' ? undefined : text)
          }
        />
      </Section>
      <Section title="Do">
        <ChoiceField
          isBare
          label="The command it issues"
          value={issues ?? ''}
          options={[{ value: '', label: 'nothing yet' }, ...commands]}
          onChoose={(command) => put(`Command of ${name}`, [...path, 'issues'], command || undefined)}
        />
        {issues !== undefined && <ElementLink kind="command" name={issues} />}
        {wanted.map((field) => (
          <SourcePicker
            key={field}
            label={field}
            value={readText(getOwn(bindings, field))}
            options={listSources('event', fields.keys())}
            fallback={null}
            at={pointer(...path, 'with', field)}
            scope={scope}
            onPick={(picked) => write(`${field} of ${name}`, [...path, 'with', field], picked)}
          />
        ))}
      </Section>
    </>
  );
}
