import { pointer } from '../../../model/pointer.ts';
import { TextField } from '../controls/text-field.tsx';
import { DescriptionField } from '../description-field.tsx';
import { listFindingsWithin } from '../findings/find-owner.ts';
import { FindingsList } from '../findings/findings-list.tsx';
import { readObject, readText } from '../read-json.ts';
import { useInspector } from '../use-inspector.ts';
import { useWrite } from '../use-write.ts';
import { EventRows } from './event-rows.tsx';
import { ExampleResult } from './example-result.tsx';
import { findReport } from './find-report.ts';
import { ThenForm } from './then-form.tsx';
import { WhenForm } from './when-form.tsx';

/** An example, as forms: given these events, when this command, then that. */
export function ExampleEditor({ index }: { readonly index: number }) {
  const { analysis, document } = useInspector();
  const { read, write } = useWrite();
  const path = ['examples', index];
  const name = readText(read([...path, 'name'])) ?? '';
  const command = readText(readObject(read([...path, 'when']))['command']) ?? '';
  const findings = listFindingsWithin(analysis?.diagnostics ?? [], pointer(...path)).filter(
    ({ code }) => code !== 'unfinished-example',
  );
  return (
    <div className="example-editor">
      <TextField
        isBare
        isLong
        label="Name of the example"
        placeholder="What it shows"
        value={name}
        onType={(text) => {
          if (text.trim() === '') return 'An example needs a name.';
          write('Name an example', [...path, 'name'], text.replaceAll('\n', ' '));
          return null;
        }}
      />
      <DescriptionField path={path} of={`the example ${name}`} placeholder="Say more about it, if need be" />
      <h4>Given</h4>
      <EventRows path={[...path, 'given']} addLabel="Add an event that happened before" />
      <h4>When</h4>
      <WhenForm path={[...path, 'when']} />
      <h4>Then</h4>
      <ThenForm path={[...path, 'then']} command={command} />
      <ExampleResult path={[...path, 'then']} report={findReport(analysis, document, index)} />
      {findings.length > 0 && <FindingsList findings={findings} />}
    </div>
  );
}
