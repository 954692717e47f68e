import { readSubset, setSubset } from '../../board/edits/subset.ts';
import { Section } from '../forms/controls/section.tsx';
import { useInspector } from './use-inspector.ts';

/** Which events of a type a constraint needs: all of them, or those with the same tags. */
export function ReadSubset({ event, constraint }: { readonly event: string; readonly constraint: string }) {
  const { board, model } = useInspector();
  const { tags, offered } = readSubset(model, constraint, event);
  const choices = [...new Set([...tags, ...offered])];
  const toggle = (tag: string) => {
    const next = tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag];
    board.edit(`Which ${event} ${constraint} reads`, (current) =>
      setSubset(current, constraint, event, next),
    );
  };
  return (
    <Section title="Which of these events it needs">
      {choices.length === 0 && <p className="form-hint">{event} carries no tag, so all of them are read.</p>}
      {choices.map((tag) => (
        <label className="insp-check" key={tag}>
          <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
          same <span className="tag-name">{tag}</span>
        </label>
      ))}
      {choices.length > 0 && tags.length === 0 && (
        <p className="form-hint">All of them, whomever they are about.</p>
      )}
    </Section>
  );
}
