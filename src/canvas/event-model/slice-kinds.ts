import { ArrowLeftRight, Cog, Eye, type LucideIcon, SquarePen, SquareStack } from 'lucide-react';
import type { SliceKind, SliceStatus } from '../../board/event-model/event-model-layout.ts';

interface SliceKindEntry {
  readonly label: string;
  readonly meaning: string;
  readonly Icon: LucideIcon;
}

/** The four patterns of slices. */
export const SLICE_KINDS: Readonly<Record<SliceKind, SliceKindEntry>> = {
  change: { label: 'Change', meaning: 'A person asks for something, and it happens', Icon: SquarePen },
  view: { label: 'View', meaning: 'What happened can be looked up', Icon: Eye },
  automation: { label: 'Automation', meaning: 'Something happens, and a policy reacts by itself', Icon: Cog },
  translation: {
    label: 'Translation',
    meaning: 'What happened goes to another system, or comes from one',
    Icon: ArrowLeftRight,
  },
};

export const NO_KIND: SliceKindEntry = {
  label: 'Kind',
  meaning: 'Nobody said yet which pattern it follows',
  Icon: SquareStack,
};

const STATUSES: readonly SliceStatus[] = ['planned', 'doing', 'done'];

/** The status after this one: planned, doing, done, and again. */
export function nextStatus(status: SliceStatus | null): SliceStatus {
  const next = status === null ? 0 : STATUSES.indexOf(status) + 1;
  return STATUSES[next % STATUSES.length] ?? 'planned';
}
