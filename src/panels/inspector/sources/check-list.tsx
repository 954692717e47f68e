import './sources.css';
import { AddMenu } from '../../forms/controls/add-menu.tsx';
import { ElementSwatch } from '../../forms/element-swatch.tsx';
import { moveItem } from '../../forms/move-item.ts';
import { listNames, readList } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import type { Reported } from '../boundary/use-reports.ts';
import { useInspector } from '../use-inspector.ts';
import { readTarget } from './check-parts.ts';
import { CheckRow } from './check-row.tsx';

export interface CheckListProps {
  readonly command: string;
  /** Its boundary under the chosen strategy. */
  readonly reported: Reported | null;
}

/** The constraints a command checks, in their order. */
export function CheckList({ command, reported }: CheckListProps) {
  const { document } = useInspector();
  const { read, put } = useWrite();
  const path = ['commands', command, 'checks'];
  const checks = readList(read(path));
  const names = checks.map((check) => readTarget(check, 'constraint'));
  const offered = listNames(document, 'constraints').filter((name) => !names.includes(name));
  const isFirst = checks.length === 0;
  return (
    <>
      {!isFirst && (
        <ol className="entry-list">
          {checks.map((check, index) => (
            <CheckRow
              // The same constraint may be checked twice, with other arguments.
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry of the list is known by its place only.
              key={`${index} ${names[index]}`}
              command={command}
              check={check}
              reported={reported}
              index={index}
              count={checks.length}
              onMove={(to) => put('Order of the checks', path, moveItem(checks, index, to))}
            />
          ))}
        </ol>
      )}
      <AddMenu
        label={isFirst ? 'Add a check' : 'Add another check'}
        empty={
          isFirst ? 'No constraint on the board yet: press K to make one.' : 'All constraints are checked.'
        }
        options={offered.map((name) => ({
          value: name,
          label: name,
          icon: <ElementSwatch kind="constraint" />,
        }))}
        onAdd={(name) => put(`Check ${name}`, path, [...checks, name])}
      />
    </>
  );
}
