import type { ToldStep } from '../../../exploration/result.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { FONTS } from './fonts.ts';
import type { Sizes } from './lanes.ts';
import type { BlockPart, LanePart, TextPart, WaitPart } from './marks.ts';
import { findingOf, isStopped, sayBlock } from './say-block.ts';
import { centerOf, type Scene } from './scene.ts';
import { findGrant } from './windows.ts';

const PADDING = 9;
/** Room for the mark of a verdict at a block's corner. */
const MARK_ROOM = 8;
const BETWEEN = 7;

/** How wide the block of a step is, and with what stands beside it. */
export function measureBlock(
  step: ToldStep,
  next: ToldStep | undefined,
  { block }: Sizes,
  measure: MeasureText,
): { readonly block: number; readonly column: number } {
  const { title, detail, caption } = sayBlock(step, next);
  const [titleWidth, detailWidth] = [measure(title, FONTS.title), measure(detail, FONTS.detail)];
  const words = isTight(block) ? titleWidth + BETWEEN + detailWidth : Math.max(titleWidth, detailWidth);
  const width = Math.ceil(words + 2 * PADDING + (findingOf(step) ? MARK_ROOM : 0));
  return { block: Math.max(64, width), column: Math.max(width, Math.ceil(measure(caption, FONTS.caption))) };
}

function isTight(block: number): boolean {
  return block < 40;
}

/** The steps of a command as blocks, with what each says. */
export function drawBlocks(scene: Scene, lane: LanePart) {
  const { told, sizes, measure, last } = scene;
  const blocks: BlockPart[] = [];
  const texts: TextPart[] = [];
  for (const [at, step] of told.steps.entries()) {
    const center = centerOf(scene, at);
    if (step.command !== lane.command || at > last || center === undefined) continue;
    const next = told.steps.find(({ command }, index) => index > at && command === step.command);
    const { block: width } = measureBlock(step, next, sizes, measure);
    const x = Math.round(center - width / 2);
    const y = lane.y - sizes.block / 2;
    const box = { x, y, width, height: sizes.block };
    blocks.push({
      at,
      command: lane.command,
      kind: step.step,
      ...box,
      finding: findingOf(step),
      isStopped: isStopped(step),
      isAbove: lane.isAbove,
    });
    texts.push(...writeBlock(scene, lane, { at, step, next, x, y, center }));
  }
  return { blocks, texts };
}

interface BlockPlace {
  readonly at: number;
  readonly step: ToldStep;
  readonly next: ToldStep | undefined;
  readonly x: number;
  readonly y: number;
  readonly center: number;
}

function writeBlock(
  { sizes, measure }: Scene,
  lane: LanePart,
  { at, step, next, x, y, center }: BlockPlace,
): readonly TextPart[] {
  const { title, detail, caption } = sayBlock(step, next);
  const titleWidth = measure(title, FONTS.title);
  const left = { x: x + PADDING, anchor: 'start', at } as const;
  const inLine = isTight(sizes.block);
  const below = { ...left, x: inLine ? left.x + titleWidth + BETWEEN : left.x, y: y + (inLine ? 18 : 35) };
  const isNews = step.step === 'append' || step.outcome !== undefined;
  const captionY = lane.isAbove ? y - 6 : y + sizes.block + 13;
  return [
    { ...left, text: title, y: y + 18, font: FONTS.title, width: titleWidth, look: 'block-title' },
    {
      ...below,
      text: detail,
      font: FONTS.detail,
      width: measure(detail, FONTS.detail),
      look: 'block-detail',
      isNews,
    },
    ...(caption
      ? [
          {
            text: caption,
            x: center,
            y: captionY,
            anchor: 'middle',
            at,
            font: FONTS.caption,
            width: measure(caption, FONTS.caption),
            look: 'caption',
            isNews,
          } as const,
        ]
      : []),
  ];
}

/** From the step that asks for a lock to the one by which it is granted. */
export function drawWaits(scene: Scene, lane: LanePart, blocks: readonly BlockPart[]): readonly WaitPart[] {
  return blocks.flatMap((block): readonly WaitPart[] => {
    const asked = scene.told.steps[block.at];
    if (asked?.step !== 'acquire' || (asked.waitsFor ?? []).length === 0) return [];
    const granted = findGrant(scene.told.steps, block.at, scene.last) ?? scene.last;
    return scene.columns
      .filter(({ step }) => step > block.at && step <= granted)
      .map(({ step, center }, index, within) => {
        const x = within[index - 1]?.center ?? block.x + block.width;
        return { at: step, x, y: lane.y - 5, width: center - x, height: 10, finding: null };
      });
  });
}
