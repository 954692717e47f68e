import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import serifUrl from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import type { Voice } from './picture-font.ts';

const FONTS = {
  tool: { family: 'Inter Variable', weights: '100 900', url: interUrl },
  story: { family: 'Source Serif 4 Variable', weights: '200 900', url: serifUrl },
  model: { family: 'JetBrains Mono Variable', weights: '100 800', url: monoUrl },
} as const satisfies { readonly [V in Voice]: object };

/** The fonts of some voices as `@font-face` rules with the files in them. A font that cannot be had is left out. */
export async function embedFonts(voices: readonly Voice[]): Promise<string> {
  const rules = await Promise.all(
    voices.map(async (voice) => {
      const { family, weights, url } = FONTS[voice];
      const data = await readAsDataUrl(url).catch(() => null);
      return data === null
        ? ''
        : `@font-face{font-family:"${family}";font-weight:${weights};src:url(${data}) format("woff2")}`;
    }),
  );
  return rules.join('');
}

async function readAsDataUrl(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font could not be loaded (${response.status}).`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('The font could not be read.'));
    reader.readAsDataURL(new Blob([blob], { type: 'font/woff2' }));
  });
}
