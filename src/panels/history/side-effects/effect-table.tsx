import type { GoTo } from '../../../lab/history/go-to.ts';
import type { SideEffect } from '../../../lab/history/side-effects.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { STATE_WORDS, sayNote } from './side-effect-words.ts';

export interface EffectTableProps {
  readonly effects: readonly SideEffect[];
  readonly goTo: GoTo;
  readonly onRun: (key: string) => void;
}

const COLUMNS = ['State', 'By', 'Does', 'Because of', 'Note'];

/** What is to be done, and below it what was done last. */
export function EffectTable({ effects, goTo, onRun }: EffectTableProps) {
  return (
    <table className="side-effects-table">
      <caption className="visually-hidden">Outbox</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {effects.map((effect) => (
          <EffectRow key={effect.key} effect={effect} goTo={goTo} onRun={onRun} />
        ))}
      </tbody>
    </table>
  );
}

interface EffectRowProps extends Omit<EffectTableProps, 'effects'> {
  readonly effect: SideEffect;
}

function EffectRow({ effect, goTo, onRun }: EffectRowProps) {
  const { key, state, kind, by, what, eventType, position } = effect;
  const { name, sign } = STATE_WORDS[state];
  const canRun = state === 'waiting' || state === 'failed';
  return (
    <tr>
      <td>
        <span className={`side-effects-sign side-effects-sign-${state}`} aria-hidden="true">
          {sign}
        </span>
        <span>{name}</span>
      </td>
      <td>
        {by} <span className="muted">{kind === 'command' ? 'policy' : 'outside'}</span>
      </td>
      <td>{what}</td>
      <td>
        <button className="link-button" type="button" onClick={() => goTo.event(position)}>
          {eventType} at {groupDigits(position)}
        </button>
      </td>
      <td className="side-effects-note">{sayNote(effect)}</td>
      <td>
        {canRun && (
          <button
            className="button button-quiet"
            type="button"
            aria-label={`${state === 'failed' ? 'Try again' : 'Run now'}: ${by}, ${eventType} at ${position}`}
            onClick={() => onRun(key)}
          >
            {state === 'failed' ? 'Try again' : 'Run now'}
          </button>
        )}
      </td>
    </tr>
  );
}
