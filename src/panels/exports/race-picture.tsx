import './exports.css';
import type { ToldSchedule } from '../../exploration/result.ts';
import { listFindings } from '../../exploration/words/list-findings.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model, Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { drawSheet, type SheetBlock } from '../../ui/picture/draw-sheet.ts';
import { type PictureTheme, preparePen } from '../../ui/picture/make-picture.ts';
import { RaceDiagram } from '../timeline/diagram/race-diagram.tsx';
import { drawOffPage } from './draw-off-page.ts';

/** Room for the diagram where it needs no more. */
const ROOM = 720;

export interface RacePicture {
  readonly model: Model;
  readonly race: Race;
  /** The document's tags, by which their marks are told apart. */
  readonly tags: JsonObject;
  /** The schedule under the strategies that are shown, up to the step that is. */
  readonly told: readonly { readonly strategy: StrategyId; readonly told: ToldSchedule }[];
}

/** A told race as an SVG picture: the diagram under each strategy, and the sentence about its last step. */
export async function drawRacePicture(picture: RacePicture, theme: PictureTheme): Promise<string> {
  const { model, race, tags, told } = picture;
  const pen = await preparePen(theme);
  const blocks: SheetBlock[] = [];
  for (const [index, one] of told.entries()) {
    const parts = await drawOffPage(
      <RaceDiagram told={one.told} race={race} tags={tags} step={one.told.steps.length} label={race.name} />,
      { theme, width: ROOM, prefix: `d${index}-` },
    );
    const { name, summary } = STRATEGIES[one.strategy];
    const last = one.told.steps.at(-1);
    blocks.push(
      { kind: 'heading', text: name, note: summary },
      ...(parts.length === 0 ? [] : [{ kind: 'drawing', parts } as const]),
      { kind: 'sentence', marks: last ? listFindings(last) : [], text: last?.reason ?? 'Nothing happens.' },
    );
  }
  const foot = `A race of the model ${model.name}, drawn by Ambit`;
  return drawSheet({ title: race.name, subtitle: race.description ?? '', blocks, foot }, pen);
}
