import { Plus } from 'lucide-react';
import type { StepKind } from '../../exploration/result.ts';

export interface ByHandProps {
  /** Who can take the next step, and what it would be. */
  readonly next: readonly { readonly command: number; readonly kind: StepKind }[];
  readonly canUndo: boolean;
  readonly onTake: (command: number) => void;
  readonly onUndo: () => void;
  readonly onClear: () => void;
  readonly onFinish: () => void;
}

/** Makes a schedule step by step: one says which command goes next. */
export function ByHand({ next, canUndo, onTake, onUndo, onClear, onFinish }: ByHandProps) {
  return (
    <fieldset className="by-hand" aria-label="Which command goes next?">
      <span className="by-hand-ask">{next.length > 0 ? 'Who goes next?' : 'All have ended.'}</span>
      {next.map(({ command, kind }) => (
        <button key={command} className="button by-hand-take" type="button" onClick={() => onTake(command)}>
          <Plus size={14} aria-hidden="true" />#{command + 1} {kind}
        </button>
      ))}
      <span className="by-hand-rest">
        <button className="button button-quiet" type="button" disabled={!canUndo} onClick={onUndo}>
          Undo last step
        </button>
        <button className="button button-quiet" type="button" disabled={!canUndo} onClick={onClear}>
          Start over
        </button>
        <button className="button button-quiet" type="button" onClick={onFinish}>
          {next.length > 0 ? 'Finish by itself' : 'Done'}
        </button>
      </span>
    </fieldset>
  );
}
