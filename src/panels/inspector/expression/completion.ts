/** A name that an expression may use. */
export interface Completion {
  /** As it is written: `taken`, `event.capacity`. */
  readonly label: string;
  /** Its type, as far as it is known. */
  readonly detail: string;
  /** What it is, in a few words. */
  readonly info?: string;
}

/** What CEL itself has. Those with a dot in front stand after a list, map or text. */
export const CEL_FUNCTIONS: readonly Completion[] = [
  { label: 'size', detail: 'int', info: 'How many elements or characters there are' },
  { label: 'has', detail: 'bool', info: 'Whether a field is there: has(event.note)' },
  { label: 'int', detail: 'int', info: 'As a whole number' },
  { label: 'double', detail: 'double', info: 'As a number with decimals' },
  { label: 'string', detail: 'string', info: 'As a text' },
  { label: 'timestamp', detail: 'timestamp', info: 'A point in time: timestamp("2000-01-01T00:00:00Z")' },
  { label: 'duration', detail: 'duration', info: 'A span of time: duration("10m")' },
  { label: 'in', detail: 'bool', info: 'Whether a list or map contains it: a in list' },
  { label: 'true', detail: 'bool' },
  { label: 'false', detail: 'bool' },
  { label: 'null', detail: 'null' },
];

/** What stands after a dot. */
export const CEL_METHODS: readonly Completion[] = [
  { label: 'map', detail: 'list', info: 'Each element changed: list.map(x, x + 1)' },
  { label: 'filter', detail: 'list', info: 'The elements that fit: list.filter(x, x > 1)' },
  { label: 'exists', detail: 'bool', info: 'Whether one element fits: list.exists(x, x > 1)' },
  { label: 'all', detail: 'bool', info: 'Whether every element fits: list.all(x, x > 1)' },
  { label: 'size', detail: 'int', info: 'How many elements or characters there are' },
  { label: 'contains', detail: 'bool', info: 'Whether a text contains another' },
  { label: 'startsWith', detail: 'bool', info: 'Whether a text starts with another' },
  { label: 'endsWith', detail: 'bool', info: 'Whether a text ends with another' },
];
