import type { Json } from '../../lib/json.ts';
import type { ConstraintDefinition, Model, ProjectionDefinition } from '../../model/schema.ts';
import { escapeMarkdown, writeCode, writeTable } from './markdown-text.ts';
import { sayDescription, sayFields, sayName } from './say-data.ts';

/** Each constraint with its rule, and the values it reads from past events. */
export function writeConstraints(model: Model): readonly string[] {
  const constraints = Object.entries(model.constraints ?? {});
  if (constraints.length === 0) return [];
  return ['## Constraints', '', ...constraints.flatMap(([name, each]) => writeConstraint(name, each))];
}

function writeConstraint(name: string, constraint: ConstraintDefinition): readonly string[] {
  const { description, parameters, projections, rule, consistency, message } = constraint;
  const asked = sayFields(parameters);
  return [
    `### ${sayName(name)}`,
    '',
    ...sayDescription(description),
    rule === undefined ? 'It has no rule yet.' : `Rule: ${writeCode(rule)}`,
    '',
    ...(asked === '' ? [] : [`Asked about: ${asked}`, '']),
    ...(message === undefined ? [] : [`When it fails: ${escapeMarkdown(message)}`, '']),
    ...(consistency === 'relaxed'
      ? ['It is only checked when reading, and not guarded after that.', '']
      : []),
    ...writeTable(
      ['Value', 'Starts at', 'Changes', 'Reads'],
      Object.entries(projections ?? {}).map(writeProjection),
    ),
  ];
}

function writeProjection([name, projection]: [string, ProjectionDefinition]): readonly string[] {
  const { initial, on, tags } = projection;
  const changes = Object.entries(on ?? {}).map(
    ([event, expression]) => `${sayName(event)}: ${writeCode(expression)}`,
  );
  const filters = Object.entries(tags ?? {}).map(
    ([tag, expression]) => `same ${escapeMarkdown(tag)} (${writeCode(expression)})`,
  );
  return [
    writeCode(name),
    initial === undefined ? '' : writeCode(JSON.stringify(initial as Json)),
    changes.join('<br>'),
    filters.length === 0 ? 'all of them' : filters.join(', '),
  ];
}
