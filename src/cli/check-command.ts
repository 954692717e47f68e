import type { CheckedRace } from '../exploration/checked-race.ts';
import { type FindingKey, findingsOf } from '../exploration/findings.ts';
import type { StrategyId } from '../strategies/program.ts';
import { reportAsJson } from './check-json.ts';
import { checkExamplesOf, checkRacesOf } from './check-model-file.ts';
import { type Choice, chooseName } from './choose-name.ts';
import { EXIT, type ExitCode, worstOf } from './exit-code.ts';
import { findFailures } from './fail-on.ts';
import type { Io } from './io.ts';
import { hasErrors, type LoadedModel, loadModel } from './load-model.ts';
import { printJson, printLines } from './print.ts';
import { reportDiagnostics } from './report/diagnostic-report.ts';
import { reportExamples } from './report/example-report.ts';
import { drawLegend } from './report/legend.ts';
import { sayOtherMarks } from './report/marks-table.ts';
import { drawOverview } from './report/overview.ts';
import { makePaint } from './report/paint.ts';
import { reportRace } from './report/race-report.ts';
import { suggestExplain } from './report/suggest-explain.ts';

export interface CheckOptions {
  readonly files: readonly string[];
  /** Names of races; all races when there are none. */
  readonly races: readonly string[];
  readonly strategies: readonly StrategyId[];
  readonly failOn: readonly FindingKey[];
  readonly json: boolean;
  readonly more: boolean;
  readonly notes: boolean;
}

/** `ambit check`: diagnostics, examples and races of each file. The answer is the worst of all files. */
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const files: LoadedModel[] = [];
  for (const path of options.files) files.push(await loadModel(path, io));
  const races = chooseRaces(options.races, files);
  const codes: ExitCode[] = [];
  const all: CheckedRace[] = [];
  for (const [index, file] of files.entries()) {
    if (index > 0 && !options.json) printLines(io, ['']);
    const checked = await checkFile(file, { ...options, races }, io);
    all.push(...checked.races);
    codes.push(checked.code);
  }
  if (!options.json) printClosing(files, all, options, io);
  return worstOf(codes);
}

/** The names of the chosen races as the files have them; throws a usage error for one that no file has. */
function chooseRaces(wanted: readonly string[], files: readonly LoadedModel[]): readonly string[] {
  const known = new Set(
    files.flatMap(({ compiled }) => (compiled?.model.races ?? []).map(({ name }) => name)),
  );
  // Where nothing can be used, that is what has to be told.
  if (files.every(({ compiled }) => compiled === null)) return wanted;
  const choices: readonly Choice<string>[] = [...known].map((name) => ({ value: name, names: [name] }));
  return wanted.map((name) => chooseName('race', name, choices));
}

async function checkFile(
  file: LoadedModel,
  options: CheckOptions,
  io: Io,
): Promise<{ readonly code: ExitCode; readonly races: readonly CheckedRace[] }> {
  const examples = checkExamplesOf(file);
  const races: CheckedRace[] = [];
  const layout = { ...options, columns: io.columns, paint: makePaint(io) };
  if (!options.json) {
    printLines(io, [
      headFile(file, layout.paint),
      ...reportDiagnostics(file.diagnostics, { ...layout, document: file.document }),
      ...(file.compiled === null ? [] : reportExamples(examples, layout)),
    ]);
  }
  for await (const race of checkRacesOf(file, options, io)) {
    races.push(race);
    if (!options.json) printLines(io, ['', ...reportRace(race, layout)]);
  }
  const failures = findFailures(races, options.failOn);
  if (options.json) printJson(io, reportAsJson(file, examples, races));
  else {
    if (races.length > 1)
      printLines(io, ['', layout.paint.bold('All races in short'), ...drawOverview(races, layout)]);
    if (failures.length > 0)
      printLines(io, ['', ...failures.map((failure) => `  ${layout.paint.red('✗')} ${failure}`)]);
  }
  const isFailed = failures.length > 0 || examples.some(({ passed }) => !passed);
  const code = hasErrors(file) ? EXIT.unusable : isFailed ? EXIT.failed : EXIT.fine;
  return { code, races };
}

function headFile({ path, compiled }: LoadedModel, paint: ReturnType<typeof makePaint>): string {
  const where = path === '-' ? 'standard input' : path;
  return compiled === null ? paint.bold(where) : `${paint.bold(compiled.model.name)}  ${paint.dim(where)}`;
}

const WORDS = [
  'A schedule is one order in which the steps of the commands can happen. Share is how many of all schedules; by chance is how likely it is when each next step is picked blindly.',
];
const WORDS_OF_OVERVIEW = ['Several marks in one place: all of these occur, in different schedules.'];
const WORDS_OF_MORE = [
  'Precision: how many of all stops were right. Recall: how many of all conflicts were stopped. – where there was none to count. A command run is one command in one schedule.',
];

/** What the marks mean, and where to go from here. */
function printClosing(
  files: readonly LoadedModel[],
  races: readonly CheckedRace[],
  options: CheckOptions,
  io: Io,
): void {
  if (races.length === 0) return;
  const results = races.flatMap((race) => race.results.map(({ result }) => result));
  const found = results.map((result) => ('unavailable' in result ? null : findingsOf(result)));
  const used = new Set(found.flatMap((keys) => keys ?? []));
  const words = [
    ...WORDS,
    ...(races.length > 1 ? [...WORDS_OF_OVERVIEW, ...sayOtherMarks(found)] : []),
    ...(options.more ? WORDS_OF_MORE : []),
  ];
  printLines(io, ['', ...drawLegend(used, words, { columns: io.columns, paint: makePaint(io) })]);
  const [file] = files;
  if (file === undefined || files.length > 1 || file.path === '-') return;
  const suggestion = suggestExplain(file.path, races, io.program);
  if (suggestion !== null) printLines(io, ['', 'See how it happens, step by step:', `  ${suggestion}`]);
}
