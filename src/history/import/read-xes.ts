import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Json } from '../../lib/json.ts';
import { type FormatReader, LONGEST_ROW, type LogProblem, MOST_LEVELS, type RowSink } from './log-row.ts';

const VALUES = ['string', 'date', 'int', 'float', 'boolean', 'id'];
/** Parts of a log that hold attributes of no event. */
const ASIDE = ['global', 'classifier', 'extension'];

type Attributes = [string, Json][];

/** Reads XES: the attributes of an event by their keys, and those of its trace by their keys behind `case:`. */
export class XesReader implements FormatReader {
  readonly format = 'xes';
  readonly #sink: RowSink;
  readonly #parser = new SaxesParser();
  readonly #open: string[] = [];
  #trace: Attributes = [];
  #event: Attributes = [];
  #eventLine = 1;
  #row = 0;
  #sinceEvent = 0;
  #aside = 0;
  #stopped = false;

  constructor(sink: RowSink) {
    this.#sink = sink;
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', (tag) => this.#closeTag(tag.name));
    this.#parser.on('error', ({ message }) => this.#refuse(message));
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    // In pieces, so that nothing behind a fault is looked at for long.
    for (let at = 0; at < text.length && !this.#stopped; at += 65_536) {
      this.#parser.write(text.slice(at, at + 65_536));
    }
    if (this.#sinceEvent > 4 * LONGEST_ROW && !this.#stopped) {
      this.#stop(
        'too-large',
        `${this.#sinceEvent} characters hold no event: probably a quote is not closed.`,
      );
    }
  }

  end(): void {
    if (this.#stopped) return;
    if (this.#open.length === 0) this.#parser.close();
    else this.#stop('cut-off', 'The file ends in the middle: what came before is read. Get the whole file.');
  }

  #openTag({ name, attributes }: SaxesTagPlain): void {
    if (this.#stopped) return;
    const parent = this.#open.at(-1);
    this.#open.push(name);
    if (this.#open.length > MOST_LEVELS) {
      this.#stop(
        'too-deep',
        `More than ${MOST_LEVELS} elements stand in each other: no log nests so deeply.`,
      );
    } else if (ASIDE.includes(name)) this.#aside++;
    else if (name === 'trace') this.#trace = [];
    else if (name === 'event') this.#beginEvent();
    else if (this.#aside === 0 && VALUES.includes(name)) this.#takeAttribute(name, attributes, parent);
  }

  #beginEvent(): void {
    this.#event = [];
    this.#eventLine = this.#parser.line;
  }

  #takeAttribute(kind: string, { key, value }: Record<string, string>, parent: string | undefined): void {
    if (key === undefined || value === undefined) return;
    if (parent === 'event') this.#event.push([key, readValue(kind, value)]);
    else if (parent === 'trace') this.#trace.push([`case:${key}`, readValue(kind, value)]);
  }

  #closeTag(name: string): void {
    if (this.#stopped) return;
    this.#open.pop();
    if (ASIDE.includes(name)) this.#aside--;
    if (name === 'trace') this.#trace = [];
    if (name === 'event') this.#finishEvent();
  }

  #finishEvent(): void {
    this.#sinceEvent = 0;
    const fields = Object.fromEntries([...this.#trace, ...this.#event]);
    this.#sink.row({ row: ++this.#row, line: this.#eventLine, fields });
  }

  #refuse(found: string): void {
    if (this.#stopped) return;
    const [, reason = found] = /^\d+:\d+: (.*)$/s.exec(found) ?? [];
    const message = `This is not well-formed XML: ${reason.replace(/\.$/, '')}. What came before is read.`;
    this.#stop('broken', message);
  }

  #stop(code: LogProblem['code'], message: string): void {
    this.#stopped = true;
    this.#sink.problem({ code, severity: 'error', message, line: this.#parser.line });
  }
}

function readValue(kind: string, value: string): Json {
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (kind !== 'int' && kind !== 'float') return value;
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : value;
}
