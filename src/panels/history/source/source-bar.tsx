import {
  BOARD_LOG,
  type LogSource,
  type LogSourceState,
  type ReadyLog,
} from '../../../lab/history/log-source.ts';
import { ChooseFile } from './choose-file.tsx';
import { FORMAT_WORDS, saySummary } from './source-words.ts';

export interface SourceBarProps {
  readonly source: LogSource;
  readonly state: LogSourceState;
  readonly onMakeModel: (log: ReadyLog) => void;
}

/** Chooses the log, and says what is in it. */
export function SourceBar({ source, state, onMakeModel }: SourceBarProps) {
  const { step, choice } = state;
  return (
    <div className="source-bar">
      <LogChoice source={source} state={state} />
      {step.kind !== 'empty' && <ChooseFile className="button" onFile={source.chooseFile} />}
      {step.kind === 'ready' && (
        <>
          <p className="source-summary" role="status">
            {step.summary.format !== null &&
              choice !== BOARD_LOG &&
              `${FORMAT_WORDS[step.summary.format]} · `}
            {saySummary(step.summary)}
            {sayLeftOut(step)}
          </p>
          <Actions source={source} step={step} onMakeModel={onMakeModel} />
        </>
      )}
    </div>
  );
}

function LogChoice({ source, state: { choice, kept, step } }: Omit<SourceBarProps, 'onMakeModel'>) {
  const logs = kept ?? [];
  const isNew = choice !== BOARD_LOG && !logs.some(({ id }) => id === choice);
  return (
    <select
      className="source-choice"
      aria-label="Log to look back at"
      value={choice}
      onChange={({ target: { value } }) =>
        value === BOARD_LOG ? source.chooseBoard() : source.chooseKept(value)
      }
    >
      <option value={BOARD_LOG}>This board’s log</option>
      {isNew && <option value={choice}>{'name' in step ? step.name : 'A new log'}</option>}
      {logs.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Actions({ source, step, onMakeModel }: Omit<SourceBarProps, 'state'> & { readonly step: ReadyLog }) {
  const isOutside = step.log !== BOARD_LOG;
  return (
    <div className="source-actions">
      {isOutside ? (
        <>
          <button className="button" type="button" onClick={source.changeMapping}>
            Change the mapping
          </button>
          <button className="button" type="button" onClick={() => onMakeModel(step)}>
            Make a first model
          </button>
          <button className="button" type="button" onClick={() => void source.remove(step.log)}>
            Delete
          </button>
        </>
      ) : (
        <button className="button" type="button" onClick={source.chooseBoard}>
          Read anew
        </button>
      )}
    </div>
  );
}

function sayLeftOut({ summary }: ReadyLog): string {
  const count = summary.badRows.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? '' : ` · ${count} bad ${count === 1 ? 'row' : 'rows'} left out`;
}
