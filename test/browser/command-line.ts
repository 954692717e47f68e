import { spawnSync } from 'node:child_process';
import type { Exploration } from '../../src/exploration/result.ts';

/** What the command line says about a race, by strategy. */
export interface CheckedRace {
  readonly name: string;
  /** As it is printed for people: “4 of 6 schedules miss a conflict | 67 % | 50 %”. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  /** As the page's table of numbers has them, from the JSON that is printed for programs. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const NAMES: Readonly<Record<string, string>> = {
  unguarded: 'No guard',
  'log-version': 'One log (version)',
  'log-lock': 'One log (lock)',
  'stream-version': 'Streams (version)',
  'stream-saga': 'Streams (saga)',
  'tag-condition': 'Tags (condition)',
  'tag-lock': 'Tags (lock)',
};

/** Runs `ambit check` on a model, once for people and once for programs. */
export function checkByCommandLine(model: string): readonly CheckedRace[] {
  const text = run('check', model, []);
  const { races } = JSON.parse(run('check', model, ['--json'])) as {
    readonly races: readonly { readonly name: string; readonly strategies: Record<string, Exploration> }[];
  };
  return races.map(({ name, strategies }) => ({
    name,
    lines: readLines(text, name),
    numbers: sayNumbers(strategies),
  }));
}

function run(command: 'check' | 'matrix' | 'measure', input: string, options: readonly string[]): string {
  const args = ['--import', 'tsx', 'src/cli/main.ts', command, '-', ...options];
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    input,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 28,
  });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

/** Runs `ambit measure` on a log, and returns what it prints for programs. */
export function measureByCommandLine(log: string, ...options: readonly string[]): unknown {
  return JSON.parse(run('measure', log, [...options, '--json']));
}

/** What the command line says about a pair of commands: when they collide, and all that each strategy does there. */
export interface SearchedPair {
  readonly commands: readonly [string, string];
  readonly summary: string;
  /** As the page says it: “safe” only where nothing else is. */
  readonly found: Readonly<Record<string, readonly string[]>>;
}

/** Runs `ambit matrix` on a model. */
export function searchByCommandLine(model: string): readonly SearchedPair[] {
  const { cells } = JSON.parse(run('matrix', model, ['--json'])) as {
    readonly cells: readonly (Omit<SearchedPair, 'found'> & {
      readonly patterns: readonly { readonly strategies: Record<string, object> }[];
    })[];
  };
  return cells.map(({ commands, summary, patterns }) => ({
    commands,
    summary,
    found: Object.fromEntries(
      Object.entries(NAMES).map(([id, name]) => [
        name,
        sayFound(new Set(patterns.flatMap(({ strategies }) => Object.keys(strategies[id] ?? {})))),
      ]),
    ),
  }));
}

/** In the order of the page, the worst first. */
function sayFound(keys: ReadonlySet<string>): readonly string[] {
  const words = { ...FOUND, ...WAITS, safe: 'safe' };
  const found = Object.entries(words).flatMap(([key, word]) => (keys.has(key) ? [word] : []));
  return found.length > 1 ? found.filter((word) => word !== 'safe') : found;
}

const FOUND = {
  missedConflict: 'missed conflict',
  tolerated: 'tolerated conflict',
  conflict: 'conflict',
  falseConflict: 'false conflict',
} as const;

/** The table under a race's name. */
function readLines(text: string, race: string): CheckedRace['lines'] {
  const [, section = ''] = text.split(`\n${race}\n`);
  const lines: Record<string, string[]> = {};
  let strategy = '';
  for (const line of section.split(/\n\n\S/)[0]?.split('\n') ?? []) {
    const [, name, said, share, chance] =
      /^ {2}(\S.*?)? {2,}\S (\S.*?) {2,}(\S+ %) +(\S+ %)$/.exec(line) ?? [];
    if (said === undefined) continue;
    strategy = name ?? strategy;
    lines[strategy] = [...(lines[strategy] ?? []), `${said} | ${share} | ${chance}`];
  }
  return lines;
}

const APPENDS = {
  safe: 'safe',
  missedConflict: 'missed conflict',
  tolerated: 'tolerated conflict',
  conflict: 'conflict',
  falseConflict: 'false conflict',
} as const;
const WAITS = { neededWait: 'needed wait', needlessWait: 'needless wait' } as const;
const ENDS = {
  accepted: 'accepted',
  rejected: 'rejected',
  conflict: 'stopped',
  partial: 'half written',
  error: 'error',
} as const;

/** The numbers under the page's headings. Columns that have nothing under any strategy are not there. */
function sayNumbers(strategies: Record<string, Exploration>): CheckedRace['numbers'] {
  const all = Object.entries(strategies).map(([id, result]) => [NAMES[id] ?? id, sayResult(result)] as const);
  const isShown = (column: string) =>
    /precision|recall/.test(column) || all.some(([, numbers]) => numbers[column] !== '0');
  return Object.fromEntries(
    all.map(([name, numbers]) => [
      name,
      Object.fromEntries(Object.entries(numbers).filter(([column]) => isShown(column))),
    ]),
  );
}

function sayResult({ verdicts, violations, outcomes, precision, recall, schedules }: Exploration) {
  const numbers: Record<string, string> = {};
  const put = (group: string, column: string, count: string | undefined) => {
    numbers[`${group}: ${column}`] = (count ?? '0').replace(/\B(?=(\d{3})+$)/g, ',');
  };
  const total = (counts: readonly (string | undefined)[]) =>
    String(counts.reduce((sum, count) => sum + BigInt(count ?? '0'), 0n));
  const appends = 'Appends, over all schedules';
  const keys = Object.keys(APPENDS) as (keyof typeof APPENDS)[];
  for (const key of keys) put(appends, APPENDS[key], verdicts[key]?.occurrences);
  put(appends, 'in all', total(keys.map((key) => verdicts[key]?.occurrences)));
  numbers[`${appends}: precision`] = precision === null ? '–' : `${Math.round(precision * 100)} %`;
  numbers[`${appends}: recall`] = recall === null ? '–' : `${Math.round(recall * 100)} %`;
  for (const key of Object.keys(WAITS) as (keyof typeof WAITS)[]) {
    put('Waits, over all schedules', WAITS[key], verdicts[key]?.occurrences);
  }
  put('Schedules', 'broken rule', violations);
  put('Schedules', 'in all', schedules);
  const ends = 'How command runs end, over all schedules';
  for (const key of Object.keys(ENDS) as (keyof typeof ENDS)[]) put(ends, ENDS[key], outcomes[key]);
  put(ends, 'in all', total(Object.values(outcomes)));
  return numbers;
}
