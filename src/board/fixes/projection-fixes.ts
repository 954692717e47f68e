import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { findFields } from '../edits/fields.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import { addTag } from '../edits/tags.ts';
import type { Case, Fix } from './fix.ts';

/** A projection filters an event by a tag that the event lacks: give it the tag. */
export function tagEvent({ diagnostic, document, path }: Case): readonly Fix[] {
  const event = path.at(-1) ?? '';
  const tags = findFields(document, 'constraints', path[1] ?? '', 'projections');
  const projection = getOwn(tags, path[3] ?? '') as JsonObject | undefined;
  const filters = Object.keys((projection && (getOwn(projection, 'tags') as JsonObject | undefined)) ?? {});
  const tag = filters.find((name) => diagnostic.message.includes(`by the tag "${name}", which`));
  return tag === undefined ? [] : [giveTag(event, tag)];
}

/** An aggregate owns an event that has not its tag: give it the tag. */
export function tagOwnedEvent({ document, path }: Case): readonly Fix[] {
  const event = getAt(document, path);
  const tag = getAt(document, ['aggregates', path[1] ?? '', 'id']);
  return typeof event === 'string' && typeof tag === 'string' ? [giveTag(event, tag)] : [];
}

function giveTag(event: string, tag: string): Fix {
  return { label: `Give ${event} the tag “${tag}”`, edit: (document) => addTag(document, event, tag) };
}

/** Nothing uses a projection: remove it. */
export function removeProjection({ path }: Case): readonly Fix[] {
  return [{ label: `Remove “${path.at(-1)}”`, edit: (document) => setAt(document, path, undefined) }];
}
