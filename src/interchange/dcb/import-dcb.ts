import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EventDefinition, Model } from '../../model/schema.ts';
import { named } from './cel.ts';
import { type BuiltCommand, buildCommand, ConstraintRegistry } from './commands.ts';
import { buildExample } from './examples.ts';
import { type Definitions, mergeDocuments } from './merge-documents.ts';
import { type DcbFile, parseDocument } from './parse-document.ts';
import { ProjectionShelf } from './projection-shelf.ts';
import { buildRaces } from './races.ts';
import { placeIn, Report } from './report.ts';
import { translateTags } from './tags.ts';
import { UniqueNames } from './unique-names.ts';
import { collectVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * Imports `application/dcb+json` documents (dcb.events), one or a chain of `extends`, as one model; a document comes after
 * the one it extends, otherwise in the given order, and its definitions replace those of the same name. Never throws and
 * runs nothing: what cannot be imported is a diagnostic, whose message names the file and whose `at` points into it, and
 * the rest still is. `model` is null when no file is a dcb+json document.
 */
export function importDcb(files: readonly DcbFile[]): {
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = new Report();
  const documents = files.flatMap((file) => parseDocument(file, report) ?? []);
  if (documents.length > 0) {
    const model = buildModel(mergeDocuments(documents, report), report);
    return { model, diagnostics: report.diagnostics };
  }
  if (files.length === 0)
    report.add({ file: '', at: '' }, 'error', 'dcb-invalid', 'There is no file to import.');
  return { model: null, diagnostics: report.diagnostics };
}

function buildModel(definitions: Definitions, report: Report): Model {
  const vocabulary = collectVocabulary(definitions, report);
  const shelf = new ProjectionShelf(vocabulary, report);
  const registry = new ConstraintRegistry();
  const commands = new Map<string, BuiltCommand>();
  for (const [name, command] of vocabulary.commands) {
    const context = { definitions, shelf, report, command };
    commands.set(name, buildCommand(name, definitions.handlers.get(name), context, registry));
  }
  const events = buildEvents(definitions, vocabulary, report);
  const names = new UniqueNames((name, number) => `${name} (${number})`);
  const examples = definitions.testCases.map((test) => {
    const example = buildExample(test, commands, shelf.ages, report);
    return { ...example, name: names.take(example.name) };
  });
  return {
    ambit: '1.0',
    name: nameModel(definitions.ids),
    description: `Imported from application/dcb+json: ${definitions.ids.join(', ')}.`,
    tags: Object.fromEntries(listConcepts(events, registry).map((concept) => [concept, {}])),
    events: Object.fromEntries(events),
    constraints: Object.fromEntries(registry.definitions),
    commands: Object.fromEntries([...commands].map(([name, { definition }]) => [name, definition])),
    examples,
    races: buildRaces(examples),
  };
}

function buildEvents(
  definitions: Definitions,
  vocabulary: Vocabulary,
  report: Report,
): ReadonlyMap<string, EventDefinition> {
  return new Map(
    [...vocabulary.events].map(([name, { fields, shape }]) => {
      const definition = definitions.events.get(name);
      const scope = { names: new Map([['data', { cel: named('event'), shape }]]) };
      const templates = definition?.value.tagResolvers ?? [];
      const tags = definition
        ? translateTags(templates, scope, placeIn(definition, 'tagResolvers'), report)
        : {};
      return [name, { fields: Object.fromEntries(fields), ...(Object.keys(tags).length > 0 && { tags }) }];
    }),
  );
}

function listConcepts(
  events: ReadonlyMap<string, EventDefinition>,
  { definitions }: ConstraintRegistry,
): readonly string[] {
  const filters = [...definitions.values()].flatMap(({ projections }) => Object.values(projections ?? {}));
  return [...new Set([...events.values(), ...filters].flatMap(({ tags }) => Object.keys(tags ?? {})))];
}

/** `course_subscription_03` is a step of "Course subscription". */
function nameModel(ids: readonly string[]): string {
  const words = (ids.at(-1) ?? '')
    .replace(/[_-]?\d+$/, '')
    .split(/[_\s-]+/)
    .filter(Boolean)
    .join(' ');
  return words === '' ? 'Imported model' : words.charAt(0).toUpperCase() + words.slice(1);
}
