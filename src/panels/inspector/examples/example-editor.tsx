import { pointer } from '../../../model/pointer.ts';
import { TextField } from '../../forms/controls/text-field.tsx';
import { FindingsList } from '../../forms/findings/findings-list.tsx';
import { listFindingsWithin } from '../../forms/findings/sort-findings.ts';
import { readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { EventRows } from '../../forms/values/event-rows.tsx';
import { WhenForm } from '../../forms/values/when-form.tsx';
import { DescriptionField } from '../description-field.tsx';
import { useInspector } from '../use-inspector.ts';
import { ExampleResult } from './example-result.tsx';
import { findReport } from './find-report.ts';
import { ThenForm } from './then-form.tsx';

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
