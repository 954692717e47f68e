import type { Relation } from '../../board/edits/arrows.ts';
import { Section } from '../forms/controls/section.tsx';
import { moveItem } from '../forms/move-item.ts';
import { readList } from '../forms/read-json.ts';
import { useWrite } from '../forms/use-write.ts';
import { ReadSubset } from './read-subset.tsx';
import { readTarget } from './sources/check-parts.ts';
import { CheckRow } from './sources/check-row.tsx';
import { EmitRow } from './sources/emit-row.tsx';

export interface ArrowDetailsProps {
  readonly relation: Relation;
  readonly from: string;
  readonly to: string;
}

/** What can be said about an arrow: the subset it reads, the data it carries, the arguments of a check. */
export function ArrowDetails({ relation, from, to }: ArrowDetailsProps) {
  if (relation === 'reads') return <ReadSubset event={from} constraint={to} />;
  if (relation === 'emits') return <EntriesBetween command={from} property="emits" name={to} />;
  if (relation === 'checks') return <EntriesBetween command={to} property="checks" name={from} />;
  return null;
}

interface EntriesBetweenProps {
  readonly command: string;
  readonly property: 'checks' | 'emits';
  readonly name: string;
}

/** An arrow may stand for several entries: the same constraint checked with other arguments. */
function EntriesBetween({ command, property, name }: EntriesBetweenProps) {
  const { read, put } = useWrite();
  const path = ['commands', command, property];
  const entries = readList(read(path));
  return (
    <Section title={property === 'checks' ? 'What it is asked about' : 'When, and with what'}>
      <ol className="entry-list">
        {entries.map((entry, index) => {
          if (readTarget(entry, property === 'checks' ? 'constraint' : 'event') !== name) return null;
          const shared = {
            command,
            index,
            count: entries.length,
            isOpenAtFirst: true,
            onMove: (to: number) => put(`Order in ${command}`, path, moveItem(entries, index, to)),
          };
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry of the list is known by its place only.
          if (property === 'checks') return <CheckRow key={index} check={entry} {...shared} />;
          // biome-ignore lint/suspicious/noArrayIndexKey: the same.
          return <EmitRow key={index} emit={entry} {...shared} />;
        })}
      </ol>
    </Section>
  );
}
