import type { JsonObject } from '../../lib/json.ts';
import type { Example, ExpectedOutcome, GivenEvent } from '../../model/schema.ts';
import type { BuiltCommand } from './commands.ts';
import type { RecordedEvent, TestCase } from './document.ts';
import { matchesMessage } from './match-message.ts';
import { AGE_SECONDS, type AgesByEvent } from './projections.ts';
import { type Located, type Place, placeIn, type Report } from './report.ts';
import type { AgeComparison } from './scope.ts';
import { expectedEventsOf } from './vocabulary.ts';

/** When the commands of examples with ages run: the time that events without one have (D9). */
const NOW = '2000-01-01T00:00:00Z';
const CENTURY_IN_SECONDS = 100 * 366 * 86_400;

/** A test case as an example: ages become times before a fixed `now`, an expected error the constraint with that message. */
export function buildExample(
  { value: test, ...place }: Located<TestCase>,
  commands: ReadonlyMap<string, BuiltCommand>,
  ages: AgesByEvent,
  report: Report,
): Example {
  const given = (test.givenEvents ?? []).map((event, index) =>
    buildGiven(event, ages, placeIn(place, 'givenEvents', index), report),
  );
  const hasTimes = given.some(({ time }) => time !== undefined);
  const { type, data } = test.whenCommand;
  const outcome = buildOutcome(test, commands.get(type), place, report);
  return {
    name: test.description,
    ...(given.length > 0 && { given }),
    when: { command: type, data: data ?? {}, ...(hasTimes && { now: NOW }) },
    // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
    ...(outcome && { then: outcome }),
  };
}

function buildGiven(
  { type, data, metadata }: RecordedEvent,
  ages: AgesByEvent,
  place: Place,
  report: Report,
): GivenEvent {
  const stated = ageOf(metadata ?? {}, place, report);
  const age = stated ?? ageWithoutMetadata(ages.get(type) ?? []);
  return { event: type, data: data ?? {}, ...(age !== undefined && { time: timeBefore(age) }) };
}

function ageOf(metadata: JsonObject, place: Place, report: Report): number | undefined {
  for (const [name, seconds] of AGE_SECONDS) {
    if (!Object.hasOwn(metadata, name)) continue;
    const value = metadata[name];
    const age = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value) * seconds;
    if (Math.abs(age) <= CENTURY_IN_SECONDS) return age;
    const message = `"${name}" must be a number, of at most a hundred years: the event gets no time.`;
    report.add(placeIn(place, 'metadata', name), 'warning', 'dcb-age', message);
  }
  return undefined;
}

/** JavaScript finds every comparison with a missing age false: an event that is only asked whether it is young enough is an old one. */
function ageWithoutMetadata(comparisons: readonly AgeComparison[]): number | undefined {
  if (comparisons.length === 0 || comparisons.some(({ operator }) => operator.startsWith('>')))
    return undefined;
  const age = comparisons.reduce((oldest, { seconds }) => Math.max(oldest, seconds), 0) + 60;
  return age <= CENTURY_IN_SECONDS ? age : undefined;
}

function timeBefore(seconds: number): string {
  return new Date(Date.parse(NOW) - Math.round(seconds * 1000)).toISOString().replace('.000Z', 'Z');
}

function buildOutcome(
  test: TestCase,
  command: BuiltCommand | undefined,
  place: Place,
  report: Report,
): ExpectedOutcome | undefined {
  const error = test.thenExpectedError;
  if (typeof error !== 'string') {
    const events = expectedEventsOf(test);
    if (events) return { events: events.map(({ type, data }) => ({ event: type, data: data ?? {} })) };
    report.add(
      place,
      'warning',
      'dcb-no-expectation',
      `The case “${test.description}” expects nothing: it has no "then".`,
    );
    return undefined;
  }
  const matches = (command?.errors ?? []).filter(({ template }) =>
    matchesMessage(template, error, test.whenCommand.data ?? {}),
  );
  const [constraint, ...others] = new Set(matches.map((match) => match.constraint));
  if (constraint !== undefined && others.length === 0) return { rejected: [constraint] };
  const count = constraint === undefined ? 'No check' : 'More than one check';
  const message = `${count} of "${test.whenCommand.type}" gives the error “${error}”: the example only expects a rejection.`;
  report.add(placeIn(place, 'thenExpectedError'), 'warning', 'dcb-unmatched-error', message);
  return { rejected: [] };
}
