import type { LogEntry } from '../../../exploration/result.ts';
import { sayData } from '../../../lib/say-data.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { shorten, wrapText } from '../../../ui/picture/wrap-text.ts';
import { FONTS } from './fonts.ts';
import type { CardEntry, CardPart, TextPart } from './marks.ts';

const PAD = 7;
const TAG_SHAPE = 12;
const TAG_GAP = 5;
const WIDEST_TAG = 84;
const WIDEST_TYPE = 104;
const NARROWEST = 72;
const TOP_LINE = 18;
const TYPE_LINE = 34;
const LEADING = 14;

/** How tall a card is: with the stream below where each event stands in one of its own. */
export function cardHeight(withStreams: boolean): number {
  return withStreams ? 72 : 58;
}

/** A card without its place: everything counts from its top left corner. */
export interface CardDraft {
  readonly width: number;
  readonly entries: readonly CardEntry[];
  readonly texts: readonly Omit<TextPart, 'at'>[];
}

/** A card for events of one type that stand side by side. */
export function draftCard(
  entries: readonly LogEntry[],
  withStreams: boolean,
  measure: MeasureText,
): CardDraft {
  const heads = entries.map((entry) => draftHead(entry, measure));
  const type = entries[0]?.type ?? '';
  const measureType = (text: string) => measure(text, FONTS.type);
  const natural = heads.reduce((sum, { width }) => sum + width, 0);
  const lines = wrapText(type, Math.max(WIDEST_TYPE, natural - 2 * PAD), 2, measureType);
  const stream = withStreams ? (entries[0]?.streams.join(', ') ?? '') : '';
  const streamText = shorten(stream, WIDEST_TYPE, (text) => measure(text, FONTS.caption));
  const widest = Math.max(...lines.map(measureType), measure(streamText, FONTS.caption)) + 2 * PAD;
  const width = Math.ceil(Math.max(NARROWEST, natural, widest));
  const share = (width - natural) / entries.length;
  const placed: CardEntry[] = [];
  const texts: Omit<TextPart, 'at'>[] = [];
  let x = 0;
  for (const head of heads) {
    placed.push({
      ...head.entry,
      x,
      width: head.width + share,
      tags: head.entry.tags.map((tag) => ({ ...tag, x: x + share + tag.x })),
    });
    texts.push(
      { ...head.position, x: x + PAD },
      ...head.tags.map((text) => ({ ...text, x: x + share + text.x })),
    );
    x += head.width + share;
  }
  const below = lines.map((text, line) => write(text, TYPE_LINE + line * LEADING, 'type', measureType(text)));
  const foot = streamText
    ? [write(streamText, TYPE_LINE + 2 * LEADING + 1, 'caption', measure(streamText, FONTS.caption))]
    : [];
  return { width, entries: placed, texts: [...texts, ...below, ...foot] };
}

function write(text: string, y: number, font: 'type' | 'caption', width: number): Omit<TextPart, 'at'> {
  return { text, x: PAD, y, anchor: 'start', font: FONTS[font], width, look: `card-${font}` };
}

/** The top line of one event: its position at the left, its tags at the right. */
function draftHead(entry: LogEntry, measure: MeasureText) {
  const { position, type, tags, data, by } = entry;
  const number = String(position);
  const numberWidth = measure(number, FONTS.position);
  let x = PAD + numberWidth + 8;
  const shapes: { concept: string; x: number }[] = [];
  const texts: Omit<TextPart, 'at'>[] = [];
  for (const tag of tags) {
    const cut = tag.indexOf(':');
    const value = shorten(tag.slice(cut + 1), WIDEST_TAG, (text) => measure(text, FONTS.tag));
    const width = measure(value, FONTS.tag);
    shapes.push({ concept: tag.slice(0, cut), x });
    texts.push({
      text: value,
      x: x + TAG_SHAPE,
      y: TOP_LINE,
      anchor: 'start',
      font: FONTS.tag,
      width,
      look: `card-tag tag-${tag.slice(0, cut)}`,
    });
    x += TAG_SHAPE + width + TAG_GAP;
  }
  const who = by === null ? 'from before' : `by #${by + 1}`;
  const full = `${position} ${type} ${sayData(data)} (${tags.join(', ')}), ${who}`;
  return {
    width: (tags.length > 0 ? x - TAG_GAP : PAD + numberWidth) + PAD,
    entry: { position, x: 0, width: 0, tags: shapes, full },
    position: {
      text: number,
      x: PAD,
      y: TOP_LINE,
      anchor: 'start',
      font: FONTS.position,
      width: numberWidth,
      look: 'card-position',
    } as const,
    tags: texts,
  };
}

/** Puts a card in its place. */
export function placeCard(
  draft: CardDraft,
  place: {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly at: number;
    readonly isPast: boolean;
  },
): { readonly card: CardPart; readonly texts: readonly TextPart[] } {
  const { x, y, at } = place;
  const entries = draft.entries.map((entry) => ({
    ...entry,
    x: entry.x + x,
    tags: entry.tags.map((tag) => ({ ...tag, x: tag.x + x })),
  }));
  const texts = draft.texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y, at }));
  return { card: { ...place, width: draft.width, entries }, texts };
}

/** Neighbours of one type, together. */
export function groupByType(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const groups: LogEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.type === entry.type) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
