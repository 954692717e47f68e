import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { CutValue } from './json-cutter.ts';
import type { LogRow, RowSink } from './log-row.ts';
import { parseRow } from './parse-row.ts';

/** The type of objects that events name and the log does not list. */
const UNLISTED = 'unlisted object';

/** Brings events of OCEL 1.0 and 2.0 into one shape, their objects by type; waits for the objects where they stand behind the events. */
export class OcelEvents {
  /** Whether the document is OCEL at all; else its events are passed on as they are. */
  isOcel = false;
  readonly #sink: RowSink;
  readonly #typeOfObject = new Map<string, string>();
  #held: { readonly key: string | null; readonly row: LogRow }[] = [];
  #unlisted = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  takeObject({ key, text, line }: CutValue): void {
    // An object that cannot be read is no event that is lost: the events that name it are said to name an unlisted one.
    const fields = parseRow(text, { row: 0, line }, { row: ignore, bad: ignore, problem: ignore });
    const id = key ?? fields?.['id'];
    const type = fields?.['type'] ?? fields?.['ocel:type'];
    if (typeof id === 'string' && typeof type === 'string') this.#typeOfObject.set(id, type);
  }

  takeEvent(key: string | null, row: LogRow): void {
    if (this.isOcel && this.#typeOfObject.size > 0) this.#pass(key, row);
    else this.#held.push({ key, row });
  }

  /** Passes on what waited. */
  end(): void {
    for (const { key, row } of this.#held) this.#pass(key, row);
    this.#held = [];
    if (this.#unlisted === 0) return;
    const message = `${this.#unlisted} times an event names an object that the log does not list: its type is taken to be "${UNLISTED}".`;
    this.#sink.problem({ code: 'unknown-objects', severity: 'warning', message, line: null });
  }

  #pass(key: string | null, row: LogRow): void {
    this.#sink.row(this.isOcel ? { ...row, fields: this.#shape(key, row.fields) } : row);
  }

  #shape(key: string | null, fields: JsonObject): JsonObject {
    const pick = (name: string, oldName: string): Json => fields[name] ?? fields[oldName] ?? null;
    return {
      id: key ?? pick('id', 'ocel:id'),
      activity: pick('type', 'ocel:activity'),
      timestamp: pick('time', 'ocel:timestamp'),
      attributes: readAttributes(pick('attributes', 'ocel:vmap')),
      objects: this.#groupObjects(pick('relationships', 'ocel:omap')),
    };
  }

  #groupObjects(relations: Json): JsonObject {
    const groups = new Map<string, string[]>();
    for (const relation of Array.isArray(relations) ? relations : []) {
      const id = isJsonObject(relation) ? relation['objectId'] : relation;
      if (typeof id !== 'string') continue;
      const known = this.#typeOfObject.get(id);
      if (known === undefined) this.#unlisted++;
      const type = known ?? UNLISTED;
      const ids = groups.get(type);
      if (!ids) groups.set(type, [id]);
      else if (!ids.includes(id)) ids.push(id);
    }
    return Object.fromEntries(groups);
  }
}

/** Attributes as a map (1.0), or as a list of names and values (2.0). */
function readAttributes(attributes: Json): JsonObject {
  if (isJsonObject(attributes)) return attributes;
  const list: readonly Json[] = Array.isArray(attributes) ? attributes : [];
  const pairs = list.flatMap((one): [string, Json][] =>
    isJsonObject(one) && typeof one['name'] === 'string' ? [[one['name'], one['value'] ?? null]] : [],
  );
  return Object.fromEntries(pairs);
}

function ignore(): void {}
