import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** Makes sure that there is a Chromium for the browser tests, and says what it does for it; false when there is none to be had. */
function ensureChromium(): boolean {
  if (process.env['AMBIT_CHROMIUM']) return isUsable();
  if (isUsable()) return true;
  return waysToInstall().some(([command, ...args]) => {
    console.log(`No Chromium for the browser tests yet. Running: ${[command, ...args].join(' ')}`);
    return run(command, args).status === 0 && isUsable();
  });
}

function isUsable(): boolean {
  const found = findChromium();
  if (found === null) return false;
  const { status } = spawnSync(found, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  const end = status === 0 ? '.' : ', but it does not start.';
  console.log(`For the browser tests there is ${found}${end}`);
  return status === 0;
}

/** Debian's own package brings all the libraries it needs; elsewhere Playwright has builds of its own. */
function waysToInstall(): [string, ...string[]][] {
  const isRoot = process.getuid?.() === 0;
  const playwright: [string, ...string[]] = ['npx', 'playwright', 'install', 'chromium'];
  if (isRoot && isDebian()) {
    return [
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      [...playwright, '--with-deps'],
    ];
  }
  return [isRoot ? [...playwright, '--with-deps'] : playwright];
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

function run(command: string, args: readonly string[]): SpawnSyncReturns<Buffer> {
  return spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (!ensureChromium()) {
  console.error(
    'The browser tests need Chromium, and none could be found or installed. Install Chromium or Chrome, or set AMBIT_CHROMIUM to the path of one, and run again.',
  );
  process.exitCode = 1;
}
