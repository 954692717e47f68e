import { addFilter } from '../../../board/edits/filters.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import { findElement, makeKey } from '../../../board/element-key.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { pointer } from '../../../model/pointer.ts';
import type { ProjectionDefinition } from '../../../model/schema.ts';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForFilter } from '../expression/scope.ts';
import { ExpressionField } from '../sources/expression-field.tsx';
import { useInspector } from '../use-inspector.ts';
import { CheckList } from './slots/check-list.tsx';

export interface ProjectionFilterProps {
  readonly constraint: string;
  readonly name: string;
  readonly projection: ProjectionDefinition;
}

/** Which events a value is folded from: those with the same course, say. */
export function ProjectionFilter({ constraint, name, projection }: ProjectionFilterProps) {
  const { board, model } = useInspector();
  const { write } = useWrite();
  const path = ['constraints', constraint, 'projections', name, 'tags'];
  const filters = Object.entries(projection.tags ?? {});
  const events = Object.keys(projection.on ?? {});
  const carriers = new Map<string, string>();
  for (const event of events) {
    for (const tag of Object.keys(getOwn(model.events, event)?.tags ?? {})) {
      if (!carriers.has(tag)) carriers.set(tag, event);
    }
  }
  const tags = [...new Set([...carriers.keys(), ...filters.map(([tag]) => tag)])];
  const toggle = (tag: string, isChosen: boolean) =>
    board.edit(isChosen ? `Only the same ${tag}` : `Not only the same ${tag}`, (document) =>
      isChosen
        ? filterBy(document, { constraint, name, tag, event: carriers.get(tag) ?? '' })
        : unfilterBy(document, path, tag, filters.length),
    );
  return (
    <fieldset className="rule-radios">
      <legend className="rule-legend">Counts only events with</legend>
      <CheckList
        options={tags.map((tag) => ({ id: tag, label: `the same ${tag}` }))}
        chosen={new Set(filters.map(([tag]) => tag))}
        empty={
          events.length === 0 ? 'Choose its events first.' : 'Its events have no tags: all of them count.'
        }
        onToggle={toggle}
      />
      {filters.map(([tag, expression]) => (
        <ExpressionField
          key={tag}
          label={`Which ${tag}`}
          at={pointer(...path, tag)}
          value={expression}
          scope={scopeForFilter(model, constraint)}
          onChange={(text) => write(`Which ${tag}`, [...path, tag], text)}
        />
      ))}
    </fieldset>
  );
}

interface NewFilter {
  readonly constraint: string;
  readonly name: string;
  readonly tag: string;
  readonly event: string;
}

function filterBy(document: JsonObject, { constraint, name, tag, event }: NewFilter): JsonObject {
  const definition = findElement(document, makeKey('constraint', constraint));
  if (definition === undefined) return document;
  const carrier = findElement(document, makeKey('event', event));
  return setAt(document, ['constraints', constraint], addFilter(definition, name, tag, carrier));
}

function unfilterBy(document: JsonObject, path: readonly string[], tag: string, count: number): JsonObject {
  return count === 1 ? setAt(document, path, undefined) : setAt(document, [...path, tag], undefined);
}
