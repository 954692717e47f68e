import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { guessDialect } from './guess-dialect.ts';
import { LineSplitter, refuseLongRow } from './line-splitter.ts';
import type { FormatReader, LogFormat, RowSink } from './log-row.ts';
import { parseRow } from './parse-row.ts';

/** Reads NDJSON: an event on each line. Of an archive of Ambit's own, the events alone, and whether it is whole. */
export class JsonLinesReader implements FormatReader {
  readonly #sink: RowSink;
  readonly #splitter: LineSplitter;
  #format: LogFormat | undefined;
  #row = 0;
  #ended = false;
  #lastLine = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
    this.#splitter = new LineSplitter(
      (text, line) => this.#takeLine(text, line),
      (sample, line) => refuseLongRow(sample, { row: ++this.#row, line }, sink),
    );
  }

  get format(): LogFormat {
    return this.#format ?? 'json-lines';
  }

  write(text: string): void {
    this.#splitter.write(text);
  }

  end(): void {
    this.#splitter.end();
    if (this.#format !== 'ambit' || this.#ended) return;
    const message = 'The archive was cut off: its last line, the end, is missing. Export it again.';
    this.#sink.problem({ code: 'cut-off', severity: 'error', message, line: this.#lastLine });
  }

  #takeLine(text: string, line: number): void {
    this.#lastLine = line;
    if (text.trim() === '') return;
    const place = { row: this.#row + 1, line };
    const fields = parseRow(text, place, this.#sink);
    if (fields && this.#isFrame(fields)) return;
    this.#row++;
    if (!fields) return;
    this.#format ??= guessDialect(fields, 'json-lines');
    this.#sink.row({ ...place, fields: this.#unwrap(fields) });
  }

  /** Whether a line is no event but the head, a retagging, or the end of an archive. */
  #isFrame(fields: JsonObject): boolean {
    if (fields['format'] === 'ambit-events' && this.#format === undefined) {
      this.#format = 'ambit';
      return true;
    }
    if (this.#format !== 'ambit') return false;
    if (isJsonObject(fields['end'])) this.#ended = true;
    return isJsonObject(fields['end']) || isJsonObject(fields['retagging']);
  }

  #unwrap(fields: JsonObject): JsonObject {
    const event = this.#format === 'ambit' ? fields['event'] : undefined;
    return isJsonObject(event) ? { ...event, objects: groupTags(event['tags']) } : fields;
  }
}

/** Tags by concept, as an OCEL log has its objects. */
function groupTags(tags: Json | undefined): JsonObject {
  const groups = new Map<string, string[]>();
  for (const tag of Array.isArray(tags) ? tags : []) {
    const [, concept, value] = (typeof tag === 'string' && /^([^:]+):(.*)$/s.exec(tag)) || [];
    if (concept === undefined || value === undefined) continue;
    groups.set(concept, [...(groups.get(concept) ?? []), value]);
  }
  return Object.fromEntries(groups);
}
