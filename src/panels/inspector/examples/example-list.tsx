import './examples.css';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { JsonObject } from '../../../lib/json.ts';
import { Section } from '../../forms/controls/section.tsx';
import { readList, readObject } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { useInspector } from '../use-inspector.ts';
import { copyName } from './copy-name.ts';
import { ExampleCounts } from './example-counts.tsx';
import { ExampleRow } from './example-row.tsx';
import { proposeExamples } from './propose-examples.ts';

/** The examples of a command, or all of the board without one. */
export function ExampleList({ command }: { readonly command?: string }) {
  const { document } = useInspector();
  const { put } = useWrite();
  const [openAt, setOpenAt] = useState<number | null>(null);
  const examples = readList(document['examples']);
  const shown = examples.flatMap((example, index) =>
    command === undefined || readObject(readObject(example)['when'])['command'] === command ? [index] : [],
  );
  const proposals = command === undefined ? [] : proposeExamples(document, command);
  const add = (example: JsonObject) => {
    const name = copyName(examples, String(example['name']));
    put('Add an example', ['examples'], [...examples, { ...example, name }]);
    setOpenAt(examples.length);
  };
  return (
    <Section title="Examples" aside={<ExampleCounts indexes={shown} />}>
      {shown.length === 0 && command !== undefined && (
        <p className="insp-story">
          Show what {command} does by an example: it turns green or red while you write.
        </p>
      )}
      {shown.length > 0 && (
        <ol className="example-list">
          {shown.map((index) => (
            <ExampleRow
              key={index}
              index={index}
              isOpen={openAt === index}
              onToggle={(isOpen) => setOpenAt(isOpen ? index : null)}
              onOpen={setOpenAt}
            />
          ))}
        </ol>
      )}
      <div className="example-proposals">
        {proposals.map(({ label, example }) => (
          <button
            key={label}
            type="button"
            className="button button-quiet form-add"
            onClick={() => add(example)}
          >
            <Plus size={14} strokeWidth={2} aria-hidden="true" />
            {shown.length === 0 && label === 'It works' ? 'Write the first example' : label}
          </button>
        ))}
        {(shown.length > 0 || proposals.length === 0) && (
          <button
            type="button"
            className="button button-quiet form-add"
            onClick={() =>
              add(command === undefined ? { name: 'Example' } : { name: 'Example', when: { command } })
            }
          >
            <Plus size={14} strokeWidth={2} aria-hidden="true" />
            Add an example
          </button>
        )}
      </div>
    </Section>
  );
}
