import { useEffect, useMemo, useState } from 'react';
import { estimateText } from '../../ui/picture/estimate-text.ts';
import { measureOnCanvas } from '../../ui/picture/measure-on-canvas.ts';
import type { MeasureText } from '../../ui/picture/picture-font.ts';

/** Measures texts, and anew once the page's fonts are there. */
export function useMeasure(): MeasureText {
  const [isLoaded, setLoaded] = useState(document.fonts.status === 'loaded');
  useEffect(() => {
    let isHere = true;
    document.fonts.ready.then(() => isHere && setLoaded(true));
    return () => {
      isHere = false;
    };
  }, []);
  return useMemo(() => {
    // Measured with what was there before, where the fonts have only come meanwhile.
    const measured = isLoaded ? measureOnCanvas() : null;
    return measured === null ? estimateText : remember(measured);
  }, [isLoaded]);
}

function remember(measure: MeasureText): MeasureText {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.voice} ${font.size} ${font.weight} ${text}`;
    const width = known.get(key) ?? measure(text, font);
    known.set(key, width);
    return width;
  };
}
