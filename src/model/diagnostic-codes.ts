import type { Diagnostic, Severity } from './diagnostic.ts';

interface CodeEntry {
  readonly severity: Severity;
  readonly meaning: string;
}

/** Every finding about a model that needs no CEL: its stable code, how bad it is, and what it means in one line. */
export const MODEL_CODES = {
  // The file
  'file-too-large': { severity: 'error', meaning: 'The file is larger than 10 MB and was not opened.' },
  'not-utf8': { severity: 'error', meaning: 'The bytes are not UTF-8 text.' },
  'empty-file': { severity: 'error', meaning: 'There is nothing in the file.' },
  'not-json': { severity: 'error', meaning: 'The text is not JSON at the given line and column.' },
  'too-deep': { severity: 'error', meaning: 'Brackets are nested more than 200 deep.' },
  'not-an-object': { severity: 'error', meaning: 'The outermost value is not an object.' },
  'forbidden-key': {
    severity: 'error',
    meaning: 'A key is called __proto__, constructor or prototype; it is left out.',
  },
  'lone-surrogate': {
    severity: 'error',
    meaning: 'A key or text contains half of a character; the part is left out.',
  },
  'number-too-big': { severity: 'error', meaning: 'A number is beyond what a double can hold.' },
  'number-loses-digits': {
    severity: 'warning',
    meaning: 'A whole number has more digits than a double keeps.',
  },
  'repeated-key': {
    severity: 'warning',
    meaning: 'A key stands twice in one object; only the last one counts.',
  },
  'wrong-shape': { severity: 'error', meaning: 'A part is missing or of the wrong kind; it is left out.' },
  'missing-version': {
    severity: 'error',
    meaning: 'The document does not say which version of the format it is in.',
  },
  'wrong-version': {
    severity: 'error',
    meaning: 'The version is not written as two numbers, such as "1.0".',
  },
  'unknown-version': { severity: 'error', meaning: 'The version is older than any that was published.' },
  'newer-version': { severity: 'error', meaning: 'The document needs a newer Ambit; it was not opened.' },
  'newer-minor-version': {
    severity: 'info',
    meaning: 'The document may use parts that this version keeps but does not know.',
  },
  'too-many-findings': { severity: 'info', meaning: 'Only the first 1,000 findings are shown.' },

  // Names
  'not-an-identifier': {
    severity: 'error',
    meaning: 'A parameter, projection or element has a name that expressions cannot use.',
  },
  'awkward-name': {
    severity: 'warning',
    meaning: 'A name can only be reached in a roundabout way by expressions, or not at all.',
  },
  'name-taken': {
    severity: 'error',
    meaning: 'A parameter or projection has a name that already means something.',
  },
  'wrong-tag-name': { severity: 'error', meaning: 'The name of a tag is empty or contains a colon.' },
  'repeated-name': { severity: 'warning', meaning: 'Two examples, races or slices have the same name.' },
  'wrong-field-type': { severity: 'error', meaning: 'A type is none that the format knows.' },

  // References
  'unknown-event': { severity: 'error', meaning: 'An event is named that is not in "events".' },
  'unknown-constraint': { severity: 'error', meaning: 'A constraint is named that is not in "constraints".' },
  'unknown-command': { severity: 'error', meaning: 'A command is named that is not in "commands".' },
  'unknown-read-model': { severity: 'error', meaning: 'A read model is named that is not in "readModels".' },
  'unknown-tag': { severity: 'warning', meaning: 'A tag is used that "tags" does not declare.' },
  'unknown-context': { severity: 'warning', meaning: 'A context is named that "contexts" does not declare.' },
  'unknown-element': { severity: 'warning', meaning: 'A slice names something that is not in the model.' },
  'unknown-parameter': {
    severity: 'warning',
    meaning: 'A check fills a parameter that its constraint does not have.',
  },
  'unknown-field': {
    severity: 'warning',
    meaning: 'Data fills a field that the event or command does not have.',
  },
  'unknown-placeholder': {
    severity: 'warning',
    meaning: 'A message mentions something that is neither a parameter nor a projection.',
  },

  'unknown-aggregate': { severity: 'error', meaning: 'An aggregate is named that is not in "aggregates".' },

  // Completeness
  'missing-argument': {
    severity: 'error',
    meaning: 'A check leaves a parameter of its constraint without a value.',
  },
  'unfilled-field': { severity: 'warning', meaning: 'A field of an emitted event gets no value.' },
  'field-without-source': {
    severity: 'warning',
    meaning: 'A screen or policy that issues a command has no source for one of its fields.',
  },
  'column-without-source': {
    severity: 'warning',
    meaning: 'A read model takes a field from an event that the event does not have.',
  },
  'no-source-yet': {
    severity: 'info',
    meaning: 'In an event model, nothing leads to this element yet.',
  },
  'event-lacks-tag': {
    severity: 'warning',
    meaning: 'A projection filters an event by a tag the event never has.',
  },
  'owned-event-lacks-tag': {
    severity: 'warning',
    meaning: 'An aggregate owns an event that is in none of its streams.',
  },
  'unused-projection': {
    severity: 'warning',
    meaning: 'A projection widens the boundary, and nothing uses it.',
  },
  'unused-tag': { severity: 'info', meaning: 'No projection and no aggregate filters by this tag.' },
  'event-never-emitted': { severity: 'info', meaning: 'No command emits this event.' },
  'command-without-events': { severity: 'info', meaning: 'A command emits nothing.' },

  // Examples, races and workloads
  'idle-workload': { severity: 'warning', meaning: 'A workload issues no command at all.' },
  'unfinished-migration': {
    severity: 'warning',
    meaning: 'A migration does not say all that it needs, and changes nothing.',
  },

  // Examples and races
  'unfinished-example': {
    severity: 'info',
    meaning: 'An example does not say what runs, or what must come out.',
  },
  'race-without-commands': { severity: 'warning', meaning: 'A race has no command to run.' },
  'unchecked-constraint': {
    severity: 'warning',
    meaning: 'An example expects a constraint to fail that its command does not check.',
  },
  'missing-field': { severity: 'warning', meaning: 'Data leaves out a field that is not optional.' },
  'wrong-value': { severity: 'warning', meaning: "A value does not fit its field's type." },
  'wrong-time': { severity: 'error', meaning: 'A time is not written as in RFC 3339.' },
} as const satisfies { readonly [code: string]: CodeEntry };

export type ModelCode = keyof typeof MODEL_CODES;

/** A diagnostic with the severity that its code has. */
export function makeDiagnostic(code: ModelCode, at: string, message: string): Diagnostic {
  return { code, severity: MODEL_CODES[code].severity, at, message };
}
