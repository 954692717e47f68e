/** The tool speaks sans, the explanation serif, the model mono. */
export type Voice = 'tool' | 'story' | 'model';

export interface PictureFont {
  readonly voice: Voice;
  readonly size: number;
  readonly weight: number;
}

/** The width of a text in pixels. */
export type MeasureText = (text: string, font: PictureFont) => number;

/** The families of each voice, the one that is embedded in pictures first. A name with a number in it must be quoted. */
export const FAMILIES: { readonly [V in Voice]: string } = {
  tool: 'Inter Variable, Inter, system-ui, sans-serif',
  story: '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif',
  model: 'JetBrains Mono Variable, JetBrains Mono, ui-monospace, monospace',
};
