import { sampleData } from '../../../board/sample-value.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { Json, JsonObject } from '../../../lib/json.ts';
import { listFieldKinds } from '../../forms/field-kinds.ts';
import { readList, readObject, readText, readTexts } from '../../forms/read-json.ts';
import { readTarget } from '../sources/check-parts.ts';

export interface ExampleProposal {
  readonly label: string;
  readonly example: JsonObject;
}

/** Examples a command should have and does not: that it works, and that each of its constraints can reject it. */
export function proposeExamples(document: JsonObject, command: string): readonly ExampleProposal[] {
  const examples = readList(document['examples'])
    .map(readObject)
    .filter((example) => readObject(example['when'])['command'] === command);
  const definition = readEntry(document, 'commands', command);
  const constraints = new Set(
    readList(definition['checks']).flatMap((check) => readTarget(check, 'constraint') ?? []),
  );
  const rejected = new Set(examples.flatMap((example) => readTexts(readObject(example['then'])['rejected'])));
  const when = { command, data: sampleData(listFieldKinds(definition['fields'])) };
  const works = examples.some((example) => Array.isArray(readObject(example['then'])['events']));
  const past = listPast(document, [...constraints]);
  return [
    ...(works
      ? []
      : [{ label: 'It works', example: makeExample(`${command} works`, past, when, undefined) }]),
    ...[...constraints]
      .filter((constraint) => !rejected.has(constraint))
      .map((constraint) => ({
        label: `${constraint} says no`,
        example: makeExample(`${constraint} keeps ${command} from happening`, [], when, {
          rejected: [constraint],
        }),
      })),
  ];
}

function makeExample(
  name: string,
  given: readonly JsonObject[],
  when: JsonObject,
  then: JsonObject | undefined,
): JsonObject {
  return { name, ...(given.length > 0 ? { given } : {}), when, ...(then === undefined ? {} : { then }) };
}

/**
 * What must most likely have happened for these constraints to hold: for each projection the first event that sets it.
 * One that only counts on (`state + 1`), and one whose rule asks for the contrary (`!taken`), need nothing before.
 */
function listPast(document: JsonObject, constraints: readonly string[]): readonly JsonObject[] {
  const events = new Set<string>();
  for (const name of constraints) {
    const constraint = readEntry(document, 'constraints', name);
    const rule = readText(constraint['rule']) ?? '';
    for (const [projection, body] of Object.entries(readObject(constraint['projections']))) {
      if (rule.includes(`!${projection}`)) continue;
      const setter = Object.entries(readObject(readObject(body)['on'])).find(
        ([, expression]) => !/\bstate\b/.test(readText(expression) ?? ''),
      );
      if (setter !== undefined) events.add(setter[0]);
    }
  }
  return [...events].map((event) => ({
    event,
    data: sampleData(listFieldKinds(readEntry(document, 'events', event)['fields'])),
  }));
}

function readEntry(document: JsonObject, section: string, name: string): JsonObject {
  const entry: Json | undefined = getOwn(readObject(document[section]), name);
  return readObject(entry);
}
