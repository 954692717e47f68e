import { Clock } from 'lucide-react';
import { addRacer } from '../../board/edits/races.ts';
import { sampleData } from '../../board/sample-value.ts';
import { getOwn } from '../../lib/get-own.ts';
import { MenuItem, MenuLine } from '../../ui/menu.tsx';
import { AddMenu } from '../forms/controls/add-menu.tsx';
import { RowMenu } from '../forms/controls/row-menu.tsx';
import { ElementSwatch } from '../forms/element-swatch.tsx';
import { listFieldKinds } from '../forms/field-kinds.ts';
import { moveItem } from '../forms/move-item.ts';
import { listNames, readList, readObject, readText } from '../forms/read-json.ts';
import { useForm } from '../forms/use-form.ts';
import { useWrite } from '../forms/use-write.ts';
import { NO_TIME, TimeRow } from '../forms/values/time-row.tsx';
import type { ValueHelp } from '../forms/values/value-help.ts';
import { WhenForm } from '../forms/values/when-form.tsx';

export interface RaceCommandsProps {
  readonly at: number;
  readonly help: ValueHelp;
}

/** The commands that run at the same time, each with its data. */
export function RaceCommands({ at, help }: RaceCommandsProps) {
  const { board, document } = useForm();
  const { read, put } = useWrite();
  const path = ['races', at, 'commands'];
  const commands = readList(read(path));
  const fieldsOf = (name: string) =>
    listFieldKinds(getOwn(readObject(getOwn(readObject(document['commands']), name)), 'fields'));
  const add = (name: string) =>
    board.edit(`Add ${name}`, (current) => addRacer(current, at, name, sampleData(fieldsOf(name))));
  return (
    <>
      <ol className="race-commands">
        {commands.map((entry, index) => {
          const own = [...path, index];
          const name = readText(readObject(entry)['command']) ?? 'the command';
          const called = `#${index + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same command may stand here twice.
            <li className="race-command" key={`${index} ${name}`} aria-label={called}>
              <span className="race-command-number">{called}</span>
              <div className="race-command-form">
                <WhenForm
                  path={own}
                  label={`Command ${called}`}
                  of={called}
                  help={help}
                  aside={
                    <RowMenu
                      of={called}
                      index={index}
                      count={commands.length}
                      onMove={(to) => put('Order of the commands', path, moveItem(commands, index, to))}
                      onRemove={() => put(`Remove ${called}`, own, undefined)}
                    >
                      <MenuItem
                        onSelect={() =>
                          put(`Repeat ${called}`, path, commands.toSpliced(index + 1, 0, entry))
                        }
                      >
                        Repeat
                      </MenuItem>
                      {readObject(entry)['now'] === undefined && (
                        <MenuItem
                          icon={<Clock size={14} />}
                          onSelect={() =>
                            put(`Time of ${called}`, [...own, 'now'], read(['races', at, 'now']) ?? NO_TIME)
                          }
                        >
                          Say when it runs
                        </MenuItem>
                      )}
                      <MenuLine />
                    </RowMenu>
                  }
                />
                <TimeRow path={[...own, 'now']} name="now" of={called} />
              </div>
            </li>
          );
        })}
      </ol>
      <AddMenu
        label="Add a command"
        empty="No command on the board yet."
        options={listNames(document, 'commands').map((name) => ({
          value: name,
          label: name,
          icon: <ElementSwatch kind="command" />,
        }))}
        onAdd={add}
      />
    </>
  );
}
