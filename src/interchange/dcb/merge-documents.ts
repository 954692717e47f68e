import type { CommandDefinition, CommandHandler, EventDefinition, Projection, TestCase } from './document.ts';
import type { DcbDocument } from './parse-document.ts';
import type { Located, Report } from './report.ts';

/** All definitions of a chain of documents: by name, a later document's replaces an earlier one's. */
export interface Definitions {
  readonly ids: readonly string[];
  readonly events: ReadonlyMap<string, Located<EventDefinition>>;
  readonly commands: ReadonlyMap<string, Located<CommandDefinition>>;
  readonly projections: ReadonlyMap<string, Located<Projection>>;
  readonly handlers: ReadonlyMap<string, Located<CommandHandler>>;
  readonly testCases: readonly Located<TestCase>[];
}

/** Applies documents in the given order, except that one which extends another comes after it; a missing base is reported. */
export function mergeDocuments(documents: readonly DcbDocument[], report: Report): Definitions {
  const ordered = orderByExtension(documents, report);
  return {
    ids: ordered.map(({ id }) => id),
    events: byName(
      ordered.flatMap(({ events }) => events),
      ({ name }) => name,
      report,
    ),
    commands: byName(
      ordered.flatMap(({ commands }) => commands),
      ({ name }) => name,
      report,
    ),
    projections: byName(
      ordered.flatMap(({ projections }) => projections),
      ({ name }) => name,
      report,
    ),
    handlers: byName(
      ordered.flatMap(({ handlers }) => handlers),
      ({ commandName }) => commandName,
      report,
    ),
    testCases: mergeTestCases(ordered),
  };
}

function orderByExtension(documents: readonly DcbDocument[], report: Report): readonly DcbDocument[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ordered = new Set<DcbDocument>();
  for (const document of documents) {
    const chain: DcbDocument[] = [];
    let next: DcbDocument | undefined = document;
    while (next && !ordered.has(next) && !chain.includes(next)) {
      chain.push(next);
      next = findBase(next, byId, report);
    }
    if (next && chain.includes(next)) {
      const message = `"${next.id}" extends itself, through ${chain.length} file(s): the files are taken in the given order.`;
      report.add({ file: document.file, at: '/meta/extends' }, 'error', 'dcb-extends-cycle', message);
      return documents;
    }
    for (const member of chain.reverse()) ordered.add(member);
  }
  return [...ordered];
}

function findBase(
  document: DcbDocument,
  byId: ReadonlyMap<string, DcbDocument>,
  report: Report,
): DcbDocument | undefined {
  if (document.extends === null) return undefined;
  const base = byId.get(document.extends);
  if (base === undefined) {
    const message = `This extends "${document.extends}", which is not among the files: import that one together with it.`;
    report.add({ file: document.file, at: '/meta/extends' }, 'error', 'dcb-missing-base', message);
  }
  return base;
}

function byName<T>(
  items: readonly Located<T>[],
  nameOf: (value: T) => string,
  report: Report,
): Map<string, Located<T>> {
  const named = new Map<string, Located<T>>();
  for (const item of items) {
    const name = nameOf(item.value);
    if (name === '' || name === '__proto__') {
      report.add(item, 'error', 'dcb-invalid', `"${name}" cannot be a name: this item is left out.`);
      continue;
    }
    if (named.get(name)?.file === item.file) {
      report.add(
        item,
        'warning',
        'dcb-duplicate',
        `"${name}" is defined twice in this file: the later one is used.`,
      );
    }
    named.set(name, item);
  }
  return named;
}

/** A document may restate a case of the one it extends; two of a name within one file are two cases. */
function mergeTestCases(documents: readonly DcbDocument[]): readonly Located<TestCase>[] {
  const merged = new Map<string, readonly Located<TestCase>[]>();
  for (const { testCases } of documents) {
    const restated = new Map<string, Located<TestCase>[]>();
    for (const item of testCases) {
      const { description } = item.value;
      const cases = restated.get(description);
      if (cases) cases.push(item);
      else restated.set(description, [item]);
    }
    for (const [name, cases] of restated) merged.set(name, cases);
  }
  return [...merged.values()].flat();
}
