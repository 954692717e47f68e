import type { LogMapping, TagMapping } from './log-mapping.ts';
import type { FieldPath } from './log-row.ts';

export type MappedPart = 'type' | 'time' | 'id' | 'actor' | 'correlation' | 'tag' | 'data';

/** Why a field was proposed for a part of the event. */
export interface MappingReason {
  readonly part: MappedPart;
  readonly fields: readonly FieldPath[];
  /** Of a tag. */
  readonly concept?: string;
  readonly reason: string;
}

/** A mapping to begin with, and why it is this one. Where nothing looks like a type or a time, those paths are empty. */
export interface MappingProposal {
  readonly mapping: LogMapping;
  readonly reasons: readonly MappingReason[];
}

/** A part of the event and what was found for it. */
export interface Choice {
  readonly fields: readonly FieldPath[];
  readonly reason: string;
}

export interface TagChoice extends Choice, TagMapping {}

/** What was found for each part, before it is written as a mapping. */
export interface Choices {
  readonly type: Choice | null;
  readonly time: Choice | null;
  readonly id: Choice | null;
  readonly actor: Choice | null;
  readonly correlation: Choice | null;
  readonly tags: readonly TagChoice[];
  readonly data: Choice;
}
