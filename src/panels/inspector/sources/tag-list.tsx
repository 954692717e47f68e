import './sources.css';
import { X } from 'lucide-react';
import { addTag, removeTag } from '../../../board/edits/tags.ts';
import { pointer } from '../../../model/pointer.ts';
import { AddName } from '../../forms/controls/add-name.tsx';
import { IconButton } from '../../forms/controls/icon-button.tsx';
import { listNames, readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForEvent } from '../expression/scope.ts';
import { useInspector } from '../use-inspector.ts';
import { listFieldTypes } from './field-types.ts';
import { listSources } from './source-options.ts';
import { SourcePicker } from './source-picker.tsx';

/** The tags an event carries, and where the value of each comes from. */
export function TagList({ event }: { readonly event: string }) {
  const { board, document, model } = useInspector();
  const { read, write } = useWrite();
  const tags = readObject(read(['events', event, 'tags']));
  const types = listFieldTypes(read(['events', event, 'fields']));
  const unused = listNames(document, 'tags').filter((tag) => !Object.hasOwn(tags, tag));
  return (
    <div className="tag-list">
      {Object.entries(tags).map(([tag, expression]) => (
        <div className="tag-row" key={tag}>
          <SourcePicker
            label={tag}
            value={readText(expression)}
            options={listSources('event', types.keys())}
            fallback={null}
            at={pointer('events', event, 'tags', tag)}
            scope={scopeForEvent(model, event)}
            onPick={(picked) => write(`Tag ${tag} of ${event}`, ['events', event, 'tags', tag], picked ?? '')}
          >
            <span className="tag-name">{tag}</span>
          </SourcePicker>
          <IconButton
            label={`Remove the tag ${tag}`}
            icon={X}
            onClick={() =>
              board.edit(`Remove the tag ${tag} from ${event}`, (current) => removeTag(current, event, tag))
            }
          />
        </div>
      ))}
      <AddName
        label="Add a tag, such as course"
        suggestions={unused}
        onAdd={(tag) => {
          if (Object.hasOwn(tags, tag)) return `${event} carries ${tag} already.`;
          board.edit(`Tag ${event} with ${tag}`, (current) => addTag(current, event, tag));
          return null;
        }}
      />
    </div>
  );
}
