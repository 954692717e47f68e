import { isJsonObject } from '../../lib/is-json-object.ts';
import { readDocument } from '../../model/parse.ts';
import { readJson } from '../../model/read-json.ts';
import type { Race } from '../../model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import type { ScheduleChoice } from '../engine.ts';
import { HISTORY_VIEWS, LAB_SIZES, LAB_TABS } from '../lab-desk.ts';
import { readLoad } from '../load/load-link.ts';
import { type LabView, PLAIN_VIEW, type RaceReference } from './lab-view.ts';

/** Longer than any schedule a person looks at; the rest of a longer one is not read. */
const MOST_STEPS = 5000;
const MOST_COMMANDS = 1000;

/** The view that a query stands for. It never throws: what cannot be read is as in a plain view. */
export function readView(text: string): LabView {
  const query = new URLSearchParams(text);
  const strategy = readStrategy(query.get('under')) ?? PLAIN_VIEW.strategy;
  const schedule = readSchedule(query, strategy);
  return {
    size: LAB_SIZES.find((size) => size === query.get('lab')) ?? PLAIN_VIEW.size,
    tab: LAB_TABS.find((tab) => tab === query.get('tab')) ?? PLAIN_VIEW.tab,
    strategy,
    beside: query.get('beside') === 'none' ? null : (readStrategy(query.get('beside')) ?? PLAIN_VIEW.beside),
    race: readRace(query),
    schedule,
    step: readNumber(query.get('step'), MOST_STEPS),
    isByHand: query.get('hand') === '1',
    isPresenting: query.get('present') === '1',
    cell: readCell(query.getAll('cell')),
    load: readLoad(query.get('load')),
    loadBefore: query.has('loadBefore') ? readLoad(query.get('loadBefore')) : null,
    historyView: HISTORY_VIEWS.find((view) => view === query.get('history')) ?? PLAIN_VIEW.historyView,
  };
}

function readStrategy(text: string | null): StrategyId | undefined {
  return STRATEGY_IDS.find((id) => id === text);
}

function readNumber(text: string | null, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  return Number(text) <= most ? Number(text) : null;
}

function readSchedule(query: URLSearchParams, shown: StrategyId): ScheduleChoice | null {
  const text = query.get('order');
  if (text === null) return null;
  const order =
    text === '' ? [] : text.split('.', MOST_STEPS + 1).map((part) => readNumber(part, MOST_COMMANDS));
  const isWhole = order.length <= MOST_STEPS && order.every((command) => command !== null && command > 0);
  if (!isWhole) return null;
  return {
    strategy: readStrategy(query.get('of')) ?? shown,
    order: order.map((command) => (command ?? 1) - 1),
  };
}

function readRace(query: URLSearchParams): RaceReference | null {
  const found = query.get('found');
  if (found !== null) {
    const race = parseRace(found);
    if (race !== null) return { kind: 'found', race };
  }
  const [, place = '', name = ''] = /^(\d{1,6})\.(.*)$/s.exec(query.get('race') ?? '') ?? [];
  const at = readNumber(place, 999_999);
  return at === null || at === 0 ? null : { kind: 'kept', at: at - 1, name };
}

/** A race as the model room reads it, in a document of its own; null where any of it is broken. */
function parseRace(text: string): Race | null {
  const { value } = readJson(text);
  if (value === undefined || !isJsonObject(value)) return null;
  const { model, leftOut } = readDocument({ ambit: '1.0', name: '', races: [value] });
  return leftOut.length === 0 ? (model?.races?.[0] ?? null) : null;
}

function readCell([one, other]: readonly string[]): LabView['cell'] {
  return one === undefined || other === undefined ? null : [one, other];
}
