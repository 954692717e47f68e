import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { isBlank, listNeeded } from './needs.ts';
import { pointer } from './pointer.ts';
import type { Model, ScreenDefinition } from './schema.ts';

/** The elements that no information leads to yet: unfinished, and told once for each. */
export function* checkBeginnings(model: Model): Iterable<Diagnostic> {
  yield* checkCommands(model);
  for (const [name, { on }] of Object.entries(model.readModels ?? {})) {
    const what = 'It reads no event: draw an arrow from one.';
    if (Object.keys(on ?? {}).length === 0) yield tell('read model', 'readModels', name, what);
  }
  for (const [name, screen] of Object.entries(model.screens ?? {})) {
    const what =
      'It shows nothing, and nothing is typed in there: add fields, or draw an arrow from a read model.';
    if (isWaiting(model, screen)) yield tell('screen', 'screens', name, what);
  }
  yield* checkReactions('policy', 'policies', model.policies);
  yield* checkReactions('external system', 'externalSystems', model.externalSystems);
}

function* checkCommands(model: Model): Iterable<Diagnostic> {
  const issued = new Set<string>();
  for (const { issues } of Object.values(model.screens ?? {})) {
    for (const name of issues ?? []) issued.add(name);
  }
  for (const { issues } of Object.values(model.policies ?? {})) if (issues !== undefined) issued.add(issues);
  for (const name of Object.keys(model.commands ?? {})) {
    const what = 'No screen and no policy leads to it: draw an arrow from one.';
    if (!issued.has(name)) yield tell('command', 'commands', name, what);
  }
}

/** A blank screen is waiting for something to show, unless it is a mere button. */
function isWaiting(model: Model, screen: ScreenDefinition): boolean {
  const issues = screen.issues ?? [];
  const isButton = issues.length > 0 && issues.every((command) => listNeeded(model, command).length === 0);
  return isBlank(screen) && !isButton;
}

function* checkReactions(
  word: string,
  section: string,
  elements: { readonly [name: string]: { readonly on?: readonly string[] | undefined } } | undefined,
): Iterable<Diagnostic> {
  for (const [name, { on }] of Object.entries(elements ?? {})) {
    const what = 'No event leads to it: draw an arrow from one.';
    if ((on ?? []).length === 0) yield tell(word, section, name, what);
  }
}

function tell(word: string, section: string, name: string, what: string): Diagnostic {
  const message = `The ${word} "${name}" is not finished. ${what}`;
  return makeDiagnostic('no-source-yet', pointer(section, name), message);
}
