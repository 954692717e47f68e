import type { LaunchOptions } from 'playwright';
import { findChromium } from './find-chromium.ts';

/** Chromium keeps to itself: without internet each of these would wait for an answer that does not come. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** How the tests start Chromium: headless and, for root, without the sandbox it then refuses to start in. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = findChromium();
  const isRoot = process.getuid?.() === 0;
  return {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    chromiumSandbox: false,
    args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
  };
}
