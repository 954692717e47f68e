import type { JsonObject } from '../../lib/json.ts';
import { serialiseModel } from '../../model/serialise.ts';
import { encodeBase64Url } from './base64url.ts';
import { LINK_PREFIX } from './link-prefix.ts';

/** A whole document as the fragment of a URL, compressed. Fragments are never sent to a server. */
export async function encodeLink(document: JsonObject): Promise<string> {
  const compressed = new Blob([serialiseModel(document)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return LINK_PREFIX + encodeBase64Url(new Uint8Array(await new Response(compressed).arrayBuffer()));
}
