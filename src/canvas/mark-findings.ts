import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../board/element-key.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { parsePointer } from '../model/pointer.ts';
import type { FaceMark } from './note-face.tsx';

const KIND_OF = new Map<string, BoardKind>(
  Object.entries(BOARD_SECTIONS).map(([kind, section]) => [section, kind as BoardKind]),
);
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
/** A tooltip with more sentences than this is not read. */
const SHOWN = 3;

/** The findings as marks on the elements they are about. */
export function markFindings(diagnostics: readonly Diagnostic[]): ReadonlyMap<ElementKey, FaceMark> {
  const found = new Map<ElementKey, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const [section = '', name] = parsePointer(diagnostic.at);
    const kind = KIND_OF.get(section);
    if (kind === undefined || name === undefined) continue;
    const key = makeKey(kind, name);
    const own = found.get(key);
    if (own) own.push(diagnostic);
    else found.set(key, [diagnostic]);
  }
  return new Map([...found].map(([key, own]) => [key, makeMark(own)]));
}

function makeMark(own: readonly Diagnostic[]): FaceMark {
  const sorted = own.toSorted((a, b) => RANK[b.severity] - RANK[a.severity]);
  const shown = sorted.slice(0, SHOWN).map(({ message }) => message);
  const more = own.length > SHOWN ? [`and ${own.length - SHOWN} more`] : [];
  const head = `${own.length} ${own.length === 1 ? 'finding' : 'findings'}`;
  return {
    count: own.length,
    worst: sorted[0]?.severity ?? 'info',
    text: `${head}: ${[...shown, ...more].join(' · ')}`,
  };
}
