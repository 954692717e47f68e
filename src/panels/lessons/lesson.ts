import type { Edit } from '../../board/board.ts';
import type { ElementKey } from '../../board/element-key.ts';
import type { FindingKey } from '../../exploration/findings.ts';
import type { HistoryView } from '../../lab/lab-desk.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { GivenEvent, IssuedCommand, Workload } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';

/** The lessons in their order; each is called like the model it is about. */
export const LESSON_IDS = [
  'course-subscriptions',
  'library',
  'interest',
  'unique-email',
  'locked-issue',
  'orders-seats-payment',
  'confirmation-mail',
] as const;
export type LessonId = (typeof LESSON_IDS)[number];

/** Words for a learner: `*weighty*`, `` `in the model's voice` `` and `[explained]`, a word of the glossary. */
export type Prose = string;

/** What a lesson consists of, fetched when it is started. */
export interface Lesson {
  readonly id: LessonId;
  /** The boards it takes place on, by a short name; a step that names none is on `main`. */
  readonly boards: { readonly main: LessonBoard; readonly [name: string]: LessonBoard };
  /** How a constraint that was read is told in the races of this lesson. */
  readonly rules: { readonly [constraint: string]: RuleWords };
  readonly steps: readonly LessonStep[];
}

/** What a rule found, in words; `{taken}` stands for the value of a projection, `{list.0.name}` for a part of one. */
export interface RuleWords {
  readonly holds: string;
  /** Where it does not hold; as where it does, when left out. */
  readonly fails?: string;
}

export interface LessonBoard {
  /** A file of `public/models`. */
  readonly file: string;
  /** What is told apart on the shelf where a lesson has several boards: "stored twice". */
  readonly suffix?: string;
  /** What is otherwise than in the file. */
  readonly prepare?: (document: JsonObject) => JsonObject;
}

interface Step {
  /** Its name in what is kept of a learner's progress; never changed once it was out. */
  readonly id: string;
  /** One word for the line of steps. */
  readonly tab: string;
  readonly title: string;
  readonly text: readonly Prose[];
  readonly board?: string;
  /** What is selected on the board, the last one leading; nothing where it is left out. */
  readonly select?: readonly ElementKey[];
  /** What else of the board is to be in sight. */
  readonly sight?: readonly ElementKey[];
  /** The strategy that the board is shown under. */
  readonly strategy?: StrategyId;
}

/** A race at a concrete schedule. */
export interface Scene {
  readonly race: string;
  readonly strategy: StrategyId;
  /** Who takes each step, counted from 0. */
  readonly order: readonly number[];
}

export interface StoryStep extends Step {
  readonly kind: 'story';
}

export interface LookStep extends Step {
  readonly kind: 'look';
  /** Where to look; choosing one selects it and brings it into view. */
  readonly places: readonly { readonly key: ElementKey; readonly says: Prose }[];
  /** Said below the places. */
  readonly after: readonly Prose[];
}

/** What a learner is asked before anything is shown; the answers are computed when they are. */
export type Question =
  /** For each append of a schedule: let through, or stopped. */
  | { readonly kind: 'appends'; readonly scene: Scene }
  /** For each case: the worst that can happen in any schedule, of these. */
  | {
      readonly kind: 'worst';
      readonly cases: readonly { readonly race: string; readonly strategy: StrategyId }[];
      readonly options: readonly FindingKey[];
    }
  /** In how many schedules something happens: none, fewer than half, most, all. */
  | {
      readonly kind: 'share';
      readonly race: string;
      readonly strategy: StrategyId;
      readonly finding: FindingKey;
    }
  | LoadQuestion;

/** Many commands at once, with a wide boundary and with a narrow one: how many times fewer are stopped, and what a lock makes of it. */
export interface LoadQuestion {
  readonly kind: 'load';
  readonly wide: LoadCase;
  readonly narrow: LoadCase;
  readonly guard: StrategyId;
  readonly lock: StrategyId;
  /** Commands a second, ascending. */
  readonly rates: readonly number[];
  /** The one of them that is asked about. */
  readonly at: number;
  /** How many times fewer: the one that comes nearest is right. */
  readonly times: readonly number[];
}

/** A load as it is called beside its line. */
export interface LoadCase {
  readonly name: string;
  /** The workload of the model that it begins with, where it is changed in the lab. */
  readonly from: string;
  readonly workload: Workload;
}

export interface PredictStep extends Step {
  readonly kind: 'predict';
  readonly ask: string;
  readonly question: Question;
  /** Said with the answers. */
  readonly after: readonly Prose[];
}

