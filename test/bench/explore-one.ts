import { existsSync, readFileSync } from 'node:fs';
import { compileModel } from '../../src/decision/compile.ts';
import { explore } from '../../src/exploration/explore.ts';
import { STRATEGY_IDS } from '../../src/strategies/program.ts';
import { enrolment, enrolmentRace } from '../helpers/enrolment.ts';

// One exploration in a process of its own, so that its memory can be told: node explore-one.js N STRATEGY
const [, , count, name] = process.argv;
const strategy = STRATEGY_IDS.find((id) => id === name);
if (strategy === undefined) throw new Error(`no strategy ${name}`);
const result = explore(compileModel(enrolment), enrolmentRace(Number(count)), strategy);
const memory = Math.round(peakKilobytes() / 1024);
const told =
  'unavailable' in result ? { gaveUp: true } : { states: result.states, schedules: result.schedules };
process.stdout.write(JSON.stringify({ ...told, memory }));

/** Linux counts the parent's memory into maxRSS until the child has more; its own high-water mark is in /proc. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const mark = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return mark === undefined ? process.resourceUsage().maxRSS : Number(mark);
}
