import { dropNonXml } from '../../lib/xml-text.ts';

/** What is handed down from an element to those in it, and so need not be said again. */
const INHERITED = [
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'paint-order',
] as const;

/** What is not, with what it is where nobody says otherwise. */
const OWN: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['dominant-baseline', 'auto'],
  ['text-decoration-line', 'none'],
  ['rx', 'auto'],
  ['ry', 'auto'],
];

/** A drawing that stands on the page, as markup that looks the same without the page's styles. */
export interface Captured {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a drawing off the page with all its styles as attributes. What is hidden is left out. Its ids get a prefix, so
 * that several drawings can stand in one picture.
 */
export function captureSvg(svg: SVGSVGElement, prefix: string): Captured {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy, null);
  renameIds(copy, prefix);
  copy.removeAttribute('aria-hidden');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { markup: dropNonXml(new XMLSerializer().serializeToString(copy)), width, height };
}

function writeStyles(original: Element, copy: Element, parent: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(original);
  // What draws nothing has no style worth keeping, such as a title.
  if (original instanceof SVGGraphicsElement) {
    for (const property of INHERITED) {
      write(copy, property, style.getPropertyValue(property), parent?.getPropertyValue(property));
    }
    for (const [property, initial] of OWN) write(copy, property, style.getPropertyValue(property), initial);
  }
  for (const name of copy.getAttributeNames()) {
    if (name === 'class' || name === 'style' || name.startsWith('data-')) copy.removeAttribute(name);
  }
  const children = [...copy.children];
  for (const [index, child] of [...original.children].entries()) {
    const counterpart = children[index];
    if (counterpart === undefined) continue;
    if (isHidden(child)) counterpart.remove();
    else writeStyles(child, counterpart, style);
  }
}

function write(copy: Element, property: string, value: string, known: string | undefined): void {
  if (value === '' || value === known) copy.removeAttribute(property);
  else copy.setAttribute(property, writePlainly(value));
}

const MIXED = /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/g;

/** What browsers make of mixed colours, as other programs that draw SVG know colours too. */
function writePlainly(value: string): string {
  return value.replaceAll(MIXED, (_, red: string, green: string, blue: string, alpha?: string) => {
    const parts = [red, green, blue].map((part) => Math.round(Number(part) * 255)).join(', ');
    return alpha === undefined ? `rgb(${parts})` : `rgba(${parts}, ${alpha})`;
  });
}

function isHidden(element: Element): boolean {
  if (!(element instanceof SVGGraphicsElement)) return false;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

/** Gives all ids a prefix, also where they are referred to. */
function renameIds(root: Element, prefix: string): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      if (name === 'id') element.setAttribute(name, prefix + value);
      else if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#')) {
        element.setAttribute(name, `#${prefix}${value.slice(1)}`);
      } else if (value.includes('url(')) {
        element.setAttribute(
          name,
          value.replaceAll(
            /url\((["']?)[^)"']*?#([^)"']+)\1\)/g,
            (_, __, id: string) => `url(#${prefix}${id})`,
          ),
        );
      }
    }
  }
}
