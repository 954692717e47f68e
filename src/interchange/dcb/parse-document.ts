import type { Json, JsonObject } from '../../lib/json.ts';
import { pointer } from '../../model/pointer.ts';
import type { CommandDefinition, CommandHandler, EventDefinition, Projection, TestCase } from './document.ts';
import { sectionSchemas } from './document.ts';
import type { Located, Report } from './report.ts';

/** One file of an import. */
export interface DcbFile {
  readonly name: string;
  readonly text: string;
}

/** A file as read: its sections with the place of each item. */
export interface DcbDocument {
  readonly file: string;
  readonly id: string;
  readonly extends: string | null;
  readonly events: readonly Located<EventDefinition>[];
  readonly commands: readonly Located<CommandDefinition>[];
  readonly projections: readonly Located<Projection>[];
  readonly handlers: readonly Located<CommandHandler>[];
  readonly testCases: readonly Located<TestCase>[];
}

const LONGEST = 10_000_000;
const DEEPEST = 64;

/** Reads one file, reporting what is wrong with it; undefined when nothing of it can be used. */
export function parseDocument({ name: file, text }: DcbFile, report: Report): DcbDocument | undefined {
  const json = parseJson(file, text, report);
  if (json === undefined) return undefined;
  if (!isObject(json) || !('meta' in json || 'eventDefinitions' in json || 'projections' in json)) {
    const message = 'This is no dcb+json document: it needs "meta" and sections such as "eventDefinitions".';
    report.add({ file, at: '' }, 'error', 'dcb-invalid', message);
    return undefined;
  }
  const meta = sectionSchemas.meta.safeParse(json['meta']);
  if (!meta.success) {
    const message = `"meta" needs an "id", so that other files can extend this one; "${file}" is used instead.`;
    report.add({ file, at: '/meta' }, 'warning', 'dcb-invalid', message);
  }
  return {
    file,
    id: meta.data?.id ?? file,
    extends: meta.data?.extends ?? null,
    events: readSection(json, 'eventDefinitions', file, report),
    commands: readSection(json, 'commandDefinitions', file, report),
    projections: readSection(json, 'projections', file, report),
    handlers: readSection(json, 'commandHandlerDefinitions', file, report),
    testCases: readSection(json, 'testCases', file, report),
  };
}

type Section = Exclude<keyof typeof sectionSchemas, 'meta'>;
type Item<S extends Section> = NonNullable<ReturnType<(typeof sectionSchemas)[S]['safeParse']>['data']>;

function readSection<S extends Section>(
  json: JsonObject,
  section: S,
  file: string,
  report: Report,
): Located<Item<S>>[] {
  const items = json[section] ?? [];
  if (!Array.isArray(items)) {
    report.add({ file, at: pointer(section) }, 'error', 'dcb-invalid', `"${section}" must be a list.`);
    return [];
  }
  return items.flatMap((item: Json, index) => {
    const place = { file, at: pointer(section, index) };
    const parsed = sectionSchemas[section].safeParse(item);
    if (parsed.success) return [{ ...place, value: parsed.data as Item<S> }];
    const issue = parsed.error.issues[0];
    const at = place.at + pointer(...(issue?.path ?? []).map(String));
    const message = `${issue?.message ?? 'Invalid input'}: this item is left out.`;
    report.add({ file, at }, 'error', 'dcb-invalid', message);
    return [];
  });
}

function parseJson(file: string, text: string, report: Report): Json | undefined {
  const place = { file, at: '' };
  if (text.length > LONGEST) {
    const message = `The file has ${text.length} characters; at most ${LONGEST} can be imported.`;
    report.add(place, 'error', 'dcb-too-large', message);
    return undefined;
  }
  // The schema check below recurses, so depth has to be known before it starts.
  if (measureDepth(text) > DEEPEST) {
    report.add(place, 'error', 'dcb-too-large', `The file is nested more than ${DEEPEST} levels deep.`);
    return undefined;
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    const position = findPosition(text, (error as Error).message);
    const where = position ? ` (line ${position.line}, column ${position.column})` : '';
    const message = `This is not JSON${where}: ${(error as Error).message}.`;
    report.add(place, 'error', 'dcb-not-json', message, position && { position });
    return undefined;
  }
}

function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

/** Engines word it differently: some give the line, some an offset, some nothing. */
function findPosition(text: string, message: string): { line: number; column: number } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line && column) return { line: Number(line), column: Number(column) };
  const at = /end of JSON input/i.test(message) ? text.length : Number(/position (\d+)/.exec(message)?.[1]);
  if (Number.isNaN(at)) return undefined;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function isObject(json: Json): json is JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}
