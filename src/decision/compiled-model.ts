import type { Json } from '../lib/json.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FieldKind } from '../model/field-type.ts';
import type { Model } from '../model/schema.ts';
import type { CelValue } from './cel-value.ts';
import type { Expression } from './expression.ts';

/** Field or parameter names with their declared types. */
export type FieldTypes = ReadonlyMap<string, FieldKind>;

/** One concept of an event's tags or a projection's filter, with the expression that gives its value. */
export interface CompiledTag {
  readonly concept: string;
  readonly value: Expression;
}

export interface CompiledEvent {
  readonly name: string;
  readonly fields: FieldTypes;
  readonly tags: readonly CompiledTag[];
}

export interface CompiledProjection {
  readonly name: string;
  readonly types: readonly string[];
  readonly tags: readonly CompiledTag[];
  readonly initial: CelValue;
  readonly on: ReadonlyMap<string, Expression>;
}

export interface CompiledConstraint {
  readonly name: string;
  readonly parameters: FieldTypes;
  readonly projections: readonly CompiledProjection[];
  readonly rule: Expression | null;
  /** Checked at the read, but not guarded (B2). */
  readonly relaxed: boolean;
  readonly message: string | null;
}

export interface CompiledCheck {
  /** JSON pointer of the check in the model. */
  readonly at: string;
  readonly constraint: CompiledConstraint;
  /** One expression per parameter; without one the parameter is the command's field of the same name. */
  readonly bindings: ReadonlyMap<string, Expression>;
  readonly each: { readonly list: Expression; readonly as: string } | null;
}

export interface CompiledEmit {
  readonly event: CompiledEvent;
  readonly when: Expression | null;
  /** One expression per given field; the event's other fields come from the command's fields of the same name. */
  readonly data: ReadonlyMap<string, Expression>;
  /** The fields it gets its data for. */
  readonly fields: readonly string[];
  /** Whether it is always emitted, with data that does not depend on what is read. */
  readonly isFixed: boolean;
}

export interface CompiledCommand {
  readonly name: string;
  readonly fields: FieldTypes;
  readonly checks: readonly CompiledCheck[];
  readonly emits: readonly CompiledEmit[];
}

export interface CompiledAggregate {
  readonly name: string;
  readonly id: string;
  readonly events: ReadonlySet<string>;
}

/** Whenever one of its events is appended, it issues its command. */
export interface CompiledPolicy {
  readonly name: string;
  /** The event types it reacts to. */
  readonly on: ReadonlySet<string>;
  readonly when: Expression | null;
  /** Null where it names no command of the model. */
  readonly issues: CompiledCommand | null;
  /** One expression over `event` per given field of the command. */
  readonly data: ReadonlyMap<string, Expression>;
}

/** What can be looked up: rows by key, folded from events. */
export interface CompiledReadModel {
  readonly name: string;
  readonly mode: 'sync' | 'async';
  /** Which rows an event changes; without one there is a single row. */
  readonly key: Expression | null;
  readonly initial: CelValue;
  readonly on: ReadonlyMap<string, Expression>;
}

/** What a migration does with an event of its type; everything it needs is there. */
export type CompiledChange =
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'merge'; readonly with: string; readonly by: Expression; readonly to: string }
  | { readonly kind: 'split'; readonly into: readonly CompiledPart[] }
  | { readonly kind: 'move'; readonly to: CompiledAggregate; readonly from: string | null }
  | { readonly kind: 'retag'; readonly add: readonly CompiledTag[]; readonly remove: ReadonlySet<string> }
  | { readonly kind: 'fill'; readonly field: string; readonly value: Expression | { readonly json: Json } }
  | { readonly kind: 'drop' };

export interface CompiledPart {
  readonly event: string;
  /** One expression per field; null for all of the data. */
  readonly data: ReadonlyMap<string, Expression> | null;
  readonly when: Expression | null;
}

/** A change of stored events (`migrations` of the model). */
export interface CompiledMigration {
  readonly name: string;
  /** JSON pointer of the migration in the model. */
  readonly at: string;
  readonly event: string;
  readonly when: Expression | null;
  readonly onRead: boolean;
  readonly change: CompiledChange;
}

/** A model with all its expressions parsed and checked; broken ones are in `diagnostics` and fail when evaluated. */
export interface CompiledModel {
  readonly model: Model;
  readonly events: ReadonlyMap<string, CompiledEvent>;
  readonly constraints: ReadonlyMap<string, CompiledConstraint>;
  readonly commands: ReadonlyMap<string, CompiledCommand>;
  readonly aggregates: readonly CompiledAggregate[];
  readonly policies: readonly CompiledPolicy[];
  readonly readModels: ReadonlyMap<string, CompiledReadModel>;
  /** Without those that do not say all they need. */
  readonly migrations: readonly CompiledMigration[];
  readonly diagnostics: readonly Diagnostic[];
}
