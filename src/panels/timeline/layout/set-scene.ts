import type { ToldSchedule, ToldStep } from '../../../exploration/result.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { cardHeight, draftCard } from './cards.ts';
import { type ColumnDraft, placeColumns } from './columns.ts';
import { measureBlock } from './draw-blocks.ts';
import { CARD_GAP, centersOfWritten, RAIL_PADDING } from './draw-log.ts';
import { wordsOfValue } from './draw-reads.ts';
import { FONTS } from './fonts.ts';
import { sizesFor, stackLanes } from './lanes.ts';
import type { StoryLayout } from './marks.ts';
import { layPast } from './past.ts';
import type { Scene } from './scene.ts';
import { Shelf } from './shelf.ts';
import { listTracks } from './tracks.ts';

export interface LayoutOptions {
  readonly measure: MeasureText;
  /** How wide it may be before it has to be scrolled. */
  readonly room: number;
  /** How many steps are drawn; all of them where it is left out. */
  readonly until?: number;
  /** The commands that are left out, with their steps. */
  readonly hidden?: ReadonlySet<number>;
  readonly isPastOpen?: boolean | undefined;
  readonly valuesInFull?: boolean | undefined;
}

const LEAST_PAD = 20;

/** Where lanes, log, past and steps stand, before anything is drawn. `commands` counts the race's own; those that joined have a lane, too. */
export function setScene(
  told: ToldSchedule,
  commands: number,
  options: LayoutOptions,
): Scene & { readonly width: number } {
  const { measure, hidden = new Set(), until = told.steps.length, isPastOpen = false } = options;
  const own = Array.from({ length: commands }, (_, command) => command);
  const joined = (told.joined ?? []).filter(({ step }) => step < until).map(({ command }) => command);
  const shown = [...own, ...joined].filter((command) => !hidden.has(command));
  const sizes = sizesFor(shown.length);
  const withStreams = told.steps.some(({ stream }) => stream !== undefined);
  const railHeight = cardHeight(withStreams) + 2 * RAIL_PADDING;
  const stack = stackLanes(
    shown.map((command) => draftLane(told.steps, command)),
    railHeight,
    sizes,
  );
  const given = told.log.filter(({ by }) => by === null);
  const place = { y: stack.railTop + RAIL_PADDING, height: cardHeight(withStreams), withStreams };
  const past = layPast(given, isPastOpen, place, measure);
  const drafts = told.steps
    .slice(0, until)
    .flatMap((step, index): readonly ColumnDraft[] =>
      hidden.has(step.command)
        ? []
        : [{ step: index, width: measureColumn(told, index, { sizes, withStreams, measure }) }],
    );
  const pad = padFor(told, drafts, { ...options, past });
  const { columns, width } = placeColumns(drafts, { pastEnd: past.end, pad, room: options.room });
  const scene = {
    ...stack,
    told,
    last: until - 1,
    columns,
    width,
    past,
    sizes,
    railHeight,
    centers: past.centers,
    valuesInFull: options.valuesInFull ?? true,
    measure,
    shelf: new Shelf(measure),
  };
  return { ...scene, centers: new Map([...past.centers, ...centersOfWritten(scene)]) };
}

function draftLane(steps: readonly ToldStep[], command: number) {
  return { command, tracks: listTracks(steps.filter((step) => step.command === command)) };
}

function measureColumn(
  { steps, log }: ToldSchedule,
  index: number,
  {
    sizes,
    withStreams,
    measure,
  }: { readonly sizes: Scene['sizes']; readonly withStreams: boolean; readonly measure: MeasureText },
): number {
  const step = steps[index];
  if (!step) return 0;
  const next = steps.find(({ command }, later) => later > index && command === step.command);
  const cards = (step.wrote ?? []).map((position) => {
    const entry = log[position - 1];
    return entry ? draftCard([entry], withStreams, measure).width + CARD_GAP : 0;
  });
  const block = measureBlock(step, next, sizes, measure);
  return Math.max(
    block.block,
    block.column,
    cards.reduce((sum, width) => sum + width, 0),
  );
}

/** Room enough for what the first reads saw, where the events before them do not leave it. */
function padFor(
  { steps }: ToldSchedule,
  drafts: readonly ColumnDraft[],
  {
    measure,
    valuesInFull = true,
    past,
  }: LayoutOptions & { readonly past: { readonly fold: StoryLayout['fold'] } },
): number {
  const [first] = drafts;
  const step = steps[first?.step ?? -1];
  if (!first || step?.step !== 'read') return LEAST_PAD;
  const widest = Math.max(
    0,
    ...(step.needs ?? []).map((need) =>
      measure(wordsOfValue(need, step, valuesInFull)[0] ?? '', FONTS.value),
    ),
  );
  const column = Math.max(76, first.width) / 2;
  return Math.max(LEAST_PAD, widest + 26 - column + (past.fold ? 0 : 8));
}
