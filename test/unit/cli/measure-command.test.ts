import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { enrolment } from '../../helpers/enrolment.ts';
import { asOcel } from '../../helpers/ocel.ts';
import { past } from '../../helpers/past-events.ts';
import { plantedLog } from '../../helpers/planted-log.ts';
import { runOn } from './memory-io.ts';

const LOG = asOcel(
  Array.from({ length: 30 }, (_, at) =>
    past('commented', Date.UTC(2026, 0, 5, 9, 0, 4 * at), {
      id: `e${at}`,
      actor: at % 3 === 0 ? 'ci-robot' : 'ann',
      tags: [`issue:i${Math.floor(at / 2)}`, 'repo:one'],
    }),
  ),
);
const measure = (log: string, ...args: readonly string[]) =>
  runOn({ 'log.jsonocel': log }, ['measure', 'log.jsonocel', ...args]);

describe('measure for people', () => {
  it('says in a sentence how often appends would have collided', async () => {
    const { code, out, err } = await measure(LOG, '--window', '10s', '--concept', 'issue');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('30 events in 30 appends, 2026-01-05 to 2026-01-05. Streams: issue.');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'At a window of 10 s, 97 of 100 appends would have collided on one log, 50 on issue streams, 50 with tags.',
    );
    expect(out).toContain('commented after commented');
  });

  it('proposes to leave out hubs and machines', async () => {
    const { out } = await measure(LOG);
    expect(out.replace(/\s+/g, ' ')).toContain('--without-concepts repo');
    expect(out.replace(/\s+/g, ' ')).toContain('--without-actors "ci-robot"');
    const without = await measure(LOG, '--without-concepts', 'repo', '--without-actors', '*robot');
    expect(without.out).not.toMatch(/--without/);
    expect(without.out).toContain('20 events, 10 left out');
  });
});

describe('measure for programs', () => {
  it('prints a line for all windows, in their order', async () => {
    const { out } = await measure(LOG, '--window', '1min', '--window', '500ms', '--json');
    const { windows, events } = JSON.parse(out);
    expect([events, windows.map((one: { window: number }) => one.window)]).toEqual([30, [60_000, 500]]);
  });

  it('reads gzipped logs', async () => {
    const packed = gzipSync(LOG);
    const readFile = async () => packed;
    const { code, out } = await runOn({}, ['measure', 'log.gz', '--json'], { readFile });
    expect([code, JSON.parse(out).events]).toEqual([0, 30]);
  });
});

it('maps a model on, and decides again', async () => {
  const log = asOcel([
    past('CourseDefined', 0, { id: 'e0', tags: ['course:c1'], data: { course: 'c1', capacity: 2 } }),
    ...[1, 2, 3].map((student) =>
      past('StudentSubscribed', 20_000 + student, {
        id: `e${student}`,
        actor: `clerk-${student}`,
        tags: ['course:c1', `student:s${student}`],
        data: { student: `s${student}`, course: 'c1' },
      }),
    ),
  ]);
  const args = ['measure', 'log.json', '--window', '10s', '--model', 'm.json', '--concept', 'course'];
  const { code, out, err } = await runOn({ 'log.json': log, 'm.json': enrolment }, args);
  expect([code, err]).toEqual([0, '']);
  expect(out.replace(/\s+/g, ' ')).toContain('Enrolment is mapped on 3 appends.');
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Deciding again would come out differently for 1 of 2 on one log, 1 of 2 on streams and 1 of 2 with tags. The model does not say what 1 other append reads.',
  );
});

it('says so when a model fits nothing of a log', async () => {
  const { out } = await runOn({ 'log.jsonocel': LOG, 'm.json': enrolment }, [
    'measure',
    'log.jsonocel',
    '--model',
    'm.json',
  ]);
  const text = out.replace(/\s+/g, ' ');
  expect(text).toContain('Enrolment fits none of these appends');
  expect(text).toContain('50 on issue streams. Enrolment fits');
});

describe('what is wrong is said', () => {
  it.each([
    ['a window that is none', ['--window', '10 years'], '--window takes a length of time such as 10s'],
    ['a concept that no event has', ['--concept', 'cow'], 'No event has a tag of “cow”. There are: '],
  ])('%s', async (_, args, message) => {
    const { code, err } = await measure(LOG, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a file that is no log, or none', async () => {
    expect(await measure('hello')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be used as a log'),
    });
    expect((await runOn({}, ['measure', 'none.csv'])).code).toBe(2);
    const readFile = async () => gzipSync(LOG).subarray(0, 40);
    const { code, err } = await runOn({}, ['insights', 'log.gz'], { readFile });
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be unpacked')]);
  });

  it('rows that are left out, with the rest still measured', async () => {
    const late = { 'ocel:activity': 'late', 'ocel:timestamp': 'tomorrow', 'ocel:omap': [], 'ocel:vmap': {} };
    const document = JSON.parse(LOG);
    const { code, out, err } = await measure(
      JSON.stringify({ ...document, 'ocel:events': { ...document['ocel:events'], late } }),
      '--json',
    );
    expect([code, JSON.parse(out).events]).toEqual([2, 30]);
    expect(err).toContain('1 row is left out. The first on line ');
  });
});

describe('insights', () => {
  const log = asOcel(plantedLog());

  it('says each with its evidence and a next step', async () => {
    const { code, out } = await runOn({ 'log.jsonocel': log }, ['insights', 'log.jsonocel']);
    expect(code).toBe(0);
    expect(out).toContain('Maybe one event\n  OrderPaid and PaymentBooked come together with the same data');
    expect(out).toContain('together 117, OrderPaid 117, PaymentBooked 117');
    expect(out).toContain('→ Ask a domain expert');
  });

  it('prints them as one line of JSON', async () => {
    const { out } = await runOn({ 'log.jsonocel': log }, ['insights', 'log.jsonocel', '--json']);
    expect(JSON.parse(out).insights[0].kind).toBe('oneFact');
  });
});
