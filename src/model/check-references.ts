import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { ELEMENT_SECTIONS, type ElementKind } from './element-kind.ts';
import { listReferences, type Reference } from './list-references.ts';
import { pointer } from './pointer.ts';
import type { Model } from './schema.ts';
import { suggestName } from './suggest-name.ts';

const TARGETS = {
  event: ['unknown-event', 'events'],
  constraint: ['unknown-constraint', 'constraints'],
  command: ['unknown-command', 'commands'],
  'read model': ['unknown-read-model', 'readModels'],
  tag: ['unknown-tag', 'tags'],
  context: ['unknown-context', 'contexts'],
} as const;

const KINDS = Object.keys(ELEMENT_SECTIONS).join(', ');

/** Names that stand for something that is not in the model. */
export function* checkReferences(model: Model): Iterable<Diagnostic> {
  for (const reference of listReferences(model)) {
    const [code, section] = TARGETS[reference.kind];
    if (isKnown(model, reference)) continue;
    const { kind, name, at, by } = reference;
    const remedy = suggestName(name, model[section], `add it to "${section}", or correct the name.`);
    yield makeDiagnostic(code, at, `${by} names the ${kind} "${name}", which does not exist: ${remedy}`);
  }
  yield* checkSlices(model);
}

function isKnown(model: Model, { kind, name }: Reference): boolean {
  const section = model[TARGETS[kind][1]];
  // Tags and contexts need not be declared; but where some are, the others are probably misspelt.
  if (section === undefined) return kind === 'tag' || kind === 'context';
  return Object.hasOwn(section, name);
}

function* checkSlices(model: Model): Iterable<Diagnostic> {
  for (const [index, slice] of (model.slices ?? []).entries()) {
    for (const [position, element] of (slice.elements ?? []).entries()) {
      const problem = findElementProblem(model, element);
      if (problem === undefined) continue;
      const at = pointer('slices', index, 'elements', position);
      yield makeDiagnostic('unknown-element', at, `The slice "${slice.name}" names "${element}", ${problem}`);
    }
  }
}

function findElementProblem(model: Model, element: string): string | undefined {
  const colon = element.indexOf(':');
  const kind = element.slice(0, Math.max(colon, 0));
  const name = element.slice(colon + 1);
  if (!isElementKind(kind)) {
    return `which is not written as kind:Name: ${suggestName(kind, ELEMENT_SECTIONS, `the kinds are ${KINDS}.`)}`;
  }
  const section = model[ELEMENT_SECTIONS[kind]] ?? {};
  if (Object.hasOwn(section, name)) return undefined;
  const otherwise = `add it to "${ELEMENT_SECTIONS[kind]}", or correct the name.`;
  return `which does not exist: ${suggestName(name, section, otherwise)}`;
}

function isElementKind(kind: string): kind is ElementKind {
  return Object.hasOwn(ELEMENT_SECTIONS, kind);
}
