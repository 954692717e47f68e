import type { ConstraintDefinition, FieldType, Model } from '../../model/schema.ts';

/** One tag by which events are chosen, and the parameter that its value is compared with: "the same course". */
export interface Key {
  readonly tag: string;
  readonly parameter: string;
  readonly type: FieldType;
}

export interface EventField {
  readonly event: string;
  readonly field: string;
}

/** What an event makes of the state: IssueLocked makes it "locked". */
export interface EventState {
  readonly event: string;
  readonly state: string;
}

export interface Parameter {
  readonly parameter: string;
  readonly type: FieldType;
}

/** A number in a sentence: as it stands, the latest value of fields of events, or what the command brings. */
export type Amount =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'latest'; readonly name: string; readonly fields: readonly EventField[] }
  | ({ readonly kind: 'parameter' } & Parameter);

export interface AmountOptions {
  readonly fields: readonly EventField[];
  readonly parameters: readonly Parameter[];
  /** What the projection of a latest value is called, where there is none yet. */
  readonly latestName: string;
}

interface SlotOf<Kind extends string, Value, Options> {
  readonly kind: Kind;
  /** What is chosen here, for menus and screen readers. */
  readonly label: string;
  readonly value: Value;
  readonly options: Options;
  /** Shown while nothing is chosen. */
  readonly empty: string;
  /** Whether the sentence is whole without it. */
  readonly isOptional: boolean;
  /** The constraint with another value here. */
  readonly change: (value: Value) => ConstraintDefinition;
}

export type EventsSlot = SlotOf<'events', readonly string[], readonly string[]>;
export type KeysSlot = SlotOf<'keys', readonly Key[], readonly Key[]>;
export type FieldsSlot = SlotOf<'fields', readonly EventField[], readonly EventField[]>;
export type AmountSlot = SlotOf<'amount', Amount, AmountOptions>;
export type ChoiceSlot = SlotOf<
  'choice',
  string,
  readonly { readonly value: string; readonly label: string }[]
>;
export type StatesSlot = SlotOf<'states', readonly EventState[], readonly string[]>;
export type TextsSlot = SlotOf<'texts', readonly string[], readonly string[]>;
export type TextSlot = SlotOf<'text', string, readonly string[]>;
export type Slot =
  | EventsSlot
  | KeysSlot
  | FieldsSlot
  | AmountSlot
  | ChoiceSlot
  | StatesSlot
  | TextsSlot
  | TextSlot;

/** A piece of a sentence: words, or a place to fill. */
export type Part = string | Slot;

/** A constraint read as a sentence. */
export interface Sentence {
  readonly parts: readonly Part[];
  /** The message such a constraint gets by itself; null when it rejects nothing. */
  readonly message: string | null;
}

/** A short form that stands for projections and a rule. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  /** A first version, as far as the model tells what is meant by a constraint of this name. */
  readonly start: (model: Model, name: string) => ConstraintDefinition;
  /** The sentence of a constraint; null when the constraint says anything else, or more. */
  readonly open: (definition: ConstraintDefinition, model: Model, name: string) => Sentence | null;
}
