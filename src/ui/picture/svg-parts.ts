import { escapeXml } from '../../lib/xml-text.ts';
import { FAMILIES, type PictureFont } from './picture-font.ts';

type Attributes = { readonly [name: string]: string | number };

/** An SVG element. Its children are finished markup; attributes are escaped here. */
export function tag(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`)
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** A line of text, by its baseline. */
export function textLine(text: string, font: PictureFont, attributes: Attributes): string {
  const { voice, size, weight } = font;
  return tag(
    'text',
    { 'font-family': FAMILIES[voice], 'font-size': size, 'font-weight': weight, ...attributes },
    escapeXml(text),
  );
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