/** A race taken step by step. */
export interface RaceStep extends Step {
  readonly kind: 'race';
  readonly scene: Scene;
  /** Said when the last step is taken. */
  readonly after: readonly Prose[];
}

/** Something that is so on the board, or not yet. */
export type Fact =
  | { readonly kind: 'tagged'; readonly event: string; readonly tag: string }
  | {
      readonly kind: 'owned';
      readonly event: string;
      readonly aggregate: string;
      readonly isOwned: boolean;
    }
  | { readonly kind: 'relaxed'; readonly constraint: string }
  /** The constraint reads just the events with the same value of these tags. */
  | {
      readonly kind: 'subset';
      readonly constraint: string;
      readonly event: string;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'checked'; readonly command: string; readonly constraint: string }
  /** The race is run with at least so many commands. */
  | { readonly kind: 'commands'; readonly race: string; readonly least: number }
  /** Whether something can happen in a race. */
  | {
      readonly kind: 'shows';
      readonly race: string;
      readonly strategy: StrategyId;
      readonly finding: FindingKey;
      readonly isShown: boolean;
    };

export interface Check {
  readonly says: Prose;
  readonly fact: Fact;
}

/** Something that is so in the log of the board and in what lives beside it, or not yet. */
export type LiveFact =
  /** At least so many events of a type are in the log. */
  | { readonly kind: 'logged'; readonly event: string; readonly least: number }
  /** An event of a type is in a stream. */
  | { readonly kind: 'stands'; readonly event: string; readonly stream: string }
  /** An event was not stored, because a read model that is written with it could not take it. */
  | { readonly kind: 'rolledBack' }
  | { readonly kind: 'acted'; readonly act: string }
  /** The read model has come as far as the log, and has at least so many rows. */
  | { readonly kind: 'level'; readonly readModel: string; readonly rows: number }
  | { readonly kind: 'behind'; readonly readModel: string }
  /** The read model was made by an older definition. */
  | { readonly kind: 'stale'; readonly readModel: string }
  /** A task waits for a read model. */
  | { readonly kind: 'waits'; readonly system: string }
  /** A system outside has done exactly so many tasks. */
  | { readonly kind: 'done'; readonly system: string; readonly times: number }
  /** Whether an event in the log no longer fits the model. */
  | { readonly kind: 'doom'; readonly isFound: boolean };

export interface LiveCheck {
  readonly says: Prose;
  readonly fact: LiveFact | RacedFact;
}

/** What can happen in a race of the board. */
export type RacedFact = Fact & { readonly kind: 'shows' };

/** Something that is done on the board or its log. */
export type Deed =
  | { readonly kind: 'issue'; readonly command: IssuedCommand }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'pause' | 'resume' | 'check' | 'rebuild'; readonly readModel: string }
  /** Changes what is stored as the migrations of the model say. */
  | { readonly kind: 'migrate' };

export interface Act {
  readonly id: string;
  readonly label: string;
  readonly deeds: readonly Deed[];
  /** It makes sense once so many checks are met. */
  readonly after: number;
}

/** Something the learner does on the board. */
export interface ChangeStep extends Step {
  readonly kind: 'change';
  readonly task: Prose;
  /** How it can be done by hand. */
  readonly ways: readonly Prose[];
  readonly checks: readonly Check[];
  /** Does it for whoever is stuck; as an edit it can be undone. */
  readonly solution: { readonly label: string; readonly edit: Edit };
  /** Said when all checks are met. */
  readonly after: readonly Prose[];
}

/** Something the learner does on the board's own log; the checks are met one after the other. */
export interface LiveStep extends Step {
  readonly kind: 'live';
  readonly strategy: StrategyId;
  /** What has happened already, where the log is empty when one comes to the step. */
  readonly given: readonly GivenEvent[];
  /** One after the other; each can be done again. */
  readonly acts: readonly Act[];
  readonly checks: readonly LiveCheck[];
  /** What is watched beside the log. */
  readonly readModels: readonly string[];
  readonly systems: readonly string[];
  /** Where the lab shows more of it. */
  readonly view: HistoryView;
  /** Said when all checks are met. */
  readonly after: readonly Prose[];
}

/** What to take home, and where to go on. */
export interface FinishStep extends Step {
  readonly kind: 'finish';
  readonly home: readonly Prose[];
  readonly next: LessonId | null;
}

export type LessonStep = StoryStep | LookStep | PredictStep | RaceStep | ChangeStep | LiveStep | FinishStep;
