import type { BoardKind } from './element-key.ts';

/** How a kind of element is called and reached; its colour is the design token `--<token>`. */
export interface KindEntry {
  readonly label: string;
  readonly plural: string;
  /** The key that makes one. */
  readonly shortcut: string;
  /** `note`: a sticky note; `frame`: a border around notes; `label`: a small label on notes and arrows. */
  readonly form: 'note' | 'frame' | 'label';
  /** The design tokens `--<token>` and `--<token>-edge`. */
  readonly token: string;
  /** One line for tooltips and help. */
  readonly meaning: string;
  /** Whether its name stands in expressions or code, and is best one word. */
  readonly isCode: boolean;
}

/** The kinds in the order of the rail: the one table of labels, keys and colours. */
export const KINDS: Readonly<Record<BoardKind, KindEntry>> = {
  event: {
    label: 'Event',
    plural: 'Events',
    shortcut: 'E',
    form: 'note',
    token: 'event',
    meaning: 'A fact that happened, in the past tense',
    isCode: true,
  },
  command: {
    label: 'Command',
    plural: 'Commands',
    shortcut: 'C',
    form: 'note',
    token: 'command',
    meaning: 'What a person or a program asks for',
    isCode: true,
  },
  constraint: {
    label: 'Constraint',
    plural: 'Constraints',
    shortcut: 'K',
    form: 'note',
    token: 'constraint',
    meaning: 'A rule that a command must keep, decided from past events',
    isCode: true,
  },
  actor: {
    label: 'Actor',
    plural: 'Actors',
    shortcut: 'A',
    form: 'note',
    token: 'actor',
    meaning: 'Who gives commands',
    isCode: false,
  },
  policy: {
    label: 'Policy',
    plural: 'Policies',
    shortcut: 'P',
    form: 'note',
    token: 'policy',
    meaning: 'Whenever this happens, do that',
    isCode: false,
  },
  readModel: {
    label: 'Read model',
    plural: 'Read models',
    shortcut: 'R',
    form: 'note',
    token: 'read-model',
    meaning: 'What can be looked up',
    isCode: true,
  },
  externalSystem: {
    label: 'External system',
    plural: 'External systems',
    shortcut: 'X',
    form: 'note',
    token: 'external',
    meaning: 'A system outside that is asked to do something',
    isCode: false,
  },
  screen: {
    label: 'Screen',
    plural: 'Screens',
    shortcut: 'S',
    form: 'note',
    token: 'screen',
    meaning: 'What a person sees and does',
    isCode: false,
  },
  hotspot: {
    label: 'Hotspot',
    plural: 'Hotspots',
    shortcut: 'H',
    form: 'note',
    token: 'hotspot',
    meaning: 'An open question or a conflict',
    isCode: false,
  },
  opportunity: {
    label: 'Opportunity',
    plural: 'Opportunities',
    shortcut: 'O',
    form: 'note',
    token: 'opportunity',
    meaning: 'An idea worth keeping',
    isCode: false,
  },
  note: {
    label: 'Note',
    plural: 'Notes',
    shortcut: 'N',
    form: 'note',
    token: 'note',
    meaning: 'Anything else worth saying',
    isCode: false,
  },
  tag: {
    label: 'Tag',
    plural: 'Tags',
    shortcut: 'T',
    form: 'label',
    token: 'tag',
    meaning: 'A domain concept whose instances events refer to',
    isCode: true,
  },
  aggregate: {
    label: 'Aggregate',
    plural: 'Aggregates',
    shortcut: 'G',
    form: 'frame',
    token: 'aggregate',
    meaning: 'A boundary drawn by hand: one stream for each value of its tag',
    isCode: true,
  },
  context: {
    label: 'Bounded context',
    plural: 'Bounded contexts',
    shortcut: 'B',
    form: 'frame',
    token: 'context',
    meaning: 'A part of the system with a language of its own',
    isCode: false,
  },
};

export const KIND_ORDER: readonly BoardKind[] = Object.keys(KINDS) as BoardKind[];
