import { compileModel } from '../decision/compile.ts';
import type { CompiledModel } from '../decision/compiled-model.ts';
import { parseModel } from '../model/parse.ts';
import type { ModelChoice } from '../panels/races/race-bench.ts';

/** The models in `public/models`, the first one first. */
export const SHIPPED_MODELS: readonly ModelChoice[] = [
  { file: 'course-subscriptions.ambit.json', name: 'Course subscriptions' },
  { file: 'course-subscriptions-dual.ambit.json', name: 'Course subscriptions, two events for one fact' },
  { file: 'orders-seats-payment.ambit.json', name: 'Seats, orders, payment' },
  { file: 'unique-email.ambit.json', name: 'Unique e-mail' },
  { file: 'library.ambit.json', name: 'The library' },
  { file: 'library-dual-events.ambit.json', name: 'The library, two events for one fact' },
  { file: 'interest.ambit.json', name: 'Interest' },
  { file: 'locked-issue.ambit.json', name: 'The locked issue' },
  { file: 'confirmation-mail.ambit.json', name: 'Confirmation mail' },
];

const loaded = new Map<string, Promise<CompiledModel>>();

/** Fetches and compiles a shipped model, once. Rejects with a message for people. */
export function loadModel(file: string): Promise<CompiledModel> {
  const known = loaded.get(file);
  if (known) return known;
  const loading = fetchModel(file);
  loaded.set(file, loading);
  // The next time may go better.
  loading.catch(() => loaded.delete(file));
  return loading;
}

async function fetchModel(file: string): Promise<CompiledModel> {
  const response = await fetch(`${import.meta.env.BASE_URL}models/${file}`).catch((cause: unknown) => {
    throw new Error(`The model ${file} could not be loaded: the page’s server does not answer.`, { cause });
  });
  if (!response.ok) throw new Error(`The model ${file} could not be loaded (${response.status}).`);
  const { model, diagnostics } = parseModel(await response.text());
  if (model === null) throw new Error(diagnostics[0]?.message ?? `${file} is not a model.`);
  return compileModel(model);
}
