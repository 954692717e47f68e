import type { ToldJoin } from '../../../exploration/result.ts';
import { FONTS } from './fonts.ts';
import type { BlockPart, JoinPart, LanePart, TextPart } from './marks.ts';
import { railEdge, type Scene } from './scene.ts';

/** From the log's edge to where the arrow runs along it, clear of the cards. */
const ALONG = 3.5;
/** Between the arrows of commands that join by the same step. */
const APART = 4;
/** How far an arrow goes on where the command takes no step in the picture. */
const STUB = 28;
const TO_WORDS = 8;

/** Where the lane of a command that joined begins: an arrow from the event it joined because of, and what that was. Nothing for a race's own commands. */
export function drawJoin(scene: Scene, lane: LanePart, blocks: readonly BlockPart[]) {
  const join = scene.told.joined?.find(({ command }) => command === lane.command);
  const part = join && join.step <= scene.last ? traceArrow(scene, lane, join, blocks[0]) : null;
  if (!join || part === null) return { joins: [], labels: [] };
  const [, , , corner] = part.points;
  const x = (corner?.[0] ?? 0) - TO_WORDS;
  const put = (): readonly TextPart[] =>
    scene.shelf.put({
      words: [`because of ${join.on}`, `because of ${join.position}`],
      spots: [{ x, y: lane.y + 4, anchor: 'end', least: 4, most: x + 1 }],
      font: FONTS.caption,
      look: 'because',
      at: join.step,
      isNews: true,
    });
  return { joins: [part], labels: [put] };
}

/** Out of the card, along the log to the gap after its column, past the other lanes, and on to the first step. */
function traceArrow(
  scene: Scene,
  lane: LanePart,
  join: ToldJoin,
  first: BlockPart | undefined,
): JoinPart | null {
  const { told, columns } = scene;
  const card = scene.centers.get(join.position);
  const column = columns.find(({ step }) => step === join.step);
  if (card === undefined || column === undefined) return null;
  const siblings = (told.joined ?? []).filter(({ step }) => step === join.step);
  const gap =
    column.x + column.width - 1 - APART * siblings.findIndex(({ command }) => command === lane.command);
  const way = lane.isAbove ? -1 : 1;
  const edge = railEdge(scene, lane.isAbove);
  return {
    at: join.step,
    command: lane.command,
    full: `#${lane.command + 1} joins because of ${join.on} at position ${join.position}: ${join.policy} issues ${join.issues}`,
    points: [
      [card, edge - way * ALONG * 2],
      [card, edge - way * ALONG],
      [gap, edge - way * ALONG],
      [gap, lane.y],
      [Math.max(gap, first?.x ?? gap + STUB), lane.y],
    ],
  };
}
