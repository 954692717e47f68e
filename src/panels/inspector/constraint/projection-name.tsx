import { useId } from 'react';
import { Refusal } from '../../forms/controls/refusal.tsx';
import { useTypedName } from '../../forms/controls/use-typed-name.ts';

export interface ProjectionNameProps {
  readonly name: string;
  readonly judge: (text: string) => string | null;
  readonly onRename: (to: string) => void;
}

/** What a value is called in the rule; it is renamed wherever it is used. */
export function ProjectionName({ name, judge, onRename }: ProjectionNameProps) {
  const id = useId();
  const { refused, control } = useTypedName({ value: name, judge, onFinish: onRename });
  return (
    <div className="rule-projection-name">
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label="Name of the value"
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : id}
        {...control}
      />
      <Refusal id={id}>{refused}</Refusal>
    </div>
  );
}
