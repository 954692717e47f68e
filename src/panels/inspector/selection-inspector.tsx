import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import { countOf } from '../../lib/format-number.ts';
import { Section } from '../forms/controls/section.tsx';
import { CloseButton } from './close-button.tsx';
import { ElementLink } from './element-link.tsx';

/** Several elements at once: which they are. */
export function SelectionInspector({ keys }: { readonly keys: readonly ElementKey[] }) {
  const elements = keys.flatMap((key) => parseKey(key) ?? []);
  return (
    <>
      <header className="insp-head">
        <div className="insp-head-text">
          <p className="insp-eyebrow">Selected</p>
          <h2 className="insp-title">{countOf(elements.length, 'element', 'elements')}</h2>
        </div>
        <CloseButton />
      </header>
      {KIND_ORDER.map((kind) => {
        const names = elements.filter((element) => element.kind === kind).map(({ name }) => name);
        if (names.length === 0) return null;
        const { label, plural } = KINDS[kind];
        return (
          <Section key={kind} title={countOf(names.length, label, plural)}>
            <ul className="entry-list">
              {names.map((name) => (
                <li className="entry-row entry-row-head" key={name}>
                  <ElementLink kind={kind} name={name} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
