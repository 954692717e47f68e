import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SWEEP_NAMES } from '../workload/sweep-parameters.ts';
import { exportAsyncApi } from './asyncapi-command.ts';
import { check } from './check-command.ts';
import {
  chooseFailOn,
  chooseVerdict,
  chooseWitness,
  FAIL_ON_NAMES,
  VERDICT_NAMES,
  WITNESS_NAMES,
} from './choose-finding.ts';
import { chooseStrategies, chooseStrategy, listStrategies } from './choose-strategies.ts';
import type { ExitCode } from './exit-code.ts';
import { explain } from './explain-command.ts';
import { find } from './find-command.ts';
import { format } from './format-command.ts';
import { FORMAT_NAMES, importFiles } from './import-command.ts';
import { insights } from './insights-command.ts';
import type { Io } from './io.ts';
import { load } from './load-command.ts';
import { matrix } from './matrix-command.ts';
import { measure, parseWindow } from './measure-command.ts';
import { replay } from './replay-command.ts';
import { run } from './run-command.ts';
import { printSchema } from './schema-command.ts';
import { UsageError } from './usage-error.ts';

type Report = (answer: ExitCode) => void;

/** All commands with their options and help; each reports what the program is to answer. */
export function buildProgram(io: Io, report: Report): Command {
  const program = new Command('ambit')
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'ambit: ')),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .addHelpText('after', PROGRAM_HELP);
  addCheck(program, io, report);
  addExplain(program, io, report);
  addMatrix(program, io, report);
  addFind(program, io, report);
  addRun(program, io, report);
  addLoad(program, io, report);
  addReplay(program, io, report);
  addMeasure(program, io, report);
  addInsights(program, io, report);
  addAsyncApi(program, io, report);
  addImport(program, io, report);
  addFormat(program, io, report);
  addSchema(program, io, report);
  return program;
}

const FILES = 'model files; - is standard input';
const FILE = 'a model file; - is standard input';

const PROGRAM_HELP = `
Exit codes:
  0  fine
  1  an example fails, a verdict of --fail-on occurs, or an event does not fit
  2  unusable input or usage; also when a part of a file cannot be used

Examples:
  ambit check public/models/course-subscriptions.ambit.json
  ambit help check`;

function addCheck(program: Command, io: Io, report: Report): void {
  program
    .command('check')
    .summary('diagnostics, examples and races of models')
    .description(
      'Checks models, runs their examples, and explores every schedule of their races under each strategy.',
    )
    .argument('<files...>', FILES)
    .option('--race <name>', 'only this race (may be repeated)', (name: string, names: string[] = []) => [
      ...names,
      name,
    ])
    .option('--strategy <names>', 'only these strategies, separated by commas', chooseStrategies)
    .option('--fail-on <verdicts>', 'exit 1 when one of these occurs, separated by commas', chooseFailOn)
    .option('--more', 'also precision, recall and how the command runs end')
    .option('--notes', 'show the notes of a model, not only their number')
    .option('--json', 'print one line of JSON for each file')
    .addHelpText(
      'after',
      `
Strategies (a race that cannot be run under one of them is told, and is no failure):
${listStrategies()}

Verdicts for --fail-on:
  ${FAIL_ON_NAMES}

Examples:
  ambit check public/models/*.ambit.json
  ambit check board.ambit.json --race "The last seat" --strategy stream-version,tag-condition
  ambit check board.ambit.json --strategy tag-condition --fail-on missed,violation
  cat board.ambit.json | ambit check - --json`,
    )
    .action(async (files: string[], options: CheckFlags) => {
      const { race, strategy, failOn, ...rest } = options;
      const strategies = strategy ?? chooseStrategies(undefined);
      const chosen = { files, races: race ?? [], strategies, failOn: failOn ?? [] };
      report(await check({ more: false, notes: false, json: false, ...chosen, ...rest }, io));
    });
}

interface CheckFlags {
  readonly race?: readonly string[];
  readonly strategy?: ReturnType<typeof chooseStrategies>;
  readonly failOn?: ReturnType<typeof chooseFailOn>;
  readonly more?: true;
  readonly notes?: true;
  readonly json?: true;
}

