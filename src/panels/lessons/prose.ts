/** A piece of prose: plain, with weight, in the model's voice, or a word that can be explained. */
export interface ProsePart {
  readonly voice: 'plain' | 'weighty' | 'model' | 'term';
  readonly text: string;
}

const MARKED = /\*([^*]+)\*|`([^`]+)`|\[([^\]]+)\]([a-z]*)/g;

/** Takes prose apart: `*weighty*`, `` `model` `` and `[term]`, with an ending such as `[tag]s` kept outside. */
export function readProse(prose: string): readonly ProsePart[] {
  const parts: ProsePart[] = [];
  let at = 0;
  for (const match of prose.matchAll(MARKED)) {
    const [whole, weighty, model, term, ending] = match;
    parts.push({ voice: 'plain', text: prose.slice(at, match.index) });
    if (weighty !== undefined) parts.push({ voice: 'weighty', text: weighty });
    else if (model !== undefined) parts.push({ voice: 'model', text: model });
    else if (term !== undefined) parts.push({ voice: 'term', text: term });
    if (ending) parts.push({ voice: 'plain', text: ending });
    at = match.index + whole.length;
  }
  return [...parts, { voice: 'plain' as const, text: prose.slice(at) }].filter(({ text }) => text !== '');
}
