import type { KeysSlot } from '../../../../board/templates/template.ts';
import type { ChangeConstraint } from '../change-constraint.ts';
import { CheckList } from './check-list.tsx';

export interface KeyListProps {
  readonly slot: KeysSlot;
  readonly onChange: ChangeConstraint;
}

/** The tags by which events are told apart. */
export function KeyList({ slot, onChange }: KeyListProps) {
  const { value, options, change } = slot;
  const toggle = (tag: string, isChosen: boolean) => {
    const added = options.filter((key) => key.tag === tag);
    onChange(change(isChosen ? [...value, ...added] : value.filter((key) => key.tag !== tag)));
  };
  return (
    <>
      <CheckList
        options={options.map(({ tag, parameter }) => ({
          id: tag,
          label: `same ${tag}`,
          detail: `given by ${parameter}`,
        }))}
        chosen={new Set(value.map(({ tag }) => tag))}
        empty="The events have no tags yet: give them one first."
        onToggle={toggle}
      />
      {value.length === 0 && options.length > 0 && (
        <p className="rule-hint">Without any, all events of these types count.</p>
      )}
    </>
  );
}
