/** What is to be done, or was, because of an event: a task of an external system, or a command of a policy. */
export interface SideEffect {
  /** Tells it from all others. */
  readonly key: string;
  readonly id: string;
  readonly kind: 'task' | 'command';
  /** The external system or the policy. */
  readonly by: string;
  /** What is asked for, in words. */
  readonly what: string;
  readonly eventType: string;
  readonly position: number;
  readonly state: 'waiting' | 'running' | 'failed' | 'stopped' | 'done';
  /** The read model that has to take in the event first, while it has not. */
  readonly waitsFor: string | null;
  readonly attempts: number;
  readonly note: string | null;
  /** The positions of the events that were appended in doing it. */
  readonly wrote: readonly number[];
}

/** How a simulated external system behaves. */
export const BEHAVIOURS = ['answers', 'slow', 'fails'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** An external system as it is simulated. */
export interface SimulatedSystem {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** How many different tasks it has done. */
  readonly done: number;
}

/** What is ours and theirs. */
export interface KnownIdentity {
  readonly system: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface SideEffectState {
  /** Those not done, in the order of the log; then those done last, the newest first. */
  readonly effects: readonly SideEffect[];
  readonly systems: readonly SimulatedSystem[];
  readonly identities: readonly KnownIdentity[];
  /** Nothing is begun until it is let go. */
  readonly isHeld: boolean;
  readonly trouble: string | null;
}

/** What the events of a board's log lead to, outside and by policies. */
export interface SideEffects {
  /** Null until the log is open. The same object as long as nothing changes. */
  readonly state: () => SideEffectState | null;
  readonly listen: (listener: () => void) => () => void;
  readonly hold: (isHeld: boolean) => void;
  readonly behave: (system: string, behaviour: Behaviour) => void;
  /** Does one now, also one that failed, or while all are held. */
  readonly run: (key: string) => void;
}
