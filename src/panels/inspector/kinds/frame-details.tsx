import { setContext, setOwner } from '../../../board/edits/membership.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { listNames, readObject, readText, readTexts } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { ReferenceList } from '../sources/reference-list.tsx';
import { useInspector } from '../use-inspector.ts';

/** What belongs to an aggregate: one stream for each value of its tag, and the events in it. */
export function AggregateDetails({ name }: { readonly name: string }) {
  const { board, document } = useInspector();
  const { read, put } = useWrite();
  const path = ['aggregates', name];
  const tags = listNames(document, 'tags').map((tag) => ({ value: tag, label: tag }));
  const own = (event: string, isOwned: boolean) =>
    board.edit(isOwned ? `${name} owns ${event}` : `${name} lets go of ${event}`, (current) =>
      setOwner(current, event, name, isOwned),
    );
  return (
    <>
      <Section title="One stream for each">
        <ChoiceField
          isBare
          isModel
          label="The tag its streams are told apart by"
          value={readText(read([...path, 'id'])) ?? ''}
          options={[{ value: '', label: 'choose a tag' }, ...tags]}
          onChoose={(tag) => put(`Tag of ${name}`, [...path, 'id'], tag || undefined)}
        />
      </Section>
      <Section title="Its events">
        <ReferenceList
          kind="event"
          names={[...new Set(readTexts(read([...path, 'events'])))]}
          addLabel="Add an event"
          onAdd={(event) => own(event, true)}
          onRemove={(event) => own(event, false)}
        />
      </Section>
    </>
  );
}

/** What belongs to a bounded context: its events. */
export function ContextDetails({ name }: { readonly name: string }) {
  const { board, document } = useInspector();
  const events = Object.entries(readObject(document['events'])).flatMap(([event, entry]) =>
    readText(readObject(entry)['context']) === name ? [event] : [],
  );
  const put = (event: string, context: string | null) =>
    board.edit(context === null ? `Take ${event} out of ${name}` : `Put ${event} into ${name}`, (current) =>
      setContext(current, event, context),
    );
  return (
    <Section title="Its events">
      <ReferenceList
        kind="event"
        names={events}
        addLabel="Add an event"
        onAdd={(event) => put(event, name)}
        onRemove={(event) => put(event, null)}
      />
    </Section>
  );
}
