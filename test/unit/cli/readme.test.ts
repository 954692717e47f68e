import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runOn } from './memory-io.ts';

/** The examples of the README: a command line after `$ ambit`, and what it prints; a line of just … stands for some that are left out. */
const EXAMPLES = [
  ...readFileSync('README.md', 'utf8').matchAll(/^```\n\$ ambit ([^|>\n]+)\n([\s\S]*?)^```$/gm),
]
  .map(([, line = '', output = '']) => ({ line: line.trim(), output }))
  .filter(({ output }) => output !== '');

it('the README has examples', () => {
  expect(EXAMPLES.length).toBeGreaterThan(3);
});

it.each(EXAMPLES)('README: ambit $line prints what it says', async ({ line, output }) => {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const files = Object.fromEntries(
    args.filter((arg) => existsSync(arg)).map((file) => [file, JSON.parse(readFileSync(file, 'utf8'))]),
  );
  const { out } = await runOn(files, args);
  const printed = out.replaceAll('npm run --silent ambit --', 'ambit');
  const parts = output.split(/^…\n/m);
  for (const part of parts) expect(printed).toContain(part);
});
