import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COURSES, WRONG_EXAMPLE } from './course-model.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the real program; `act` may do something to it while it runs. */
function start(
  args: readonly string[],
  {
    input = '',
    env = {},
    act = () => {},
  }: {
    readonly input?: string;
    readonly env?: { readonly [name: string]: string };
    readonly act?: (child: ReturnType<typeof spawn>) => void;
  } = {},
): Promise<Ended> {
  const clean = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { env: clean });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdin.end(input);
  act(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const courses = JSON.stringify(COURSES);

describe('the program', { timeout: 30_000 }, () => {
  it('reads standard input, answers 0, and writes without colours into a pipe', async () => {
    const { code, out, err } = await start(['check', '-', '--race', 'The last seat'], { input: courses });
    expect(out).toContain('Courses  standard input\n');
    expect(out).not.toContain('\u001b');
    expect([code, err]).toEqual([0, '']);
  });

  it('answers 1 when an example fails; FORCE_COLOR brings colours into a pipe', async () => {
    const input = JSON.stringify({ ...COURSES, examples: [WRONG_EXAMPLE] });
    const { code, out } = await start(['check', '-'], { input, env: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001b[31m✗\u001b[39m');
    expect(code).toBe(1);
  });

  it('answers 2 for a file that is not there; NO_COLOR wins over FORCE_COLOR', async () => {
    const { code, out } = await start(['check', 'nowhere.json'], {
      env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    });
    expect(out).toContain('There is no file nowhere.json.');
    expect(out).not.toContain('\u001b');
    expect(code).toBe(2);
  });

  it('ends without a word when nobody reads on', async () => {
    const { code, err } = await start(['check', '-'], {
      input: courses,
      act: (child) => child.stdout?.destroy(),
    });
    expect([code, err]).toEqual([141, '']);
  });

  it('tells how far it is when it takes long, and ends with 130 on Ctrl-C', async () => {
    const given = [0, 1, 2].map((c) => ({
      event: 'CourseDefined',
      data: { courseId: `c${c}`, capacity: 3 },
    }));
    const commands = Array.from({ length: 12 }, (_, index) => ({
      command: 'Subscribe',
      data: { studentId: `s${index}`, courseId: `c${index % 3}` },
    }));
    const input = JSON.stringify({ ...COURSES, races: [{ name: 'Crowd', given, commands, attempts: 9 }] });
    const { code, err } = await start(['check', '-', '--strategy', 'tag-condition'], {
      input,
      act: (child) => child.stderr?.once('data', () => child.kill('SIGINT')),
    });
    expect(err).toMatch(/^Crowd, Tags \(condition\): [\d,]+ states found, [\d,]+ still to look at\n/);
    expect(code).toBe(130);
  });
});