function addExplain(program: Command, io: Io, report: Report): void {
  program
    .command('explain')
    .summary('a schedule that shows a verdict, told step by step')
    .description('Tells a shortest schedule that shows a verdict or an outcome, step by step.')
    .argument('<file>', FILE)
    .requiredOption('--race <name>', 'the race')
    .requiredOption('--strategy <name>', 'the strategy', chooseStrategy)
    .requiredOption('--verdict <name>', 'what the schedule is to show', chooseWitness)
    .option('--json', 'print the schedule as one line of JSON')
    .addHelpText(
      'after',
      `
Strategies:
${listStrategies()}

Verdicts, outcomes and the like for --verdict:
  ${WITNESS_NAMES}

Examples:
  ambit explain board.ambit.json --race "The last seat" --strategy unguarded --verdict violation
  ambit explain board.ambit.json --race "The last seat" --strategy tag-condition --verdict conflict`,
    )
    .action(async (file: string, options: ExplainFlags) => {
      const { verdict, ...rest } = options;
      report(await explain({ file, shows: verdict, json: false, ...rest }, io));
    });
}

interface ExplainFlags {
  readonly race: string;
  readonly strategy: ReturnType<typeof chooseStrategy>;
  readonly verdict: ReturnType<typeof chooseWitness>;
  readonly json?: true;
}

function addMatrix(program: Command, io: Io, report: Report): void {
  program
    .command('matrix')
    .summary('which pairs of commands collide, and how each strategy judges it')
    .description(
      'Searches small pasts for what can happen between each two commands, and says when they collide and how each strategy judges it.',
    )
    .argument('<file>', FILE)
    .option('--past <steps>', 'the longest past to try', parseSteps)
    .option('--json', 'print the matrix as one line of JSON')
    .addHelpText(
      'after',
      `
Examples:
  ambit matrix board.ambit.json
  ambit matrix board.ambit.json --past 3 --json`,
    )
    .action(async (file: string, options: SearchFlags) =>
      report(await matrix({ file, json: false, ...options }, io)),
    );
}

interface SearchFlags {
  readonly past?: number;
  readonly json?: true;
}

function addFind(program: Command, io: Io, report: Report): void {
  program
    .command('find')
    .summary('races that show a verdict under a strategy')
    .description(
      'Searches small pasts and two commands for which a strategy gives a verdict: one race for each way in which they can have something in common.',
    )
    .argument('<file>', FILE)
    .requiredOption('--strategy <name>', 'the strategy', chooseStrategy)
    .requiredOption('--verdict <name>', 'the verdict', chooseVerdict)
    .option('--past <steps>', 'the longest past to try', parseSteps)
    .option('--json', 'print what was found as one line of JSON; each race can be put under "races"')
    .addHelpText(
      'after',
      `
Strategies:
${listStrategies()}

Verdicts:
  ${VERDICT_NAMES}

Examples:
  ambit find board.ambit.json --strategy stream-version --verdict missed
  ambit find board.ambit.json --strategy tag-condition --verdict false --past 4`,
    )
    .action(async (file: string, options: FindFlags) =>
      report(await find({ file, json: false, ...options }, io)),
    );
}

interface FindFlags extends SearchFlags {
  readonly strategy: ReturnType<typeof chooseStrategy>;
  readonly verdict: ReturnType<typeof chooseVerdict>;
}

function parseSteps(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError(`--past takes a whole number of steps, such as 4, and not “${text}”.`);
}

function addRun(program: Command, io: Io, report: Report): void {
  program
    .command('run')
    .summary('a race run for real, many times, beside what exploring it says')
    .description(
      'Runs a race freely on an event store in memory, many times: commands start and think at random, and each append is judged by what the store did. Equal seeds give equal runs.',
    )
    .argument('<file>', FILE)
    .requiredOption('--race <name>', 'the race')
    .requiredOption('--strategy <name>', 'the strategy', chooseStrategy)
    .option('--times <count>', 'how many runs', parseTimes, 100)
    .option('--seed <number>', 'what the random pauses start from', parseSeed, 1)
    .option('--json', 'print what the runs showed as one line of JSON')
    .addHelpText(
      'after',
      `
Strategies:
${listStrategies()}

Examples:
  ambit run board.ambit.json --race "The last seat" --strategy tag-condition
  ambit run board.ambit.json --race "The last seat" --strategy unguarded --times 1000 --seed 7 --json`,
    )
    .action(async (file: string, options: RunFlags) =>
      report(await run({ file, json: false, ...options }, io)),
    );
}

interface RunFlags {
  readonly race: string;
  readonly strategy: ReturnType<typeof chooseStrategy>;
  readonly times: number;
  readonly seed: number;
  readonly json?: true;
}

function parseTimes(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(
    `--times takes a whole number of runs from 1 to 99999, such as 100, and not “${text}”.`,
  );
}

function parseSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--seed takes a whole number of up to 9 digits, such as 1, and not “${text}”.`);
}

function addLoad(program: Command, io: Io, report: Report): void {
  program
    .command('load')
    .summary('many commands at once: how each boundary behaves when it gets busy')
    .description(
      'Simulates a workload of the model on a clock of its own, under each strategy on the same arrivals. Without a workload in the model, a usual one is made from the model alone. Equal seeds give equal results.',
    )
    .argument('<file>', FILE)
    .option('--workload <name>', 'the workload; the first one when left out')
    .option('--strategy <names>', 'only these strategies, such as tag-condition,tag-lock', chooseStrategies)
    .option('--sweep <range>', 'one parameter at several values, such as rate=1..100')
    .option('--seed <number>', 'what chance starts from', parseSeed, 1)
    .option('--replications <count>', 'independent runs, for confidence intervals', parseReplications, 5)
    .option('--json', 'print all results as one line of JSON')
    .addHelpText(
      'after',
      `
Strategies:
${listStrategies()}

Sweeps: rate=1..100 takes 7 values in equal proportion (evenly where it begins at 0, and for zipf),
rate=1..100/12 twelve, rate=1,5,20 these. What can be swept (TAG is a tag of the model):
  ${SWEEP_NAMES}

Examples:
  ambit load board.ambit.json
  ambit load board.ambit.json --sweep rate=1..100
  ambit load board.ambit.json --sweep count.course=1,2,4,8 --strategy tag-condition,tag-lock
  ambit load board.ambit.json --workload "A busy morning" --strategy stream-version,tag-condition --json`,
    )
    .action(async (file: string, { strategy, ...options }: LoadFlags) =>
      report(
        await load(
          { file, json: false, strategies: strategy ?? chooseStrategies(undefined), ...options },
          io,
        ),
      ),
    );
}

interface LoadFlags {
  readonly workload?: string;
  readonly sweep?: string;
  readonly strategy?: ReturnType<typeof chooseStrategies>;
  readonly seed: number;
  readonly replications: number;
  readonly json?: true;
}

function parseReplications(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`--replications takes a whole number from 1 to 999, such as 5, and not “${text}”.`);
}

function addReplay(program: Command, io: Io, report: Report): void {
  program
    .command('replay')
    .summary('whether every event of a log still fits a model')
    .description(
      'Replays a log under a model as it is today: types, fields, tags, and every fold of constraints and read models. Says which events no longer fit, the first one first, and exits 1 when there is one.',
    )
    .argument('<file>', FILE)
    .requiredOption(
      '--log <file>',
      'the archive of a store, an event on each line, or a log of another system as import takes it',
    )
    .option('--mapping <file>', 'the mapping of such a log, as import --show-mapping prints it')
    .option('--migrations', 'also what the migrations of the model would do to the log')
    .option('--json', 'print the report as one line of JSON')
    .addHelpText(
      'after',
      `
Examples:
  ambit replay board.ambit.json --log board.events.ndjson
  ambit replay board.ambit.json --log board.events.ndjson --migrations --json
  ambit import log.jsonocel > first.ambit.json && ambit replay first.ambit.json --log log.jsonocel`,
    )
    .action(
      async (file: string, options: { log: string; mapping?: string; migrations?: true; json?: true }) =>
        report(await replay({ file, migrations: false, json: false, ...options }, io)),
    );
}

const LOG = 'a log: OCEL (JSON), XES, CSV, NDJSON or CloudEvents, also gzipped; - is standard input';

function addMeasure(program: Command, io: Io, report: Report): void {
  program
    .command('measure')
    .summary('the contention of a log: how often its appends would have collided')
    .description(
      'Counts for each append of a log whether another one wrote into its boundary since it read, one window before: under one log, streams of a concept, and tags.',
    )
    .argument('<log>', LOG)
    .option('--window <length>', 'between read and append (may be repeated)', collectWindows)
    .option('--concept <name>', 'streams are the values of this concept; else one is chosen')
    .option('--without-actors <pattern>', 'leave out what they did; * is anything (may be repeated)', collect)
    .option('--without-concepts <pattern>', 'leave out these tags, such as hubs (may be repeated)', collect)
    .option('--no-collapse', 'each event is an append of its own')
    .option('--model <file>', 'take the boundaries of the commands of this model, and decide again')
    .option('--json', 'print everything as one line of JSON')
    .addHelpText(
      'after',
      `
