/** What the benchmark asks of a page: it is part of the page, as the page's own program is what is measured. */
export interface Probe {
  /** Milliseconds from the first line of the page's program to a drawn board; undefined until then. */
  ready: number | undefined;
  /** Milliseconds of work for each key typed so far. */
  readonly work: number[];
  readonly countFrames: (moment: number) => Promise<Frames>;
  /** The middle of the note nearest to the middle of the window. */
  readonly findNote: () => Spot | undefined;
  readonly watchTyping: () => void;
}

export interface Frames {
  readonly perSecond: number;
  /** The longest time between two frames, in milliseconds. */
  readonly longest: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

declare global {
  interface Window {
    ambitProbe: Probe;
  }
}

/** How many notes the address asks for: `#1000`. */
export function wantedNotes(): number {
  return Number(location.hash.slice(1)) || 200;
}

/** Starts to look for the first drawn notes and arrows, counted from now. */
export function startProbe(): void {
  window.ambitProbe = { ready: undefined, work: [], countFrames, findNote, watchTyping };
  const start = performance.now();
  const look = () => {
    if (!isDrawn()) {
      requestAnimationFrame(look);
      return;
    }
    // What was found is painted by the end of the next frame.
    requestAnimationFrame(() => {
      window.ambitProbe.ready = performance.now() - start;
    });
  };
  requestAnimationFrame(look);
}

function isDrawn(): boolean {
  const notes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
  return (
    document.querySelector('.react-flow__edge') !== null &&
    notes.some((note) => note.style.visibility !== 'hidden')
  );
}

function countFrames(moment: number): Promise<Frames> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const note = (time: number) => {
      times.push(time);
      const first = times[0] ?? time;
      if (time - first < moment) {
        requestAnimationFrame(note);
        return;
      }
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
      resolve({ perSecond: ((times.length - 1) * 1000) / (time - first), longest: Math.max(...gaps) });
    };
    requestAnimationFrame(note);
  });
}

function findNote(): Spot | undefined {
  const centre = { x: innerWidth / 2, y: innerHeight / 2 };
  const distance = ({ x, y }: Spot) => Math.hypot(x - centre.x, y - centre.y);
  return [...document.querySelectorAll('.react-flow__node')]
    .map((note) => note.getBoundingClientRect())
    .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function watchTyping(): void {
  const watch = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    const start = performance.now();
    let handled = 0;
    queueMicrotask(() => {
      handled = performance.now() - start;
    });
    requestAnimationFrame(() => {
      const frame = performance.now();
      // A message comes after the frame has been laid out and painted; waiting for the frame is no work.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.ambitProbe.work.push(performance.now() - frame + handled);
      port2.postMessage(null);
    });
  };
  addEventListener('input', watch, { capture: true });
}
