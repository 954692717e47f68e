import type { ArrowEnds } from '../board/desk.ts';
import { type Arrow, listArrows, type Relation } from '../board/edits/arrows.ts';
import { readSubset } from '../board/edits/subset.ts';
import { parseKey } from '../board/element-key.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Model } from '../model/schema.ts';
import { findTagMark } from '../ui/tag-mark.ts';
import type { ArrowFacts } from './flow-types.ts';

const VERBS: Readonly<Record<Relation, string>> = {
  emits: 'leads to',
  reads: 'is read by',
  checks: 'is checked by',
  triggers: 'starts',
  issues: 'gives the command',
  projects: 'is shown in',
  notifies: 'is told to',
  shows: 'is shown on',
  offers: 'offers',
  asks: 'asks for',
};
const LONGEST = 28;

/** The id of an arrow: two elements are joined by one arrow at most. */
export function makeArrowId({ from, to }: ArrowEnds): string {
  return JSON.stringify([from, to]);
}

/** The arrows of a model as they are drawn, except for where. */
export function mapArrows(document: JsonObject, model: Model): readonly ArrowFacts[] {
  return listArrows(model).map((arrow) => describeArrow(document, model, arrow));
}

function describeArrow(document: JsonObject, model: Model, { from, to, relation, label }: Arrow): ArrowFacts {
  const source = parseKey(from)?.name ?? '';
  const target = parseKey(to)?.name ?? '';
  const tags = relation === 'reads' ? readSubset(model, target, source).tags : [];
  const said = label ?? (relation === 'reads' && tags.length === 0 ? `any ${source}` : null);
  return {
    id: makeArrowId({ from, to }),
    from,
    to,
    relation,
    label: said === null ? null : shorten(said),
    marks: tags.map((tag) => findTagMark(document, tag)),
    sentence: `${source} ${VERBS[relation]} ${target}${said === null ? '' : `, ${said}`}`,
  };
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** Whether two arrows are drawn alike, wherever they are. */
export function saysSame(one: ArrowFacts, other: ArrowFacts): boolean {
  return (
    one.id === other.id &&
    one.relation === other.relation &&
    one.label === other.label &&
    one.sentence === other.sentence &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => mark === other.marks[index])
  );
}
