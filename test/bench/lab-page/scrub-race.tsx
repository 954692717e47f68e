import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import '../../../src/ui/controls.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createLabDesk } from '../../../src/lab/lab-desk.ts';
import { RaceStory } from '../../../src/panels/timeline/race-story.tsx';
import { TooltipScope } from '../../../src/ui/tooltip.tsx';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import { enrolment, enrolmentRace } from '../../helpers/enrolment.ts';

export interface ScrubReport {
  readonly steps: number;
  /** Milliseconds between two frames, for each frame with another step, and while nothing is done. */
  readonly frames: readonly number[];
  readonly idle: readonly number[];
  /** Milliseconds that the page worked for each of them. */
  readonly work: readonly number[];
}

const FRAMES = 240;

/** Goes through a told race with many commands, told under two strategies, a step with each frame. */
export async function scrubRace(commands: number): Promise<ScrubReport> {
  const engine = createLabEngine(navigator.hardwareConcurrency);
  const lab = createLabDesk();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const race = enrolmentRace(commands);
  // Made by hand: looking for the worst of so many schedules is not what is measured.
  lab.setState({
    schedule: { strategy: 'stream-version', order: race.commands?.map((_, command) => command) ?? [] },
  });
  root.render(
    <TooltipScope>
      <RaceStory lab={lab} engine={engine} model={enrolment} race={race} />
    </TooltipScope>,
  );
  while (place.querySelectorAll('.diagram-step').length === 0) await nextFrame();
  for (let wait = 0; wait < 30; wait++) await nextFrame();
  const steps = place.querySelectorAll('.chip').length;
  const frames: number[] = [];
  const idle: number[] = [];
  const work: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < FRAMES / 2; frame++) {
    const now = await nextFrame();
    idle.push(now - last);
    last = now;
  }
  for (let frame = 0; frame < FRAMES; frame++) {
    const start = performance.now();
    flushSync(() => lab.getState().goTo(frame % (steps + 1)));
    // What is measured to be drawn is laid out at once.
    place.getBoundingClientRect();
    work.push(performance.now() - start);
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  root.unmount();
  place.remove();
  engine.close();
  return { steps, frames, idle, work };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
