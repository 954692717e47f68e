import type { AppendResult, Position, StoredEvent } from '../../src/event-store/port.ts';
import { makeAttachment } from './attachments.ts';
import type { Differences } from './differences.ts';
import type { Handles } from './handles.ts';
import { type KnownLog, listAll } from './known-log.ts';
import type { Race, VectorCondition, Writer } from './vector.ts';

interface Finish {
  readonly writer: Writer;
  readonly result: AppendResult;
}

/** Lets all writers append at once, then checks who won, and that the log bears out each result. */
export async function runRace(
  race: Race,
  handles: Handles,
  known: KnownLog,
  differences: Differences,
): Promise<void> {
  const finishes = await Promise.all(
    race.writers.map(async (writer, i): Promise<Finish> => {
      const store = handles[i % handles.length] ?? handles[0];
      const condition = known.resolveCondition(writer.condition);
      const attachment = writer.beside && makeAttachment(writer.beside);
      return { writer, result: await store.append(writer.events, condition, attachment) };
    }),
  );
  const won = finishes.filter(({ result }) => result.kind === 'appended').map(({ writer }) => writer.name);
  compareWinners(race.winners, won, differences);
  const log = await listAll(handles[0].read('all'));
  for (const finish of finishes) checkFinish(finish, log, known, differences.at(finish.writer.name));
}

function compareWinners(expected: Race['winners'], won: readonly string[], differences: Differences): void {
  if (typeof expected === 'number') {
    differences.compare('the number of winners', won.length, expected);
    return;
  }
  const text = [...won].sort().join(', ');
  const allowed = expected.map((names) => [...names].sort().join(', '));
  if (!allowed.includes(text)) differences.add(`${text} won; expected was ${allowed.join(', or ')}`);
}

function checkFinish(
  { writer, result }: Finish,
  log: readonly StoredEvent[],
  known: KnownLog,
  differences: Differences,
): void {
  const ids = writer.events.map(({ id }) => id);
  const inLog = log.filter(({ id }) => ids.includes(id));
  if (result.kind !== 'appended') {
    if (inLog.length > 0) differences.add('lost and is in the log');
    if (result.kind === 'conflict') checkConflict(result.matching, result.after, log, differences);
    return;
  }
  const positions = inLog.map(({ position }) => position);
  differences.compare('its positions', positions, result.positions);
  const [first = 0, last = 0] = [positions[0], positions.at(-1)];
  const between = log.filter(({ position }) => position >= first && position <= last).length;
  if (between !== ids.length) differences.add('another append stands between its events');
  checkGuard(writer.condition, first, log, known, differences);
}

/** A winner's condition must have held where it stands: nothing matches between the position it read at and its own. */
function checkGuard(
  condition: VectorCondition | undefined,
  first: Position,
  log: readonly StoredEvent[],
  known: KnownLog,
  differences: Differences,
): void {
  if (condition === undefined || 'streams' in condition) return;
  const after = known.resolve(condition.after);
  const { query } = condition;
  const missed = log.filter(
    (event) =>
      event.position > after &&
      event.position < first &&
      (query === 'all' || query.items.some((item) => fits(event, item))),
  );
  if (missed.length > 0) differences.add(`won in spite of ${missed.map(({ id }) => id).join(', ')}`);
}

/** What a query means, told once more and apart from the product. */
function fits(event: StoredEvent, item: { readonly types: string[]; readonly tags: string[] }): boolean {
  const carried = new Set(event.tags);
  return (
    (item.types.length === 0 || item.types.includes(event.type)) && item.tags.every((t) => carried.has(t))
  );
}

function checkConflict(
  matching: readonly StoredEvent[],
  after: Position,
  log: readonly StoredEvent[],
  differences: Differences,
): void {
  if (matching.length === 0) differences.add('lost to nothing');
  for (const { id, position } of matching) {
    if (position <= after) differences.add(`lost to ${id}, which it had seen`);
    if (!log.some((event) => event.id === id)) differences.add(`lost to ${id}, which is not in the log`);
  }
}
