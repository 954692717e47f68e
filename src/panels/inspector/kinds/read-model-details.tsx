import { makeKey } from '../../../board/element-key.ts';
import { pointer } from '../../../model/pointer.ts';
import { AddMenu } from '../../forms/controls/add-menu.tsx';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { JsonField } from '../../forms/controls/json-field.tsx';
import { RowMenu } from '../../forms/controls/row-menu.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { ElementSwatch } from '../../forms/element-swatch.tsx';
import { moveEntry } from '../../forms/move-item.ts';
import { listNames, readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { ElementLink } from '../element-link.tsx';
import { scopeForEvents, scopeForReadModel } from '../expression/scope.ts';
import { Links } from '../links.tsx';
import { ExpressionField } from '../sources/expression-field.tsx';
import { listSharedFields } from '../sources/list-shared-fields.ts';
import { listSources } from '../sources/source-options.ts';
import { SourcePicker } from '../sources/source-picker.tsx';
import { useInspector } from '../use-inspector.ts';

const MODES = [
  { value: '', label: 'not said' },
  { value: 'sync', label: 'together with the events' },
  { value: 'async', label: 'a moment later' },
];

/** What belongs to a read model: what it is looked up by, and what each event makes of it. */
export function ReadModelDetails({ name }: { readonly name: string }) {
  const { document, model } = useInspector();
  const { read, put, write } = useWrite();
  const path = ['readModels', name];
  const on = readObject(read([...path, 'on']));
  const fields = listSharedFields(document, Object.keys(on));
  return (
    <>
      <Section title="One entry for each">
        <SourcePicker
          label="Looked up by"
          value={readText(read([...path, 'key']))}
          options={listSources('event', fields.keys())}
          fallback="nothing: one entry for all"
          at={pointer(...path, 'key')}
          scope={scopeForEvents(model, Object.keys(on))}
          onPick={(picked) => write(`Key of ${name}`, [...path, 'key'], picked)}
        >
          <span className="insp-source-word">Looked up by</span>
        </SourcePicker>
        <JsonField
          label="At first it is"
          value={read([...path, 'initial'])}
          onType={(value) => write(`First value of ${name}`, [...path, 'initial'], value)}
        />
        <ChoiceField
          label="It is up to date"
          value={readText(read([...path, 'mode'])) ?? ''}
          options={MODES}
          onChoose={(mode) => put(`Mode of ${name}`, [...path, 'mode'], mode || undefined)}
        />
      </Section>
      <Section title="Made from">
        <ul className="entry-list">
          {Object.entries(on).map(([event, expression], index) => (
            <li className="entry-row" key={event}>
              <div className="entry-row-head">
                <ElementLink kind="event" name={event} />
                <RowMenu
                  of={event}
                  index={index}
                  count={Object.keys(on).length}
                  onMove={(to) => put(`Order in ${name}`, [...path, 'on'], moveEntry(on, index, to))}
                  onRemove={() => put(`Remove ${event}`, [...path, 'on', event], undefined)}
                />
              </div>
              <ExpressionField
                isBare
                label={`New value for ${event}`}
                placeholder="the new value, such as state + 1"
                at={pointer(...path, 'on', event)}
                scope={scopeForReadModel(model, event)}
                value={readText(expression) ?? ''}
                onChange={(text) => write(`${name} on ${event}`, [...path, 'on', event], text)}
              />
            </li>
          ))}
        </ul>
        <AddMenu
          label="Add an event"
          empty="No further event on the board."
          options={listNames(document, 'events')
            .filter((event) => !Object.hasOwn(on, event))
            .map((event) => ({ value: event, label: event, icon: <ElementSwatch kind="event" /> }))}
          onAdd={(event) => put(`Make ${name} from ${event}`, [...path, 'on', event], 'state')}
        />
      </Section>
      <Links of={makeKey('readModel', name)} except={['projects']} />
    </>
  );
}
