import { describe, expect, it } from 'vitest';
import { runOn } from './memory-io.ts';

describe('help', () => {
  it('lists the commands, the exit codes and where to start', async () => {
    const { code, out, err } = await runOn({}, ['--help']);
    for (const text of [
      'check',
      'explain',
      'matrix',
      'find',
      'import',
      'format',
      'schema',
      'Exit codes:',
      'Examples:',
    ]) {
      expect(out).toContain(text);
    }
    expect([code, err]).toEqual([0, '']);
  });

  it.each(['check', 'explain', 'matrix', 'find', 'import', 'format', 'schema'])(
    'of %s has examples',
    async (command) => {
      const { code, out } = await runOn({}, [command, '--help']);
      expect(out).toMatch(new RegExp(`^Usage: ambit ${command} `));
      expect(out).toMatch(new RegExp(`Examples:\\n( {2}.*\\n)* {2}.*ambit ${command}`));
      expect(code).toBe(0);
    },
  );

  it('of check lists the strategies and the verdicts', async () => {
    const { out } = await runOn({}, ['check', '--help']);
    for (const text of ['tag-condition   Tags (condition)', 'missed, violation, tolerated']) {
      expect(out).toContain(text);
    }
  });
});

describe('wrong usage answers 2', () => {
  it.each([
    ['without a command', [], 'Usage: ambit'],
    ['for an unknown command', ['chek'], 'Did you mean check?'],
    ['for an unknown option', ['check', 'm.json', '--jsno'], 'Did you mean --json?'],
    ['without a file', ['check'], "missing required argument 'files'"],
    ['without a race to explain', ['explain', 'm.json'], '--race'],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await runOn({}, args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('schema', () => {
  it('prints the JSON Schema of models', async () => {
    const { code, out } = await runOn({}, ['schema']);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect([code, out.endsWith('}\n')]).toEqual([0, true]);
  });
});
