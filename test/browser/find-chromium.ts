import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where Chromium is: what AMBIT_CHROMIUM names, the system's, or the one Playwright installed; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['AMBIT_CHROMIUM'];
  if (named) return named;
  const places = ['/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}
