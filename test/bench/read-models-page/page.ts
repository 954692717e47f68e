import { compileModel } from '../../../src/decision/compile.ts';
import { catchUp, startOver } from '../../../src/event-store/catch-up.ts';
import { checkRows } from '../../../src/event-store/check-rows.ts';
import type { NewEvent } from '../../../src/event-store/port.ts';
import { openEventStore } from '../../../src/event-store/stores.ts';
import { projectorsOf } from '../../../src/runs/project-read-model.ts';
import { alternate, type Samples } from '../store-page/alternate.ts';

export interface RebuildJob {
  readonly events: number;
  readonly rounds: number;
}

declare global {
  interface Window {
    /** The benchmark calls it. */
    ambitRebuild(job: RebuildJob): Promise<Samples>;
  }
}

const NAME = 'read-models';
const COURSES = 1000;
const FILL = 2000;

const model = compileModel({
  ambit: '1.0',
  name: 'Courses',
  events: {
    Subscribed: { fields: { course: 'string', student: 'string' } },
    Left: { fields: { course: 'string', student: 'string' } },
  },
  readModels: {
    Taken: { key: 'event.course', initial: 0, on: { Subscribed: 'state + 1', Left: 'state - 1' } },
  },
});
const [taken] = projectorsOf(model);

/** Rebuilds a read model of a whole log, and goes through the same log with a bare cursor, in turns. */
window.ambitRebuild = async ({ events, rounds }) => {
  if (taken === undefined) throw new Error('The model has no read model');
  const store = await openEventStore(NAME, { durability: 'relaxed' });
  for (let first = 0; first < events; first += FILL) {
    await store.append(Array.from({ length: FILL }, (_, i) => makeEvent(first + i)));
  }
  const rebuild = async () => {
    await startOver(store, taken);
    const { kind, checkpoint } = await catchUp(store, taken);
    if (kind !== 'level' || checkpoint.seen !== events) throw new Error(`It ended ${kind}`);
  };
  const pass = async () => {
    const passed = await passThrough();
    if (passed !== events) throw new Error(`The cursor passed ${passed} events`);
  };
  const samples = await alternate({ ours: rebuild, reference: pass }, rounds, (step) => [step]);
  const { wrongRows } = await checkRows(store, taken);
  if (wrongRows > 0) throw new Error(`${wrongRows} rows are wrong`);
  return samples;
};

function makeEvent(i: number): NewEvent {
  const course = `c${i % COURSES}`;
  return {
    id: `e${i}`,
    type: i % 5 === 4 ? 'Left' : 'Subscribed',
    data: { course, student: `s${i % 777}` },
    tags: [`course:${course}`, `student:s${i % 777}`],
    time: '2000-01-01T00:00:00Z',
  };
}

/** How many events a cursor over the store's own table gives, each of them read. */
function passThrough(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`ambit-events:${NAME}`);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const request = database.transaction('events', 'readonly').objectStore('events').openCursor();
      let passed = 0;
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) {
          database.close();
          resolve(passed);
          return;
        }
        if (cursor.value.event.position > 0) passed++;
        cursor.continue();
      };
    };
  });
}
