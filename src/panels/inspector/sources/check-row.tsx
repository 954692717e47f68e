import { getOwn } from '../../../lib/get-own.ts';
import type { Json } from '../../../lib/json.ts';
import { pointer } from '../../../model/pointer.ts';
import { RowMenu } from '../../forms/controls/row-menu.tsx';
import { readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { CheckGuardMark } from '../boundary/check-guard.tsx';
import type { Reported } from '../boundary/use-reports.ts';
import { ElementLink } from '../element-link.tsx';
import { CheckDetails } from './check-details.tsx';
import { closeEntry, openEntry, readTarget } from './check-parts.ts';
import { EntryRow } from './entry-row.tsx';

export interface CheckRowProps {
  readonly command: string;
  readonly check: Json;
  /** The command's boundary under the chosen strategy. */
  readonly reported?: Reported | null;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly isOpenAtFirst?: boolean;
}

/** One constraint in a command's list: its name, its rule, and its arguments when opened. */
export function CheckRow(props: CheckRowProps) {
  const { command, check, reported = null, index, count, onMove, isOpenAtFirst = false } = props;
  const { read, put, write } = useWrite();
  const name = readTarget(check, 'constraint');
  const path = ['commands', command, 'checks', index];
  const remove = () => put(`Stop checking ${name ?? 'it'}`, path, undefined);
  if (name === undefined) return <BrokenRow index={index} count={count} onMove={onMove} onRemove={remove} />;
  const entry = openEntry(check, 'constraint');
  const each = readText(getOwn(entry, 'each'));
  const rule = readText(readObject(read(['constraints', name]))['rule']);
  return (
    <EntryRow
      name={name}
      link={<ElementLink kind="constraint" name={name} />}
      foot={
        rule || each !== undefined || reported !== null ? (
          <>
            {rule && <code>{rule}</code>}
            {each !== undefined && (
              <span>
                for each of <code>{each}</code>
              </span>
            )}
            <CheckGuardMark constraint={name} reported={reported} />
          </>
        ) : null
      }
      isOpenAtFirst={isOpenAtFirst}
      menu={<RowMenu of={name} index={index} count={count} onMove={onMove} onRemove={remove} />}
    >
      <CheckDetails
        command={command}
        constraint={name}
        entry={entry}
        at={pointer(...path)}
        onChange={(changed, part) => write(`Check ${name}`, path, closeEntry(changed, 'constraint'), part)}
      />
    </EntryRow>
  );
}

/** An entry that is neither a name nor an object with one: it can only be moved and removed. */
export function BrokenRow(
  props: Omit<CheckRowProps, 'command' | 'check' | 'reported'> & { readonly onRemove: () => void },
) {
  return (
    <li className="entry-row entry-row-head">
      <span className="form-hint form-grow">An entry nobody can read</span>
      <RowMenu of="this entry" {...props} />
    </li>
  );
}
