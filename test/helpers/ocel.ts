import type { PastEvent } from '../../src/history/past-event.ts';

/** Events as an OCEL 1.0 document: tags are objects, and so is the actor, as a resource. */
export function asOcel(events: readonly PastEvent[]): string {
  const objects = new Map<string, string>();
  const listed = events.map(({ id, type, time, tags, actor, data }) => {
    const map = tags.map((tag) => {
      const value = tag.slice(tag.indexOf(':') + 1);
      objects.set(value, tag.slice(0, tag.indexOf(':')));
      return value;
    });
    if (actor !== null) {
      objects.set(actor, 'org:resource');
      map.push(actor);
    }
    return [
      id,
      {
        'ocel:activity': type,
        'ocel:timestamp': new Date(time).toISOString(),
        'ocel:vmap': data,
        'ocel:omap': map,
      },
    ];
  });
  const types = [...new Set(objects.values())];
  return JSON.stringify({
    'ocel:global-log': { 'ocel:version': '1.0', 'ocel:object-types': types, 'ocel:attribute-names': [] },
    'ocel:events': Object.fromEntries(listed),
    'ocel:objects': Object.fromEntries(
      [...objects].map(([id, type]) => [id, { 'ocel:type': type, 'ocel:ovmap': {} }]),
    ),
  });
}
