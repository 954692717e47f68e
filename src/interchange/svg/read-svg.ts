import { unescapeXml } from '../../lib/xml-text.ts';
import { METADATA_NAMESPACE } from './metadata-namespace.ts';

/** A picture may be larger than a model: it holds one, drawn and written, and two fonts. */
const LARGEST = 40_000_000;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** The model text that an SVG picture from Ambit carries, or a sentence why there is none. Nothing of the picture is run or drawn. */
export function readSvg(
  source: string | Uint8Array,
): { readonly text: string } | { readonly refused: string } {
  if (source.length > LARGEST)
    return { refused: 'The picture is larger than 40 MB, so it is not from Ambit.' };
  const svg = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const opening = findOpening(svg);
  if (opening === undefined) {
    return {
      refused:
        'This picture carries no model: only SVG pictures exported from Ambit do. Open the *.ambit.json file instead.',
    };
  }
  const end = svg.indexOf(`</${opening.element}`, opening.end);
  if (end === -1) return { refused: 'The model in this picture is cut off: export the picture again.' };
  return { text: readContent(svg.slice(opening.end, end)) };
}

/** Other programs may save the picture with another prefix for the same namespace. */
function findOpening(svg: string): { readonly element: string; readonly end: number } | undefined {
  const metadata = svg.indexOf('<metadata');
  if (metadata === -1 || !svg.includes(METADATA_NAMESPACE)) return undefined;
  const opening = /<((?:[\w.-]{1,64}:)?model)(?:\s[^<>]{0,2000})?>/g;
  opening.lastIndex = metadata;
  const found = opening.exec(svg);
  return found?.[1] === undefined ? undefined : { element: found[1], end: opening.lastIndex };
}

function readContent(content: string): string {
  let text = '';
  let from = 0;
  for (const part of content.matchAll(CDATA)) {
    text += unescapeXml(content.slice(from, part.index)) + (part[1] ?? '');
    from = part.index + part[0].length;
  }
  return text + unescapeXml(content.slice(from));
}
