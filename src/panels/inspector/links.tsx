import { useMemo } from 'react';
import { listArrows, type Relation } from '../../board/edits/arrows.ts';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { Section } from '../forms/controls/section.tsx';
import { ElementLink } from './element-link.tsx';
import { useInspector } from './use-inspector.ts';

/** How a relation is called from its end, looking back, and from its start, looking ahead. */
const WORDS: Readonly<Record<Relation, { readonly back: string; readonly ahead: string }>> = {
  emits: { back: 'emits it', ahead: 'comes out of it' },
  reads: { back: 'is read', ahead: 'reads it' },
  checks: { back: 'is checked', ahead: 'checks it' },
  triggers: { back: 'triggers it', ahead: 'reacts to it' },
  issues: { back: 'issues it', ahead: 'is issued' },
  projects: { back: 'changes it', ahead: 'is made from it' },
  notifies: { back: 'is told to it', ahead: 'is told about it' },
  shows: { back: 'is shown on it', ahead: 'shows it' },
  offers: { back: 'offers it', ahead: 'is offered' },
  asks: { back: 'asks for it', ahead: 'is asked for' },
};

export interface LinksProps {
  readonly of: ElementKey;
  /** Relations that have a section of their own, on the side they are edited from. */
  readonly except?: readonly Relation[];
}

interface Link {
  readonly of: ElementKey;
  readonly words: string;
}

/** What an element is connected with, in both directions; a click goes there. */
export function Links({ of, except = [] }: LinksProps) {
  const { model } = useInspector();
  const arrows = useMemo(() => listArrows(model), [model]);
  const links = arrows
    .filter(({ from, to, relation }) => (from === of || to === of) && !except.includes(relation))
    .map(({ from, to, relation, label }): Link => {
      const { back, ahead } = WORDS[relation];
      const words = from === of ? ahead : back;
      return { of: from === of ? to : from, words: label === null ? words : `${words}: ${label}` };
    });
  if (links.length === 0) return null;
  return (
    <Section title="Connected with">
      <ul className="entry-list">
        {links.map((link) => (
          <LinkRow key={`${link.of} ${link.words}`} {...link} />
        ))}
      </ul>
    </Section>
  );
}

function LinkRow({ of, words }: Link) {
  const parsed = parseKey(of);
  if (parsed === undefined) return null;
  return (
    <li className="entry-row entry-row-head">
      <ElementLink kind={parsed.kind} name={parsed.name} />
      <span className="entry-row-label">{words}</span>
    </li>
  );
}
