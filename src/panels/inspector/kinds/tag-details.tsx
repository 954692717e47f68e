import { addTag, removeTag } from '../../../board/edits/tags.ts';
import { getOwn } from '../../../lib/get-own.ts';
import { Section } from '../../forms/controls/section.tsx';
import { readObject } from '../../forms/read-json.ts';
import { ElementLink } from '../element-link.tsx';
import { ReferenceList } from '../sources/reference-list.tsx';
import { useInspector } from '../use-inspector.ts';

/** What belongs to a tag: the events that carry it, and who looks for it. */
export function TagDetails({ name }: { readonly name: string }) {
  const { board, document } = useInspector();
  const carriers = Object.entries(readObject(document['events'])).flatMap(([event, entry]) =>
    Object.hasOwn(readObject(readObject(entry)['tags']), name) ? [event] : [],
  );
  const readers = Object.entries(readObject(document['constraints'])).flatMap(([constraint, entry]) => {
    const projections = Object.values(readObject(readObject(entry)['projections']));
    const filters = projections.some(
      (projection) => getOwn(readObject(readObject(projection)['tags']), name) !== undefined,
    );
    return filters ? [constraint] : [];
  });
  const aggregates = Object.entries(readObject(document['aggregates'])).flatMap(([aggregate, entry]) =>
    readObject(entry)['id'] === name ? [aggregate] : [],
  );
  return (
    <>
      <Section title="Carried by">
        <ReferenceList
          kind="event"
          names={carriers}
          addLabel="Tag an event"
          onAdd={(event) =>
            board.edit(`Tag ${event} with ${name}`, (current) => addTag(current, event, name))
          }
          onRemove={(event) =>
            board.edit(`Remove the tag ${name} from ${event}`, (current) => removeTag(current, event, name))
          }
        />
      </Section>
      <Section title="Looked for by">
        {readers.length + aggregates.length === 0 && (
          <p className="form-hint">No constraint and no aggregate tells events apart by it yet.</p>
        )}
        <ul className="entry-list">
          {readers.map((reader) => (
            <li className="entry-row entry-row-head" key={reader}>
              <ElementLink kind="constraint" name={reader} />
            </li>
          ))}
          {aggregates.map((aggregate) => (
            <li className="entry-row entry-row-head" key={aggregate}>
              <ElementLink kind="aggregate" name={aggregate} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
