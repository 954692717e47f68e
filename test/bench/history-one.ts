import { existsSync, readFileSync } from 'node:fs';
import { LogImport } from '../../src/history/import/log-import.ts';
import { LogSurveying } from '../../src/history/import/log-survey.ts';
import { findInsights } from '../../src/history/insights/find-insights.ts';
import { measureLog } from '../../src/history/measure/measure-log.ts';
import { seededRandom } from '../../src/lib/seeded-random.ts';

// One log in a process of its own, so that its memory can be told: node history-one.mjs EVENTS

const WINDOWS = [1000, 10_000, 60_000, 600_000, 3_600_000];
const PIECE = 1 << 18;
const count = Number(process.argv[2]);
const bytes = makeOcel(count);

const started = performance.now();
const begun = cpuSeconds();
const survey = feed(new LogSurveying());
if (survey.proposal === null) throw new Error('no mapping is proposed');
const { events } = feed(new LogImport(survey.proposal.mapping));
if (events.length !== count) throw new Error(`${events.length} of ${count} events were read`);
const imported = cpuSeconds();
const measure = finish(measureLog(events, { windows: WINDOWS }));
const measured = cpuSeconds();
const { insights } = finish(findInsights(events));
const looked = cpuSeconds();
const row = {
  events: count,
  megabytes: bytes.length / 1e6,
  appends: measure.transactions,
  collisions: measure.windows.map(({ boundaries }) => boundaries['tag-condition']?.collisions),
  insights: insights.length,
  import: imported - begun,
  measure: measured - imported,
  look: looked - measured,
  wall: (performance.now() - started) / 1000,
  memory: Math.round(peakKilobytes() / 1024),
};
process.stdout.write(JSON.stringify(row));

/** What this process has worked so far, whatever else the machine does. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function feed<R>(reading: { write(bytes: Uint8Array): void; end(): R }): R {
  for (let at = 0; at < bytes.length; at += PIECE) reading.write(bytes.subarray(at, at + PIECE));
  return reading.end();
}

function finish<R>(steps: Generator<unknown, R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * A tracker: issues are opened, commented on and closed by people, some issues far more than others, one event every
 * three seconds or so, and now and then two at once. The longer the log, the more issues and people.
 */
function makeOcel(events: number): Uint8Array {
  const random = seededRandom(7);
  const issues = Math.ceil(events / 8);
  const people = Math.ceil(Math.sqrt(events));
  const skewed = (of: number) => Math.floor(of * random() ** 2);
  const types = ['opened', 'commented', 'commented', 'commented', 'labelled', 'assigned', 'closed'];
  const objects = new Map<string, string>([['r0', 'repo']]);
  const parts: string[] = [];
  let time = Date.UTC(2026, 0, 1);
  for (let at = 0; at < events; at++) {
    if (random() > 0.1) time += Math.floor(random() * 6000);
    const issue = `i${skewed(issues)}`;
    const person = `p${skewed(people)}`;
    objects.set(issue, 'issue').set(person, 'org:resource');
    const event = {
      'ocel:activity': types[Math.floor(random() * types.length)],
      'ocel:timestamp': new Date(time).toISOString(),
      'ocel:vmap': { length: Math.floor(random() * 500), text: 'thanks, that works for me now' },
      'ocel:omap': [issue, person, 'r0'],
    };
    parts.push(`"e${at}":${JSON.stringify(event)}`);
  }
  const listed = [...objects].map(([id, type]) => `"${id}":{"ocel:type":"${type}","ocel:ovmap":{}}`);
  const log = { 'ocel:version': '1.0', 'ocel:object-types': ['issue', 'org:resource', 'repo'] };
  return new TextEncoder().encode(
    `{"ocel:global-log":${JSON.stringify(log)},"ocel:events":{${parts.join(',\n')}},"ocel:objects":{${listed.join(',\n')}}}`,
  );
}

/** Linux counts the parent's memory into maxRSS until the child has more; its own high-water mark is in /proc. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const mark = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return mark === undefined ? process.resourceUsage().maxRSS : Number(mark);
}
