import { type ElementKey, makeKey } from '../../board/element-key.ts';
import { BOUNDARY_KINDS, type BoundaryKind, kindOf, wordsOf } from '../../lab/boundary/boundary-kinds.ts';
import { groupStreams } from '../../lab/boundary/guarded-streams.ts';
import type { CommandDefinition, Model } from '../../model/schema.ts';
import type { BoundaryPart, BoundaryReport } from '../../strategies/report-boundary.ts';
import { makeArrowId } from '../map-arrows.ts';

/** A part of an event's outline, and the words above it. */
export interface OutlinePart {
  readonly kind: BoundaryKind;
  readonly words: string;
}

/** The streams of a frame that are guarded, and what that does. */
export interface FrameGuard {
  readonly streams: readonly string[];
  readonly words: string;
}

/** How a boundary is drawn on the board. What is in none of these is dimmed. */
export interface BoundaryMarks {
  /** The notes and frames it is about; for events with what is said of them. */
  readonly elements: ReadonlyMap<ElementKey, string | null>;
  /** The arrows it is about, those from events with the kind of what they carry. */
  readonly arrows: ReadonlyMap<string, BoundaryKind | null>;
  readonly outlines: ReadonlyMap<ElementKey, readonly OutlinePart[]>;
  /** What is written on a frame whose stream is guarded. */
  readonly frames: ReadonlyMap<ElementKey, FrameGuard>;
}

/** Turns a boundary into marks on what is on the board. */
export function markBoundary(report: BoundaryReport, model: Model): BoundaryMarks {
  const command = makeKey('command', report.command);
  const definition = model.commands?.[report.command];
  const constraints = listChecked(definition).map((name) => makeKey('constraint', name));
  const outlines = markEvents(report);
  const frames = markFrames(report, model);
  const said = [...outlines].map(([key, parts]) => [key, sayOutline(parts, report)] as const);
  const silent = [command, ...constraints, ...frames.keys()].map((key) => [key, null] as const);
  const arrows = new Map<string, BoundaryKind | null>([
    ...constraints.map((from) => [makeArrowId({ from, to: command }), null] as const),
    ...listEmitted(definition)
      .map((name) => makeKey('event', name))
      .filter((to) => outlines.has(to))
      .map((to) => [makeArrowId({ from: command, to }), null] as const),
    ...markReads(report.parts),
  ]);
  return { elements: new Map([...silent, ...said]), arrows, outlines, frames };
}

function markEvents(report: BoundaryReport): BoundaryMarks['outlines'] {
  const events = new Set(report.parts.map(({ event }) => event));
  return new Map(
    [...events].map((event) => [
      makeKey('event', event),
      outlineEvent(
        report.parts.filter((part) => part.event === event),
        report,
      ),
    ]),
  );
}

/** One part for each kind; with several kinds each says which of the events it is about. */
function outlineEvent(parts: readonly BoundaryPart[], report: BoundaryReport): readonly OutlinePart[] {
  const kinds = BOUNDARY_KINDS.filter((kind) => parts.some((part) => kindOf(part) === kind));
  return kinds.map((kind) => ({
    kind,
    words:
      kinds.length === 1
        ? wordsOf(kind, report).short
        : nameFilters(parts.filter((part) => kindOf(part) === kind)),
  }));
}

function nameFilters(parts: readonly BoundaryPart[]): string {
  const filters = parts.flatMap(({ concepts }) => (concepts.length > 0 ? [concepts.join(' + ')] : []));
  return filters.length > 0 ? `by ${filters.join(', ')}` : 'others';
}

function sayOutline(parts: readonly OutlinePart[], report: BoundaryReport): string {
  const [only] = parts;
  if (parts.length === 1 && only) return wordsOf(only.kind, report).name;
  return parts.map(({ kind, words }) => `${words} ${wordsOf(kind, report).name}`).join('; ');
}

const RANK: readonly BoundaryKind[] = ['extra', 'kept', 'relaxed', 'open'];

/** An arrow that carries several needs is as its worst. */
function markReads(parts: readonly BoundaryPart[]): ReadonlyMap<string, BoundaryKind> {
  const arrows = new Map<string, BoundaryKind>();
  for (const part of parts) {
    const kind = kindOf(part);
    for (const constraint of part.constraints) {
      const id = makeArrowId({ from: makeKey('event', part.event), to: makeKey('constraint', constraint) });
      const before = arrows.get(id);
      if (before === undefined || RANK.indexOf(kind) > RANK.indexOf(before)) arrows.set(id, kind);
    }
  }
  return arrows;
}

function markFrames(report: BoundaryReport, model: Model): BoundaryMarks['frames'] {
  const words =
    report.strategy === 'stream-saga'
      ? 'stops what is written to it if it grew since it was read'
      : 'stops the append if it grew since the read';
  return new Map(
    [...groupStreams(report, model)].map(([aggregate, streams]) => [
      makeKey('aggregate', aggregate),
      { streams, words },
    ]),
  );
}

function listChecked(command: CommandDefinition | undefined): readonly string[] {
  return (command?.checks ?? []).map((check) => (typeof check === 'string' ? check : check.constraint));
}

function listEmitted(command: CommandDefinition | undefined): readonly string[] {
  return (command?.emits ?? []).map((emit) => (typeof emit === 'string' ? emit : emit.event));
}
