import { readFileSync } from 'node:fs';

/** The built page names what it loads before it can be used: its module and what that needs at once. */
const page = readFileSync('dist/index.html', 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);

/** @type {import('size-limit').SizeLimitConfig} */
const limits = [{ name: 'First load', path: scripts, gzip: true, limit: '300 kB' }];

// biome-ignore lint/style/noDefaultExport: size-limit reads nothing else
export default limits;
