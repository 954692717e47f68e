import {
  AppWindow,
  Flame,
  Lightbulb,
  type LucideIcon,
  Plug,
  Repeat2,
  Scale,
  SquareChevronRight,
  SquareDashed,
  StickyNote,
  Table2,
  Tag,
  UserRound,
  Waypoints,
  Zap,
} from 'lucide-react';

const ICONS = {
  event: Zap,
  command: SquareChevronRight,
  constraint: Scale,
  actor: UserRound,
  policy: Repeat2,
  readModel: Table2,
  externalSystem: Plug,
  screen: AppWindow,
  hotspot: Flame,
  opportunity: Lightbulb,
  note: StickyNote,
  tag: Tag,
  aggregate: SquareDashed,
  context: Waypoints,
} satisfies Record<string, LucideIcon>;

export interface KindIconProps {
  readonly kind: keyof typeof ICONS;
  readonly size?: number;
}

/** The sign of a kind of element: colour is never the only one. */
export function KindIcon({ kind, size = 14 }: KindIconProps) {
  const Icon = ICONS[kind];
  return <Icon size={size} strokeWidth={2} aria-hidden="true" />;
}
