import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { draftCard, placeCard } from './cards.ts';
import { FONTS } from './fonts.ts';
import type { CardPart, GhostPart, RingPart, TextPart } from './marks.ts';
import { isStopped } from './say-block.ts';
import type { Scene } from './scene.ts';

/** Between the log's edge and its cards. */
export const RAIL_PADDING = 7;
/** Between the cards of one append. */
export const CARD_GAP = 2;

/** What the steps wrote, and where nothing was written. */
export function drawLog(scene: Scene) {
  const height = scene.railHeight - 2 * RAIL_PADDING;
  const y = scene.railTop + RAIL_PADDING;
  const cards: CardPart[] = [];
  const texts: TextPart[] = [];
  for (const { step, drafts, x } of draftWritten(scene)) {
    let left = x;
    for (const draft of drafts) {
      const placed = placeCard(draft, { x: left, y, height, at: step, isPast: false });
      cards.push(placed.card);
      texts.push(...placed.texts);
      left += draft.width + CARD_GAP;
    }
  }
  const stopped = scene.columns.filter(({ step }) => {
    const told = scene.told.steps[step];
    return told !== undefined && isStopped(told);
  });
  const ghosts = stopped.map(
    ({ step, center }): GhostPart => ({ at: step, x: center - 38, y, width: 76, height }),
  );
  return { cards, ghosts, texts: [...texts, ...ghosts.flatMap((ghost) => writeGhost(ghost, scene.measure))] };
}

function writeGhost({ x, y, width, height, at }: GhostPart, measure: MeasureText): readonly TextPart[] {
  return ['nothing', 'appended'].map((text, line) => ({
    text,
    x: x + width / 2,
    y: y + height / 2 - 3 + line * 15,
    anchor: 'middle',
    font: FONTS.detail,
    width: measure(text, FONTS.detail),
    look: 'ghost',
    at,
    isNews: true,
  }));
}

function draftWritten({ told, columns, measure }: Omit<Scene, 'centers'>) {
  const withStreams = told.steps.some(({ stream }) => stream !== undefined);
  return columns.flatMap(({ step, center }) => {
    const positions = told.steps[step]?.wrote ?? [];
    const drafts = positions.flatMap((position) => {
      const entry = told.log[position - 1];
      return entry ? [draftCard([entry], withStreams, measure)] : [];
    });
    const total =
      drafts.reduce((sum, { width }) => sum + width, 0) + CARD_GAP * Math.max(0, drafts.length - 1);
    return positions.length > 0 ? [{ step, positions, drafts, x: Math.round(center - total / 2) }] : [];
  });
}

/** Where the cards of what was written stand: side by side in the column of their step. */
export function centersOfWritten(scene: Omit<Scene, 'centers'>): readonly (readonly [number, number])[] {
  return draftWritten(scene).flatMap(({ positions, drafts, x }) => {
    let left = x;
    return positions.map((position, index) => {
      const width = drafts[index]?.width ?? 0;
      const center = Math.round(left + width / 2);
      left += width + CARD_GAP;
      return [position, center] as const;
    });
  });
}

/** The cards that verdicts are about, each as the worst of them sees it. */
export function listRings(
  cards: readonly CardPart[],
  judged: readonly { readonly position: number; readonly at: number; readonly tone: RingPart['tone'] }[],
): readonly RingPart[] {
  return judged
    .filter(({ tone }) => tone !== 'quiet')
    .flatMap(({ position, at, tone }) =>
      cards
        .filter(({ entries }) => entries.some((entry) => entry.position === position))
        .map(({ x, y, width, height }) => ({ at, tone, x, y, width, height })),
    );
}
