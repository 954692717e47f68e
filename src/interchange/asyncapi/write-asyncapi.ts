import type { JsonObject } from '../../lib/json.ts';
import { listPublished, type PublishedContext, type PublishedEvent } from '../../model/list-published.ts';
import { pointer } from '../../model/pointer.ts';
import type { Model } from '../../model/schema.ts';
import { payloadSchema } from './field-schema.ts';

/** Events of no context are published by the model itself. */
const NO_CONTEXT = 'events';

/**
 * The published interface of a model as an AsyncAPI 3.0 document: a channel for each context, a message for each of its
 * events marked "outside", with the JSON Schema of its data.
 */
export function writeAsyncApi(model: Model): JsonObject {
  const contexts = listPublished(model);
  const events = contexts.flatMap((context) => context.events);
  return {
    asyncapi: '3.0.0',
    info: {
      title: model.name,
      version: '1.0.0',
      ...(model.description !== undefined && { description: model.description }),
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(contexts.map((context) => [channelKey(context), writeChannel(context)])),
    operations: Object.fromEntries(
      contexts.map((context) => [`publish-${channelKey(context)}`, writeOperation(context)]),
    ),
    components: {
      messages: Object.fromEntries(events.map((event) => [keyOf(event.name), writeMessage(event)])),
    },
  };
}

function channelKey({ name }: PublishedContext): string {
  return name === null ? NO_CONTEXT : keyOf(name);
}

function writeChannel(context: PublishedContext): JsonObject {
  const { name, description, events } = context;
  return {
    address: name ?? NO_CONTEXT,
    ...(description !== '' && { description }),
    messages: Object.fromEntries(
      events.map((event) => [keyOf(event.name), ref('components', 'messages', keyOf(event.name))]),
    ),
  };
}

function writeOperation(context: PublishedContext): JsonObject {
  const channel = channelKey(context);
  return {
    action: 'send',
    channel: ref('channels', channel),
    messages: context.events.map(({ name }) => ref('channels', channel, 'messages', keyOf(name))),
  };
}

function writeMessage({ name, description, fields }: PublishedEvent): JsonObject {
  return {
    name,
    title: name,
    ...(description !== '' && { summary: description }),
    payload: payloadSchema(fields),
  };
}

function ref(...path: readonly string[]): JsonObject {
  return { $ref: `#${pointer(...path)}` };
}

/** Keys are letters, digits, dots, dashes and underscores only; every other character becomes its code, so that no two names share a key. */
function keyOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.-]/gu, (character) =>
    character === '_' ? '__' : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
}
