import { type FieldKind, readFieldTypes } from './field-type.ts';
import type { Fields, Model } from './schema.ts';

/** An event that others may rely on. */
export interface PublishedEvent {
  readonly name: string;
  readonly description: string;
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** Its fields as they are written. */
  readonly written: Fields;
}

/** The published interface of one context: its events whose visibility is "outside". */
export interface PublishedContext {
  /** Null for events of no context. */
  readonly name: string | null;
  readonly description: string;
  readonly events: readonly PublishedEvent[];
}

/** What is published, by context, in the order of the model; contexts that publish nothing are left out. */
export function listPublished(model: Model): readonly PublishedContext[] {
  const contexts = new Map<string | null, PublishedEvent[]>();
  for (const [name, event] of Object.entries(model.events ?? {})) {
    if (event.visibility !== 'outside') continue;
    const context = event.context ?? null;
    const events = contexts.get(context) ?? [];
    contexts.set(context, events);
    const written = event.fields ?? {};
    events.push({ name, description: event.description ?? '', fields: readFieldTypes(written), written });
  }
  return [...contexts].map(([name, events]) => {
    const known =
      name !== null && Object.hasOwn(model.contexts ?? {}, name) ? model.contexts?.[name] : undefined;
    return { name, description: known?.description ?? '', events };
  });
}
