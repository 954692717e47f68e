import type { Model } from '../../model/schema.ts';
import type { Box, Column, PlacedScenario } from './event-model-layout.ts';
import { listScenarios, type Scenario } from './list-scenarios.ts';

const GAP = 12;
const LINE_HEIGHT = 16;
/** Room above, below and between the parts of a scenario, and for the sign before its name. */
const PADDING = { height: 32, width: 48 } as const;
const LETTER_WIDTH = 7.2;

/** The examples of a column's commands, one below the other from a place on. */
export function placeScenarios(
  model: Model,
  { id, keys }: Column,
  column: number,
  start: Pick<Box, 'x' | 'y' | 'width'>,
): PlacedScenario[] {
  let y = start.y + GAP;
  return listScenarios(model, keys).map((scenario) => {
    const width = start.width - 2 * GAP;
    const height = measureScenario(scenario, width);
    const placed = {
      ...scenario,
      id: `${id}/example${scenario.example}`,
      column,
      x: start.x + GAP,
      y,
      width,
      height,
    };
    y += height + GAP;
    return placed;
  });
}

/** The name may take up to three lines; each given event, the command and each outcome take one. */
function measureScenario({ name, given, outcome }: Scenario, width: number): number {
  const lines = Math.ceil((name.length * LETTER_WIDTH) / Math.max(60, width - PADDING.width));
  const parts = Math.max(1, given.length) + 1 + Math.max(1, outcome.length);
  return PADDING.height + (Math.min(3, Math.max(1, lines)) + parts) * LINE_HEIGHT;
}
