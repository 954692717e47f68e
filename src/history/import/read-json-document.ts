import { guessDialect } from './guess-dialect.ts';
import { type CutValue, JsonCutter } from './json-cutter.ts';
import type { FormatReader, LogFormat, RowSink } from './log-row.ts';
import { OcelEvents } from './ocel-events.ts';
import { parseRow } from './parse-row.ts';

const EVENTS = ['events', 'ocel:events'];
const OBJECTS = ['objects', 'ocel:objects'];
const OF_OCEL = [...OBJECTS, 'ocel:events', 'objectTypes', 'eventTypes', 'ocel:global-log'];

/** Reads a JSON document: OCEL 1.0 and 2.0, an array of events, or an object with such an array as `events`. */
export class JsonDocumentReader implements FormatReader {
  readonly #sink: RowSink;
  readonly #cutter: JsonCutter;
  readonly #ocel: OcelEvents;
  #format: LogFormat | undefined;
  #row = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
    this.#ocel = new OcelEvents(sink);
    this.#cutter = new JsonCutter({
      opens: (member) => EVENTS.includes(member) || OBJECTS.includes(member),
      value: (value) => this.#take(value),
      problem: (problem) => sink.problem(problem),
    });
  }

  get format(): LogFormat {
    return this.#format ?? 'json';
  }

  write(text: string): void {
    this.#cutter.write(text);
  }

  end(): void {
    this.#cutter.end();
    this.#ocel.end();
  }

  #take(value: CutValue): void {
    const { member } = value;
    if (member !== null && OF_OCEL.includes(member)) this.#becomeOcel(member);
    if (member !== null && OBJECTS.includes(member)) this.#ocel.takeObject(value);
    else if (member === null || EVENTS.includes(member)) this.#takeEvent(value);
  }

  #becomeOcel(member: string): void {
    const isFirst = this.#format === undefined || this.#format === 'json';
    if (isFirst) this.#format = member.startsWith('ocel:') ? 'ocel-1' : 'ocel-2';
    this.#ocel.isOcel = true;
  }

  #takeEvent({ member, key, text, line }: CutValue): void {
    const place = { row: ++this.#row, line };
    const fields = parseRow(text, place, this.#sink);
    if (!fields) return;
    this.#format ??= guessDialect(fields, 'json');
    if (member === null) this.#sink.row({ ...place, fields });
    else this.#ocel.takeEvent(key, { ...place, fields });
  }
}
