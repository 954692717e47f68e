import { makeKey } from '../../../board/element-key.ts';
import { Section } from '../../forms/controls/section.tsx';
import { BoundarySection } from '../boundary/boundary-section.tsx';
import { useReports } from '../boundary/use-reports.ts';
import { ExampleList } from '../examples/example-list.tsx';
import { FieldList } from '../fields/field-list.tsx';
import { Links } from '../links.tsx';
import { CheckList } from '../sources/check-list.tsx';
import { EmitList } from '../sources/emit-list.tsx';

/** What belongs to a command: its data, what it checks, what it leads to, and examples of it. */
export function CommandDetails({ name }: { readonly name: string }) {
  const reports = useReports(name);
  return (
    <>
      <Section title="Fields">
        <FieldList owner={makeKey('command', name)} />
      </Section>
      <Section title="Checks, in this order">
        <CheckList command={name} reported={reports?.chosen ?? null} />
      </Section>
      {reports !== null && <BoundarySection reports={reports} />}
      <Section title="Emits">
        <EmitList command={name} />
      </Section>
      <Links of={makeKey('command', name)} except={['emits', 'checks']} />
      <ExampleList command={name} />
    </>
  );
}
