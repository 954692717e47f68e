import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../../../board/element-key.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { parsePointer } from '../../../model/pointer.ts';
import { sortFindings } from '../../forms/findings/sort-findings.ts';
import { readList, readObject, readText } from '../../forms/read-json.ts';

const KIND_OF_SECTION = new Map(
  Object.entries(BOARD_SECTIONS).map(([kind, section]) => [section as string, kind as BoardKind]),
);

/** The element a place in the document belongs to; null for what belongs to the whole board. */
export function findOwner(at: string): ElementKey | null {
  const [section = '', name] = parsePointer(at);
  const kind = KIND_OF_SECTION.get(section);
  return kind === undefined || name === undefined ? null : makeKey(kind, name);
}

/** What else a place can be in: an example, a race or a slice, by its name. */
export function sayPlace(document: JsonObject, at: string): string {
  const [section = '', index = ''] = parsePointer(at);
  const words = new Map([
    ['examples', 'Example'],
    ['races', 'Race'],
    ['slices', 'Slice'],
  ]).get(section);
  if (words === undefined || index === '') return 'The board';
  const entry = readObject(readList(document[section])[Number(index)]);
  const name = readText(entry['name']);
  return name ? `${words} “${name}”` : `${words} ${Number(index) + 1}`;
}

export interface FindingGroup {
  readonly owner: ElementKey | null;
  /** How the place is called where no element owns it. */
  readonly title: string;
  readonly findings: readonly Diagnostic[];
}

/** Findings by the element they are about, the worst first. */
export function groupFindings(
  document: JsonObject,
  diagnostics: readonly Diagnostic[],
): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of sortFindings(diagnostics)) {
    const owner = findOwner(finding.at);
    const title = owner ?? sayPlace(document, finding.at);
    const group = groups.get(title);
    groups.set(title, { owner, title, findings: [...(group?.findings ?? []), finding] });
  }
  return [...groups.values()];
}
