import type { LogEntry } from '../../../exploration/result.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { draftCard, groupByType, placeCard } from './cards.ts';
import { FONTS } from './fonts.ts';
import type { CardPart, StoryLayout, TextPart } from './marks.ts';

const LEFT = 8;
const GAP = 4;
const NARROWEST_FOLD = 46;

/** What was in the log before the race: event by event, or folded into one block. */
export interface Past {
  readonly end: number;
  readonly fold: StoryLayout['fold'];
  readonly cards: readonly CardPart[];
  readonly texts: readonly TextPart[];
  /** Where each event stands; none of them where the past is folded. */
  readonly centers: ReadonlyMap<number, number>;
}

export interface PastPlace {
  readonly y: number;
  readonly height: number;
  readonly withStreams: boolean;
}

/** Lays out what was there before the first step. */
export function layPast(
  given: readonly LogEntry[],
  isOpen: boolean,
  place: PastPlace,
  measure: MeasureText,
): Past {
  const nothing = { fold: null, cards: [], texts: [], centers: new Map<number, number>() };
  if (given.length === 0) return { ...nothing, end: LEFT };
  return isOpen ? openPast(given, place, measure) : foldPast(given, place, measure);
}

function openPast(
  given: readonly LogEntry[],
  { y, height, withStreams }: PastPlace,
  measure: MeasureText,
): Past {
  const cards: CardPart[] = [];
  const texts: TextPart[] = [];
  let x = LEFT;
  // Where each stands in a stream of its own, neighbours are told apart.
  const groups = withStreams ? given.map((entry) => [entry]) : groupByType(given);
  for (const group of groups) {
    const draft = draftCard(group, withStreams, measure);
    const placed = placeCard(draft, { x, y, height, at: -1, isPast: true });
    cards.push(placed.card);
    texts.push(...placed.texts);
    x += draft.width + GAP;
  }
  const centers = new Map(
    cards.flatMap(({ entries }) =>
      entries.map((entry) => [entry.position, Math.round(entry.x + entry.width / 2)] as const),
    ),
  );
  return { end: x - GAP, fold: null, cards, texts, centers };
}

function foldPast(given: readonly LogEntry[], { y, height }: PastPlace, measure: MeasureText): Past {
  const label = given.length === 1 ? '1' : `1–${given.length}`;
  const width = Math.max(NARROWEST_FOLD, Math.ceil(measure(label, FONTS.position)) + 18);
  const x = LEFT + 6;
  const text = (words: string, dy: number, font: 'position' | 'type'): TextPart => ({
    text: words,
    x: x + width / 2,
    y: y + height / 2 + dy,
    anchor: 'middle',
    font: FONTS[font],
    width: measure(words, FONTS[font]),
    look: `card-${font}`,
    at: -1,
  });
  return {
    end: x + width,
    fold: { x, width, label },
    cards: [],
    texts: [text(label, -4, 'position'), text('before', 13, 'type')],
    centers: new Map(),
  };
}

/** At most so many dots stand in the folded past; of more the number is said. */
const MOST_DOTS = 4;
const DOT_STEP = 11;

/** Where dots for events of the folded past stand, and how many they are where they are too many to draw. */
export function foldDots(
  fold: { readonly x: number; readonly width: number },
  positions: readonly number[],
): { readonly dots: readonly { readonly position: number; readonly x: number }[]; readonly more: string } {
  const middle = fold.x + fold.width / 2;
  const [first] = positions;
  if (positions.length > MOST_DOTS && first !== undefined) {
    return { dots: [{ position: first, x: middle - 12 }], more: `× ${positions.length}` };
  }
  const start = middle - ((positions.length - 1) * DOT_STEP) / 2;
  return {
    dots: positions.map((position, index) => ({ position, x: Math.round(start + index * DOT_STEP) })),
    more: '',
  };
}
