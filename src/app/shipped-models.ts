import type { JsonObject } from '../lib/json.ts';
import { parseModel } from '../model/parse.ts';
import type { ShippedModel } from '../panels/boards/shipped-model.ts';

/** The models in `public/models`, the first one first. */
export const SHIPPED_MODELS: readonly ShippedModel[] = [
  {
    file: 'course-subscriptions.ambit.json',
    name: 'Course subscriptions',
    about: 'Courses have a capacity, students a limit: the example that streams cannot guard',
  },
  {
    file: 'course-subscriptions-dual.ambit.json',
    name: 'Course subscriptions, two events for one fact',
    about: 'The same, with one event for each stream: what that mends, and what it costs',
  },
  {
    file: 'orders-seats-payment.ambit.json',
    name: 'Seats, orders, payment',
    about: 'An order reserves seats and takes a payment; policies carry it from one to the next',
  },
  {
    file: 'unique-email.ambit.json',
    name: 'Unique e-mail',
    about: 'No two accounts with one e-mail address, although addresses change',
  },
  {
    file: 'library.ambit.json',
    name: 'The library',
    about: 'A book gets the next number: of all books, or of its category',
  },
  {
    file: 'library-dual-events.ambit.json',
    name: 'The library, two events for one fact',
    about: 'The same, with one event for each stream',
  },
  {
    file: 'interest.ambit.json',
    name: 'Interest',
    about: 'A command that reads every account while money moves',
  },
  {
    file: 'locked-issue.ambit.json',
    name: 'The locked issue',
    about: 'No more comments on a locked issue: how strict is “no more”?',
  },
  {
    file: 'confirmation-mail.ambit.json',
    name: 'Confirmation mail',
    about: 'A mail that goes out after the events are stored, and only once',
  },
];

/** Fetches the document of a shipped model. Rejects with a message for people. */
export async function fetchDocument(file: string): Promise<JsonObject> {
  const { document, diagnostics } = parseModel(await fetchText(file));
  if (document === null) throw new Error(diagnostics[0]?.message ?? `${file} is not a model.`);
  return document;
}

async function fetchText(file: string): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}models/${file}`).catch((cause: unknown) => {
    throw new Error(`The model ${file} could not be loaded: the page’s server does not answer.`, { cause });
  });
  if (!response.ok) throw new Error(`The model ${file} could not be loaded (${response.status}).`);
  return response.text();
}
