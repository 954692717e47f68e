import type { JsonObject } from '../lib/json.ts';
import { withView } from './routes.ts';

/** The address of this page with a whole document in it, and a view of it. */
export async function makeLink(document: JsonObject, view = ''): Promise<string> {
  const { encodeLink } = await import('../interchange/link/encode-link.ts');
  return location.href.replace(/#.*$/s, '') + withView(await encodeLink(document), view);
}
