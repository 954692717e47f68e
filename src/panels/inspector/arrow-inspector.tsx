import { ArrowRight, Trash2 } from 'lucide-react';
import type { ArrowEnds } from '../../board/desk.ts';
import { disconnect, judgeArrow } from '../../board/edits/arrows.ts';
import { parseKey } from '../../board/element-key.ts';
import { Section } from '../forms/controls/section.tsx';
import { ArrowDetails } from './arrow-details.tsx';
import { CloseButton } from './close-button.tsx';
import { ElementLink } from './element-link.tsx';
import { sayArrow } from './say-arrow.ts';
import { useInspector } from './use-inspector.ts';

/** An arrow: what it means in a sentence, its ends, and what can be said about it. */
export function ArrowInspector({ ends }: { readonly ends: ArrowEnds }) {
  const { board, desk } = useInspector();
  const from = parseKey(ends.from);
  const to = parseKey(ends.to);
  if (from === undefined || to === undefined) return null;
  const judged = judgeArrow(from.kind, to.kind);
  const relation = 'relation' in judged ? judged.relation : null;
  const remove = () => {
    board.edit(`Remove the arrow to ${to.name}`, (current) => disconnect(current, ends.from, ends.to));
    desk.getState().select([]);
  };
  return (
    <>
      <header className="insp-head">
        <span className="insp-arrow-sign">
          <ArrowRight size={20} strokeWidth={2} aria-hidden="true" />
        </span>
        <div className="insp-head-text">
          <p className="insp-eyebrow">Arrow</p>
          <h2 className="insp-story">{sayArrow(relation, from.name, to.name)}</h2>
        </div>
        <CloseButton />
      </header>
      {relation !== null && <ArrowDetails relation={relation} from={from.name} to={to.name} />}
      <Section title="Its ends">
        <ul className="entry-list">
          <li className="entry-row entry-row-head">
            <ElementLink kind={from.kind} name={from.name} />
          </li>
          <li className="entry-row entry-row-head">
            <ElementLink kind={to.kind} name={to.name} />
          </li>
        </ul>
        <button type="button" className="button button-quiet form-add button-danger" onClick={remove}>
          <Trash2 size={14} strokeWidth={2} aria-hidden="true" />
          Remove the arrow
        </button>
      </Section>
    </>
  );
}
