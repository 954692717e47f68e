import '../load/load.css';
import type { ShownLoad } from '../../lab/load/shown-load.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { drawSheet } from '../../ui/picture/draw-sheet.ts';
import { type PictureTheme, preparePen } from '../../ui/picture/make-picture.ts';
import { LoadCharts } from '../load/load-charts.tsx';
import { METRICS } from '../load/load-series.ts';
import { drawOffPage } from './draw-off-page.ts';

/** Room for the pictures and the names of their lines. */
const ROOM = 860;

export interface LoadPicture {
  readonly model: string;
  readonly shown: ShownLoad;
  readonly strategy: StrategyId;
  readonly beside: StrategyId | null;
}

/** A load as an SVG picture: the sentence, conflicts and waits over what grew. */
export async function drawLoadPicture(
  { model, shown, strategy, beside }: LoadPicture,
  theme: PictureTheme,
): Promise<string> {
  const { axis, result, before, at, sentence } = shown;
  const pen = await preparePen(theme);
  const drawings = await drawOffPage(
    <LoadCharts
      points={result.points}
      axis={axis}
      chosen={{ strategy, beside }}
      before={before?.points ?? []}
      at={at}
      onMove={() => undefined}
    />,
    { theme, width: ROOM, prefix: 'load-' },
  );
  const titles = [METRICS.stopped.title, 'Wait for the lock: 99 of 100 commands wait no longer'];
  const blocks = drawings.flatMap(
    (drawing, index) =>
      [
        { kind: 'heading', text: titles[index] ?? '', note: '' },
        { kind: 'drawing', parts: [drawing] },
      ] as const,
  );
  const replications = result.points[0]?.result.replications ?? 0;
  const foot = `A simulation of the model ${model}, seed ${result.seed}, ${replications} replications, drawn by Ambit`;
  return drawSheet(
    {
      title: 'Load',
      subtitle: '',
      blocks: [{ kind: 'sentence', marks: [], text: sentence }, ...blocks],
      foot,
    },
    pen,
  );
}
