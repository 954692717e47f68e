import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import {
  BOARD_SECTIONS,
  type BoardKind,
  type ElementKey,
  findElement,
  makeKey,
  parseKey,
} from '../element-key.ts';
import { KINDS } from '../kinds.ts';
import { connectChecks, connectEmits } from './connect-commands.ts';
import { connectReads, disconnectReads } from './connect-reads.ts';
import { connectIssues, connectProjects, disconnectIssues } from './connect-views.ts';
import { findLinks, type Link } from './find-links.ts';
import { addName, removeName } from './name-list.ts';
import { findRelation, type RelationName, sayRefusal } from './relations.ts';
import { getAt, setAt } from './set-at.ts';

/** What an arrow means; it follows from the kinds of its ends. */
export type Relation = RelationName;

/** An arrow of the model, between two elements that are there. */
export interface Arrow {
  readonly from: ElementKey;
  readonly to: ElementKey;
  readonly relation: Relation;
  /** What stands on it: which events are read ("same course"), or on what condition ("when …"). */
  readonly label: string | null;
}

/** Why something is not done, in a sentence that says what to do instead. */
export interface Refusal {
  readonly refused: string;
}

/** Everything in the model that is an arrow on the board, once for each pair; in time proportional to the model. */
export function listArrows(model: Model): Arrow[] {
  const arrows: Arrow[] = [];
  for (const { from, to, label } of findLinks(model)) {
    const relation = findRelation(from[0], to[0]);
    if (relation === undefined || !isThere(model, from) || !isThere(model, to)) continue;
    arrows.push({ from: makeKey(...from), to: makeKey(...to), relation, label });
  }
  return arrows;
}

function isThere(model: Model, [kind, name]: Link['from']): boolean {
  return Object.hasOwn(model[BOARD_SECTIONS[kind]] ?? {}, name);
}

/** What an arrow from one kind to another would mean, or why it means nothing and what to draw instead. */
export function judgeArrow(from: BoardKind, to: BoardKind): { readonly relation: Relation } | Refusal {
  const relation = findRelation(from, to);
  return relation === undefined ? { refused: sayRefusal(from, to) } : { relation };
}

/** How a relation gets into the document and out of it again; `connect` gives null where it meets something broken. */
interface Connector {
  readonly connect: (document: JsonObject, from: string, to: string) => JsonObject | null;
  readonly disconnect: (document: JsonObject, from: string, to: string) => JsonObject;
}

const CONNECTORS: Readonly<Record<Relation, Connector>> = {
  emits: {
    connect: connectEmits,
    disconnect: (document, command, event) =>
      removeName(document, ['commands', command, 'emits'], event, 'event'),
  },
  checks: {
    connect: connectChecks,
    disconnect: (document, constraint, command) =>
      removeName(document, ['commands', command, 'checks'], constraint, 'constraint'),
  },
  reads: { connect: connectReads, disconnect: disconnectReads },
  issues: { connect: connectIssues, disconnect: disconnectIssues },
  projects: { connect: connectProjects, disconnect: disconnectProjects },
  triggers: listIn('policies', 'on'),
  notifies: listIn('externalSystems', 'on'),
  shows: listIn('screens', 'shows'),
  offers: listOf('screens', 'issues'),
  asks: listOf('actors', 'issues'),
};

/** A relation that is a list of names in the element that the arrow goes to. */
function listIn(section: string, property: string): Connector {
  return {
    connect: (document, from, to) => addName(document, [section, to, property], from),
    disconnect: (document, from, to) => removeName(document, [section, to, property], from),
  };
}

/** A relation that is a list of names in the element that the arrow comes from. */
function listOf(section: string, property: string): Connector {
  const { connect, disconnect } = listIn(section, property);
  return {
    connect: (document, from, to) => connect(document, to, from),
    disconnect: (document, from, to) => disconnect(document, to, from),
  };
}

function disconnectProjects(document: JsonObject, event: string, readModel: string): JsonObject {
  const on = getAt(document, ['readModels', readModel, 'on', event]);
  if (on === undefined) return document;
  const rest = setAt(document, ['readModels', readModel, 'on', event], undefined);
  const left = Object.keys(getAt(rest, ['readModels', readModel, 'on']) ?? {});
  return left.length > 0 ? rest : setAt(rest, ['readModels', readModel, 'on'], undefined);
}

/**
 * Draws an arrow: the same document when it is there already. Whatever the arrow needs to have a meaning comes with it:
 * a counting projection for a constraint that reads an event, fields for what a command must be told, a first fold for
 * an empty read model. A policy that issues one command issues the new one instead.
 */
export function connect(
  document: JsonObject,
  from: ElementKey,
  to: ElementKey,
): { readonly document: JsonObject } | Refusal {
  const [one, other] = [parseKey(from), parseKey(to)];
  const missing = [from, to].find((key) => findElement(document, key) === undefined);
  if (!one || !other || missing !== undefined) return { refused: sayMissing(document, missing ?? from) };
  const judged = judgeArrow(one.kind, other.kind);
  if ('refused' in judged) return judged;
  const connected = CONNECTORS[judged.relation].connect(document, one.name, other.name);
  if (connected !== null) return { document: connected };
  const broken = `Part of "${one.name}" or "${other.name}" is not written as the format has it.`;
  return { refused: `${broken} Correct it first, then draw the arrow.` };
}

function sayMissing(document: JsonObject, key: ElementKey): string {
  const parsed = parseKey(key);
  if (!parsed) return 'An arrow goes from one note to another.';
  const label = KINDS[parsed.kind].label.toLowerCase();
  const isBroken = getAt(document, [BOARD_SECTIONS[parsed.kind], parsed.name]) !== undefined;
  return isBroken
    ? `The ${label} "${parsed.name}" is not written as the format has it. Correct it first, then draw the arrow.`
    : `There is no ${label} "${parsed.name}" any more.`;
}

/** Removes exactly what an arrow stands for; what came with it when it was drawn, such as fields, stays. */
export function disconnect(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const [one, other] = [parseKey(from), parseKey(to)];
  const relation = one && other && findRelation(one.kind, other.kind);
  return one && other && relation
    ? CONNECTORS[relation].disconnect(document, one.name, other.name)
    : document;
}
