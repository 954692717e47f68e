import { editRaces } from './edit-races.ts';
import { fillMatrix } from './fill-matrix.ts';
import { cancelLarge, exploreLarge } from './large-race.ts';
import { scrubRace } from './scrub-race.tsx';
import { idleStall } from './stalls.ts';

/** What the benchmark asks of the page: it runs the page's own engine, in its workers. */
const MEASURES = { editRaces, exploreLarge, cancelLarge, fillMatrix, idleStall, scrubRace };

export type LabMeasures = typeof MEASURES;

declare global {
  interface Window {
    ambitLab: LabMeasures;
  }
}

window.ambitLab = MEASURES;
