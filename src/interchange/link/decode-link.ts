import { type Foreign, refuse } from '../foreign/foreign.ts';
import { readForeign } from '../foreign/read-foreign.ts';
import { decodeBase64Url } from './base64url.ts';
import { inflate } from './inflate.ts';
import { LINK_PREFIX } from './link-prefix.ts';

const MOST_BYTES = 10_000_000;
const BROKEN =
  'The model in this link is incomplete: the link was probably cut off on its way. Ask for it again, or for the file.';
const TOO_LARGE = 'The model in this link is larger than 10 MB. It was not opened: ask for the file instead.';

/** The document that a URL's fragment holds, or why there is none; never throws. */
export async function decodeLink(fragment: string): Promise<Foreign> {
  if (!fragment.startsWith(LINK_PREFIX)) return refuse('This link holds no model.');
  // Compressed data is no larger than what it stands for, and four characters stand for three bytes.
  if (fragment.length > MOST_BYTES * 1.4) return refuse(TOO_LARGE);
  const compressed = decodeBase64Url(fragment.slice(LINK_PREFIX.length).trim());
  if (compressed === undefined || compressed.length === 0) return refuse(BROKEN);
  const inflated = await inflate(compressed, MOST_BYTES);
  if (inflated === 'broken') return refuse(BROKEN);
  return inflated === 'too large' ? refuse(TOO_LARGE) : readForeign('The link', inflated);
}
