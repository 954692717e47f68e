import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Captured, captureSvg } from '../../ui/picture/capture-svg.ts';
import type { PictureTheme } from '../../ui/picture/make-picture.ts';

/** As long as a drawing that finds out how much room it has needs to settle. */
const FRAMES = 3;

/** Draws something beside the page, in a theme and with so much room, and takes all its drawings off as pictures. */
export async function drawOffPage(
  content: ReactNode,
  { theme, width, prefix }: { readonly theme: PictureTheme; readonly width: number; readonly prefix: string },
): Promise<readonly Captured[]> {
  const place = document.createElement('div');
  place.className = 'off-page';
  place.inert = true;
  place.style.width = `${width}px`;
  // The tokens have both themes in them and take the one of where they are used.
  place.style.colorScheme = theme;
  document.body.append(place);
  const root = createRoot(place);
  try {
    flushSync(() => root.render(content));
    for (let frame = 0; frame < FRAMES; frame++) await new Promise(requestAnimationFrame);
    const drawings = [...place.querySelectorAll<SVGSVGElement>('svg')].filter(
      (svg) => svg.parentElement?.closest('svg') === null,
    );
    return drawings.map((svg, index) => captureSvg(svg, `${prefix}${index}-`));
  } finally {
    root.unmount();
    place.remove();
  }
}
