import { setContext, setOwner } from '../../../board/edits/membership.ts';
import { makeKey } from '../../../board/element-key.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { listNames, readObject, readText, readTexts } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { FieldList } from '../fields/field-list.tsx';
import { Links } from '../links.tsx';
import { ReferenceList } from '../sources/reference-list.tsx';
import { TagList } from '../sources/tag-list.tsx';
import { useInspector } from '../use-inspector.ts';

const VISIBILITY = [
  { value: 'inside', label: 'inside only' },
  { value: 'outside', label: 'outside too' },
];

/** What belongs to an event: its data, its tags, and where it is at home. */
export function EventDetails({ name }: { readonly name: string }) {
  const { board, document } = useInspector();
  const { read, put } = useWrite();
  const path = ['events', name];
  const owners = Object.entries(readObject(document['aggregates'])).flatMap(([aggregate, entry]) =>
    readTexts(readObject(entry)['events']).includes(name) ? [aggregate] : [],
  );
  const contexts = listNames(document, 'contexts').map((context) => ({ value: context, label: context }));
  const own = (aggregate: string, isOwned: boolean) =>
    board.edit(isOwned ? `${aggregate} owns ${name}` : `${aggregate} lets go of ${name}`, (current) =>
      setOwner(current, name, aggregate, isOwned),
    );
  return (
    <>
      <Section title="Fields">
        <FieldList owner={makeKey('event', name)} />
      </Section>
      <Section title="Tags">
        <TagList event={name} />
      </Section>
      <Links of={makeKey('event', name)} />
      <Section title="At home in">
        <ReferenceList
          kind="aggregate"
          names={owners}
          addLabel="Give it to an aggregate"
          onAdd={(aggregate) => own(aggregate, true)}
          onRemove={(aggregate) => own(aggregate, false)}
        />
        <div className="insp-pair">
          <ChoiceField
            label="Bounded context"
            value={readText(read([...path, 'context'])) ?? ''}
            options={[{ value: '', label: 'none' }, ...contexts]}
            onChoose={(context) =>
              board.edit(`Context of ${name}`, (current) => setContext(current, name, context || null))
            }
          />
          <ChoiceField
            label="Seen from"
            value={readText(read([...path, 'visibility'])) ?? 'inside'}
            options={VISIBILITY}
            onChoose={(chosen) =>
              put(`Visibility of ${name}`, [...path, 'visibility'], chosen === 'inside' ? undefined : chosen)
            }
          />
        </div>
      </Section>
    </>
  );
}
