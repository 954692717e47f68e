import { OUTCOMES, type Outcome, VERDICTS, type Verdict } from '../exploration/result.ts';
import { Histogram } from './histogram.ts';

/** What happened in one stretch of time. */
export interface Stretch {
  ended: number;
  accepted: number;
  stopped: number;
  missed: number;
  waited: number;
}

/** What happened to one instance. */
export interface InstanceTally {
  commands: number;
  stopped: number;
  missed: number;
  waited: number;
}

const STRETCHES = 60;

/** How one command ended. */
export interface EndedCommand {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** From when it was issued to its end, and what of it was waiting for locks; in milliseconds. */
  readonly response: number;
  readonly waited: number;
  readonly command: string;
  readonly instances: readonly string[];
  /** Why it was not accepted; none where it was. */
  readonly reasons: readonly string[];
}

/** What became of one command of the mix. */
export interface CommandTally {
  ended: number;
  attempts: number;
  readonly outcomes: Record<Outcome, number>;
  readonly reasons: Map<string, number>;
}

const NO_OUTCOMES = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

/** What one replication showed under one strategy, after the warm-up. Times in milliseconds. */
export class LoadTally {
  readonly from: number;
  readonly to: number;
  issued = 0;
  ended = 0;
  attempts = 0;
  appends = 0;
  violations = 0;
  mostAttempts = 0;
  /** How much the log had grown, at most, between a read and an append that went through although it was no longer true. */
  stalest = 0;
  stalestMs = 0;
  readonly verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  readonly outcomes = { ...NO_OUTCOMES };
  readonly commands = new Map<string, CommandTally>();
  /** The one that took longest. */
  longest: EndedCommand | null = null;
  readonly responses = new Histogram();
  /** Of all commands that asked for a lock, those that got it at once too. */
  readonly waits = new Histogram();
  readonly stretches: readonly Stretch[] = Array.from({ length: STRETCHES }, () => ({
    ended: 0,
    accepted: 0,
    stopped: 0,
    missed: 0,
    waited: 0,
  }));
  readonly instances = new Map<string, InstanceTally>();

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  countIssued(at: number): void {
    if (this.#counts(at)) this.issued++;
  }

  /** A verdict on an append or a wait; `growth` and `age` say how far behind the read was. */
  countVerdict(
    at: number,
    verdict: Verdict,
    violation: boolean,
    instances: readonly string[],
    growth: number,
    age: number,
  ): void {
    if (!this.#counts(at)) return;
    this.verdicts[verdict]++;
    if (violation) this.violations++;
    const isWait = verdict === 'neededWait' || verdict === 'needlessWait';
    if (!isWait) this.appends++;
    const isStop = verdict === 'conflict' || verdict === 'falseConflict';
    const isMiss = verdict === 'missedConflict';
    if (isMiss && growth > this.stalest) this.stalest = growth;
    if (isMiss && age > this.stalestMs) this.stalestMs = age;
    if (!isStop && !isMiss && !isWait) return;
    const kind = isStop ? 'stopped' : isMiss ? 'missed' : 'waited';
    this.#stretchAt(at)[kind]++;
    for (const instance of instances) this.#instance(instance)[kind]++;
  }

  countWait(at: number, ms: number): void {
    if (this.#counts(at)) this.waits.add(ms);
  }

  countEnd(at: number, command: EndedCommand): void {
    if (!this.#counts(at)) return;
    const { outcome, attempts, response, instances } = command;
    this.#countCommand(command);
    if (response > (this.longest?.response ?? -1)) this.longest = command;
    this.ended++;
    this.outcomes[outcome]++;
    this.attempts += attempts;
    this.mostAttempts = Math.max(this.mostAttempts, attempts);
    this.responses.add(response);
    const stretch = this.#stretchAt(at);
    stretch.ended++;
    if (outcome === 'accepted') stretch.accepted++;
    for (const instance of instances) this.#instance(instance).commands++;
  }

  #countCommand({ command, outcome, attempts, reasons }: EndedCommand): void {
    const known = this.commands.get(command);
    const own = known ?? { ended: 0, attempts: 0, outcomes: { ...NO_OUTCOMES }, reasons: new Map() };
    if (known === undefined) this.commands.set(command, own);
    own.ended++;
    own.attempts += attempts;
    own.outcomes[outcome]++;
    for (const reason of reasons) own.reasons.set(reason, (own.reasons.get(reason) ?? 0) + 1);
  }

  #counts(at: number): boolean {
    return at >= this.from && at < this.to;
  }

  #stretchAt(at: number): Stretch {
    const place = Math.floor(((at - this.from) / (this.to - this.from)) * STRETCHES);
    return this.stretches[Math.min(STRETCHES - 1, Math.max(0, place))] as Stretch;
  }

  #instance(name: string): InstanceTally {
    const known = this.instances.get(name);
    if (known !== undefined) return known;
    const made = { commands: 0, stopped: 0, missed: 0, waited: 0 };
    this.instances.set(name, made);
    return made;
  }
}
