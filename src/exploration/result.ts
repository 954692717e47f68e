import type { Decision } from '../decision/decision.ts';
import type { Query } from '../decision/query.ts';
import type { Json } from '../lib/json.ts';

/** What a guard or a lock did, compared with what it should have done (V1–V5, V7). */
export const VERDICTS = [
  'safe',
  'conflict',
  'falseConflict',
  'missedConflict',
  'tolerated',
  'neededWait',
  'needlessWait',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a command run ended (S2, S3, S6). */
export const OUTCOMES = ['accepted', 'rejected', 'conflict', 'partial', 'error'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One atomic step of one command; commands count from 0 here and are called #1, #2 … for people. */
export type StepKind = 'acquire' | 'read' | 'append';
export interface ScheduleStep {
  readonly command: number;
  readonly step: StepKind;
}

/** What a witness can show. The outcome conflict can follow a false conflict as well, so it does not share the verdict's name. */
export type WitnessKey = Verdict | 'violation' | Exclude<Outcome, 'conflict'> | 'conflictOutcome';

/** How often something occurs over all schedules, in how many of them at least once (decimal strings), and how likely that is under a scheduler that picks each enabled command with equal chance (X2, X5). */
export interface Count {
  readonly occurrences: string;
  readonly schedules: string;
  readonly probability: number;
}

/** A command that a policy makes join a race, with the number it has in every schedule (P4). */
export interface PolicyJoin {
  /** Counted from 0, like those of the race itself. */
  readonly command: number;
  readonly policy: string;
  /** The command that is issued. */
  readonly issues: string;
  /** The number of the command whose event it reacts to. */
  readonly after: number;
  /** The type of that event. */
  readonly on: string;
}

/** Where a policy would have reacted, and the bounds of the race were reached (P6). */
export type CutOff = Omit<PolicyJoin, 'command'>;

/** The exact result of exploring one race under one strategy; plain JSON (X2, X3). */
export interface Exploration {
  readonly schedules: string;
  readonly verdicts: { readonly [V in Verdict]?: Count };
  /** How many schedules contain a violation (V6), with the same probability as in `Count`. */
  readonly violations: string;
  readonly violationProbability: number;
  /** How many command runs ended so, over all schedules; outcomes that never occur are left out. */
  readonly outcomes: { readonly [O in Outcome]?: string };
  /** A shortest schedule prefix for each verdict and outcome that occurs, and for `violation` (X3). */
  readonly witnesses: { readonly [K in WitnessKey]?: readonly ScheduleStep[] };
  /** conflicts / (conflicts + false conflicts); null when undefined. */
  readonly precision: number | null;
  /** conflicts / (conflicts + missed conflicts); null when undefined. */
  readonly recall: number | null;
  /** Who joins in any schedule; left out where policies take no part in the race (P4). */
  readonly joins?: readonly PolicyJoin[];
  /** Where chains of policies were cut off, in any schedule; left out where they were not (P6). */
  readonly cutOff?: readonly CutOff[];
  /** How many distinct merged states were visited: a measure of work, not part of the meaning. */
  readonly states: number;
}

/** Why a race cannot be explored under a strategy (S4), or that it was given up (X6). */
export interface Unavailable {
  readonly unavailable: string;
}

/** A projection as a told step shows it: its value when read and its value now. */
export interface ToldProjection {
  readonly constraint: string;
  readonly projection: string;
  readonly item: { readonly types: readonly string[]; readonly tags: readonly string[] };
  readonly atRead: Json | null;
  readonly now: Json | null;
}

/** A check as a told step shows it: its rule with the values in it, when read and now. */
export interface ToldCheck {
  readonly constraint: string;
  readonly relaxed: boolean;
  /** The constraint's message with parameters and values filled in, where it has one. */
  readonly message: string | null;
  /** The rule with the value after each name, such as `taken 1 < capacity 1`; without a rule, the projections' values; null where it has neither. */
  readonly atRead: string | null;
  readonly now: string | null;
  /** Whether the rule holds; null where it cannot be evaluated or there is none. */
  readonly heldAtRead: boolean | null;
  readonly holdsNow: boolean | null;
  /** At an append that wrote something: the rule once that counts too. */
  readonly after?: string | null;
  readonly holdsAfter?: boolean | null;
}

/** What a step's decision depends on under one set of tags, and what stands in for it at the append. */
export interface ToldNeed {
  readonly types: readonly string[];
  /** The tags an event must carry; none: every event of the types. */
  readonly tags: readonly string[];
  /** The types the guard watches under these tags; none where there is no guard or no append to come. */
  readonly watched: readonly string[];
  /** The types that the lock keeps from others who ask for the same keys. */
  readonly locked: readonly string[];
  /** The types that only relaxed constraints need: left out of the guard on purpose (B2). */
  readonly relaxed: readonly string[];
  /** Which of the step's checks read it, by their place among them. */
  readonly checks: readonly number[];
  /** Positions of the events that are in it so far, the command's own left out. */
  readonly seen: readonly number[];
}

/** An entry of the log as a schedule leaves it; positions count from 1. `by` is the command's index, or null for a given event. */
export interface LogEntry {
  readonly position: number;
  readonly type: string;
  readonly tags: readonly string[];
  readonly data: { readonly [field: string]: Json };
  readonly time: string;
  readonly by: number | null;
  readonly streams: readonly string[];
}

/** One step of a schedule with everything a reader needs to understand it. */
export interface ToldStep extends ScheduleStep {
  /** How many events the log had when the step began. */
  readonly head: number;
  /** The attempt this step belongs to, from 1. */
  readonly attempt: number;
  /** In a saga, the leg's stream. */
  readonly stream?: string;
  /** At a read that goes on: what its append will write; in a saga, the leg's copies. */
  readonly toAppend?: readonly { readonly type: string; readonly data: { readonly [field: string]: Json } }[];
  /** For an acquire: the keys asked for, and the commands (by index) it has to wait for. */
  readonly keys?: readonly string[];
  readonly waitsFor?: readonly number[];
  /** The decision taken at this read, or at the read that this append rests on. */
  readonly decision?: Decision;
  /** At an append: the decision on the log as it stands now. */
  readonly fresh?: Decision;
  /** At an append: the position the command read at. */
  readonly readAt?: number;
  readonly projections?: readonly ToldProjection[];
  readonly checks?: readonly ToldCheck[];
  readonly needs?: readonly ToldNeed[];
  /** At an append, and at a read that goes on to one: what is guarded between the two. */
  readonly guard?: ToldGuard;
  /** Positions of events since the read that match the guard. */
  readonly inGuard?: readonly number[];
  /** Positions of events since the read that lie in the command's boundary (B1). */
  readonly inBoundary?: readonly number[];
  readonly verdict?: Verdict;
  readonly violation?: boolean;
  readonly outcome?: Outcome;
  /** Positions written by this step. */
  readonly wrote?: readonly number[];
  /** One sentence that says why, in the model's words. */
  readonly reason: string;
}

export type ToldGuard =
  | { readonly kind: 'none' }
  | { readonly kind: 'log' }
  | { readonly kind: 'streams'; readonly streams: readonly string[] }
  | { readonly kind: 'query'; readonly query: Query };

/** A command that joined in a told schedule, and why (P3, P4). */
export interface ToldJoin extends PolicyJoin {
  readonly data: { readonly [field: string]: Json };
  /** The position of the event it reacts to. */
  readonly position: number;
  /** The step that wrote it, counted from 0. */
  readonly step: number;
}

/** A schedule told step by step, with the log it leaves. */
export interface ToldSchedule {
  readonly steps: readonly ToldStep[];
  readonly log: readonly LogEntry[];
  /** Who joined, by number; left out where policies take no part in the race. */
  readonly joined?: readonly ToldJoin[];
  /** Where chains of policies were cut off; left out where they were not (P6). */
  readonly cutOff?: readonly CutOff[];
}
