import './help.css';
import type { ReactNode } from 'react';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import type { Action } from '../../ui/actions.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { sayKeys } from '../../ui/say-keys.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { groupKeys } from './group-keys.ts';

export interface HelpProps {
  readonly actions: readonly Action[];
  /** All lessons, to be started from here. */
  readonly lessons: ReactNode;
  readonly onClose: () => void;
}

/** What can be learnt, what the kinds mean, and every key there is at the moment. */
export function Help({ actions, lessons, onClose }: HelpProps) {
  return (
    <Dialog title="Help" width="wide" onClose={onClose}>
      <div className="dialog-content help">
        <p className="help-lead">
          Press a key and type. Enter makes the next note to the right, Tab the one below. Draw from one note
          to another to say how they belong together.
        </p>
        <h3>Lessons</h3>
        {lessons}
        <h3>What can stand on the board</h3>
        <dl className="help-kinds">
          {KIND_ORDER.map((kind) => {
            const { label, meaning, shortcut, token, form } = KINDS[kind];
            return (
              <div key={kind} className="help-kind">
                <dt>
                  <Swatch kind={kind} token={token} isNote={form === 'note'} />
                  {label} <kbd className="key-cap">{shortcut}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            );
          })}
        </dl>
        <h3>Keys</h3>
        <div className="help-groups">
          {groupKeys(actions).map(({ group, rows }) => (
            <section key={group} aria-label={group}>
              <h4>{group}</h4>
              <ul>
                {rows.map(({ label, keys }) => (
                  <li key={label} className="help-key">
                    <span>{label}</span>
                    <span className="help-caps">
                      {keys.map((combination) => (
                        <kbd key={combination} className="key-cap">
                          {sayKeys(combination)}
                        </kbd>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