Examples:
  ambit measure log.jsonocel
  ambit measure log.jsonocel --window 10s --window 1min --concept issue --without-concepts repo
  ambit measure log.ndjson.gz --without-actors "*bot*" --json
  ambit measure log.csv --model board.ambit.json`,
    )
    .action(async (file: string, { window, ...options }: MeasureFlags) => {
      const windows = window ?? USUAL_WINDOWS;
      const { withoutActors = [], withoutConcepts = [], ...rest } = options;
      report(await measure({ file, json: false, windows, withoutActors, withoutConcepts, ...rest }, io));
    });
}

const USUAL_WINDOWS = [1000, 10_000, 60_000, 600_000, 3_600_000];

interface MeasureFlags {
  readonly window?: readonly number[];
  readonly concept?: string;
  readonly withoutActors?: readonly string[];
  readonly withoutConcepts?: readonly string[];
  readonly collapse: boolean;
  readonly model?: string;
  readonly json?: true;
}

function collectWindows(text: string, windows: readonly number[] = []): readonly number[] {
  return [...windows, parseWindow(text)];
}

function collect(text: string, texts: readonly string[] = []): readonly string[] {
  return [...texts, text];
}

function addInsights(program: Command, io: Io, report: Report): void {
  program
    .command('insights')
    .summary('what a log shows about the system behind it')
    .description(
      'Looks for what a log shows beyond chance: facts written down twice, usual ways and detours, streams that never end, concepts that belong together, hot spots, who does what and when.',
    )
    .argument('<log>', LOG)
    .option('--json', 'print everything as one line of JSON')
    .addHelpText(
      'after',
      `
Examples:
  ambit insights log.jsonocel
  ambit insights log.ndjson.gz --json`,
    )
    .action(async (file: string, options: { json?: true }) => {
      report(await insights({ file, json: options.json ?? false }, io));
    });
}

interface ImportFlags {
  readonly from?: string;
  readonly mapping?: string;
  readonly showMapping?: true;
  readonly name?: string;
}

function addAsyncApi(program: Command, io: Io, report: Report): void {
  program
    .command('asyncapi')
    .summary('the published interface of a model as an AsyncAPI document')
    .description(
      'Prints the events that are marked "outside", by context, as an AsyncAPI 3.0 document with their JSON Schemas. With --against it says instead which changes break what that document promised, and exits 1 when there is one.',
    )
    .argument('<file>', FILE)
    .option('--against <file>', 'an AsyncAPI document that was exported before')
    .addHelpText(
      'after',
      `
Examples:
  ambit asyncapi board.ambit.json > board.asyncapi.json
  ambit asyncapi board.ambit.json --against board.asyncapi.json`,
    )
    .action(async (file: string, options: { against?: string }) =>
      report(await exportAsyncApi({ file, ...options }, io)),
    );
}

function addImport(program: Command, io: Io, report: Report): void {
  program
    .command('import')
    .summary('make a model of documents in another format, or of a log')
    .description(
      'Prints a model made of documents in another format, of which several are one chain, in order; or a first model of a log of events (OCEL, XES, CSV, NDJSON, also gzipped): its types with fields and tags. What cannot be imported is told on standard error.',
    )
    .argument('<files...>', 'documents, or a log; - is standard input')
    .option('--from <format>', `the format they are in (${FORMAT_NAMES}); as the file looks when left out`)
    .option('--mapping <file>', 'of a log: which fields are what, as --show-mapping prints it')
    .option('--show-mapping', 'of a log: print which fields are taken for what')
    .option('--name <name>', 'of a log: what the model is called')
    .addHelpText(
      'after',
      `
Examples:
  ambit import course.dcb.json > course.ambit.json
  ambit import step-1.dcb.json step-2.dcb.json | ambit check -
  ambit import issues.jsonocel > issues.ambit.json
  ambit import events.csv --show-mapping > mapping.json`,
    )
    .action(async (files: string[], options: ImportFlags) => {
      const { from, mapping, showMapping = false, name } = options;
      report(await importFiles({ files, from, mapping, showMapping, name }, io));
    });
}

function addFormat(program: Command, io: Io, report: Report): void {
  program
    .command('format')
    .summary('rewrite models in canonical form')
    .description(
      'Rewrites model files in canonical form, with everything in them. With - from standard input to standard output.',
    )
    .argument('<files...>', FILES)
    .option('--check', 'change nothing, and exit 1 when a file would change')
    .addHelpText(
      'after',
      `
Examples:
  ambit format board.ambit.json
  ambit format --check public/models/*.ambit.json
  ambit format - < board.ambit.json`,
    )
    .action(async (files: string[], options: { check?: true }) => {
      report(await format({ files, check: options.check ?? false }, io));
    });
}

function addSchema(program: Command, io: Io, report: Report): void {
  program
    .command('schema')
    .summary('print the JSON Schema of models')
    .description('Prints the JSON Schema (draft 2020-12) of a model document.')
    .addHelpText(
      'after',
      `
Examples:
  ambit schema > ambit-1.0.schema.json`,
    )
    .action(() => report(printSchema(io)));
}
