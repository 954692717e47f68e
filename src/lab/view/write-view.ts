import type { ScheduleChoice } from '../engine.ts';
import { writeLoad } from '../load/load-link.ts';
import { type LabView, PLAIN_VIEW, type RaceReference } from './lab-view.ts';

/** A view as the query of an address, readable and short: what is as in a plain view is left out. */
export function writeView(view: LabView): string {
  const query = new URLSearchParams();
  const write = (key: string, value: string, plain: string) => {
    if (value !== plain) query.append(key, value);
  };
  write('lab', view.size, PLAIN_VIEW.size);
  write('tab', view.tab, PLAIN_VIEW.tab);
  if (view.race !== null) query.append(...writeRace(view.race));
  write('under', view.strategy, PLAIN_VIEW.strategy);
  write('beside', view.beside ?? 'none', PLAIN_VIEW.beside ?? 'none');
  if (view.schedule !== null) writeSchedule(view.schedule, view, query);
  if (view.step !== null) query.append('step', String(view.step));
  if (view.isByHand) query.append('hand', '1');
  for (const command of view.cell ?? []) query.append('cell', command);
  const load = writeLoad(view.load);
  if (load !== null) query.append('load', load);
  if (view.loadBefore !== null) query.append('loadBefore', writeLoad(view.loadBefore) ?? '{}');
  write('history', view.historyView, PLAIN_VIEW.historyView);
  if (view.isPresenting) query.append('present', '1');
  return query.toString();
}

/** `race=2.Last slot`, counted from 1 as people do; or `found={"name": …}`. */
function writeRace(race: RaceReference): [key: string, value: string] {
  return race.kind === 'kept'
    ? ['race', `${race.at + 1}.${race.name}`]
    : ['found', JSON.stringify(race.race)];
}

/** `order=1.2.2.1`, and the strategy it was made under where that is another one than is shown. */
function writeSchedule({ order, strategy }: ScheduleChoice, view: LabView, query: URLSearchParams): void {
  query.append('order', order.map((command) => command + 1).join('.'));
  if (strategy !== view.strategy) query.append('of', strategy);
}
