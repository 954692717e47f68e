import type { JsonObject } from '../../../src/lib/json.ts';

const STEP = { x: 208, y: 152 };

/** A board of that many notes and about as many arrows: stories of a command, its constraint, three events and so on. */
export function makeBoard(notes: number): JsonObject {
  const events: Record<string, JsonObject> = {};
  const commands: Record<string, JsonObject> = {};
  const constraints: Record<string, JsonObject> = {};
  const policies: Record<string, JsonObject> = {};
  const places: Record<string, JsonObject> = {};
  const columns = Math.ceil(Math.sqrt(notes * 1.6));
  let count = 0;
  const place = (key: string) => {
    places[key] = { x: (count % columns) * STEP.x, y: Math.floor(count / columns) * STEP.y };
    count += 1;
  };
  for (let story = 0; count < notes; story += 1) {
    const fields = { courseId: 'string', seats: 'int' };
    const emitted = [1, 2, 3].map((index) => `CourseChanged${story}x${index}`);
    const command = `ChangeCourse${story}`;
    const constraint = `CourseExists${story}`;
    const policy = `Whenever course ${story} changed, tell somebody`;
    for (const event of emitted) events[event] = { fields, tags: { course: 'event.courseId' } };
    const on = Object.fromEntries(emitted.slice(0, 1).map((event) => [event, 'true']));
    const exists = { tags: { course: 'courseId' }, initial: false, on };
    constraints[constraint] = {
      parameters: { courseId: 'string' },
      projections: { exists },
      rule: 'exists',
    };
    commands[command] = { fields, checks: [constraint], emits: emitted };
    policies[policy] = { on: emitted.slice(2) };
    for (const key of [
      `command:${command}`,
      `constraint:${constraint}`,
      ...emitted.map((event) => `event:${event}`),
      `policy:${policy}`,
    ]) {
      place(key);
    }
  }
  return {
    ambit: '1.0',
    name: `A board of ${count} notes`,
    tags: { course: {} },
    events,
    constraints,
    commands,
    policies,
    canvas: { places },
  };
}
