import type {
  EventStore,
  Position,
  StoredEvent,
  StoreQuery,
  Subscription,
} from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import type { StartingSubscription } from './handles.ts';
import { idsOf } from './known-log.ts';
import { settle } from './settle.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

/** How long a live event may take to arrive, and how long one that must not arrive is waited for. */
const ARRIVES_WITHIN_MS = 3000;
const SETTLES_WITHIN_MS = 40;

/** Subscribes, ends a subscription, or waits for what one delivers. */
export async function runSubscriptionStep(
  step: StepWith<'subscribe'> | StepWith<'delivered'> | StepWith<'unsubscribe'>,
  store: EventStore,
  run: VectorRun,
  differences: Differences,
): Promise<void> {
  if ('subscribe' in step) {
    await subscribe(step, store, run, differences);
    return;
  }
  const name = 'unsubscribe' in step ? step.unsubscribe : step.delivered;
  const subscription = run.subscriptions.get(name);
  if (subscription === undefined) throw new Error(`The vector speaks of "${name}", which was not subscribed`);
  if ('unsubscribe' in step) return subscription.close();
  await waitFor(() => subscription.delivered.length >= step.expect.ids.length);
  differences.compare('what was delivered', idsOf(subscription.delivered), step.expect.ids);
}

async function waitFor(condition: () => boolean): Promise<void> {
  const end = Date.now() + ARRIVES_WITHIN_MS;
  while (!condition() && Date.now() < end) await pause(5);
  await pause(SETTLES_WITHIN_MS);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function subscribe(
  step: StepWith<'subscribe'>,
  store: EventStore,
  { known, subscriptions }: VectorRun,
  differences: Differences,
): Promise<void> {
  const { query, after } = step.subscribe;
  const delivered: StoredEvent[] = [];
  const opened = await settle(start(store, query, known.resolve(after), delivered));
  if ('error' in opened || 'expect' in step) {
    const outcome = 'error' in opened ? opened : 'subscribed';
    differences.compare('the result', outcome, 'expect' in step ? step.expect : 'subscribed');
    return;
  }
  subscriptions.set(step.subscribe.name, { delivered, close: () => opened.close() });
}

async function start(
  store: EventStore,
  query: StoreQuery,
  after: Position,
  delivered: StoredEvent[],
): Promise<Subscription> {
  const subscription: Subscription | StartingSubscription = store.subscribe(query, after, (event) => {
    delivered.push(event);
  });
  if ('started' in subscription) await subscription.started;
  return subscription;
}
