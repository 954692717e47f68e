import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json } from '../../lib/json.ts';
import { readDocument } from '../../model/parse.ts';
import { readJson } from '../../model/read-json.ts';
import type { Workload } from '../../model/schema.ts';
import { type LoadSettings, USUAL_LOAD } from './load-settings.ts';

const MOST_REPLICATIONS = 30;

/** Settings as a link has them: what is as usual is left out, and all of it is null when nothing is else. */
export function writeLoad(settings: LoadSettings): string | null {
  const entries = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(USUAL_LOAD[key as keyof LoadSettings]),
  );
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

/** Settings from a link, which may hold anything: what is not as it should be is as usual. It never throws. */
export function readLoad(text: string | null): LoadSettings {
  const { value } = text === null ? { value: undefined } : readJson(text);
  if (value === undefined || !isJsonObject(value)) return USUAL_LOAD;
  const { workload, change, over, at, seed, replications } = value;
  return {
    workload: typeof workload === 'string' ? workload : USUAL_LOAD.workload,
    change: readChange(change),
    over: typeof over === 'string' ? over : USUAL_LOAD.over,
    at: typeof at === 'number' && at > 0 ? at : USUAL_LOAD.at,
    seed: isWhole(seed, 0, Number.MAX_SAFE_INTEGER) ? seed : USUAL_LOAD.seed,
    replications: isWhole(replications, 1, MOST_REPLICATIONS) ? replications : USUAL_LOAD.replications,
  };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** A changed workload as the model room reads it, in a document of its own; nothing where any of it is broken. */
function readChange(change: Json | undefined): Workload {
  if (!isJsonObject(change)) return {};
  const { model, leftOut } = readDocument({ ambit: '1.0', name: '', workloads: { changed: change } });
  return leftOut.length === 0 ? (model?.workloads?.['changed'] ?? {}) : {};
}
