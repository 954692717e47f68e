import type { BoundaryPart, BoundaryReport } from '../../strategies/report-boundary.ts';

/** How an event matters to a command under a strategy. */
export type Standing =
  /** It is needed, and a new one like it stops the write. */
  | 'caught'
  /** It is needed, and a new one like it can slip through. */
  | 'open'
  /** It is needed, and let through on purpose: all constraints that need it are relaxed (B2). */
  | 'relaxed'
  /** It is not needed, and a new one like it can stop the write for nothing. */
  | 'extra';

/** One way in which an event matters to a command: when the command is about the same instances. */
export interface Relation {
  readonly standing: Standing;
  /** The tags by which it is told whether the command is about the same; none when it always is. */
  readonly tags: readonly string[];
  /** The constraints that need it; none where it is only guarded. */
  readonly constraints: readonly string[];
}

/** A command to which an event matters, with every way in which it does. */
export interface Needing {
  readonly command: string;
  /** The one that leads: what is open before what is caught, and what is needed before what is not. */
  readonly standing: Standing;
  readonly relations: readonly Relation[];
}

const ORDER: readonly Standing[] = ['open', 'caught', 'relaxed', 'extra'];

/** The commands whose boundaries or guards an event of this type with these tags lies in, those it can slip past first (B1, B2). */
export function findNeeding(
  event: { readonly type: string; readonly tags: readonly string[] },
  reports: readonly BoundaryReport[],
): readonly Needing[] {
  const found = reports.flatMap(({ command, parts }) => {
    const relations = parts
      .filter((part) => part.event === event.type && (part.needed || part.guarded))
      .flatMap((part) => relate(event.tags, part));
    const [first] = ORDER.filter((standing) => relations.some((relation) => relation.standing === standing));
    return first === undefined ? [] : [{ command, standing: first, relations }];
  });
  return found.sort((one, other) => ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing));
}

/** What a part says of an event with these tags; nothing when the event does not carry its concepts. */
function relate(tags: readonly string[], part: BoundaryPart): readonly Relation[] {
  const found = part.concepts.map((concept) => tags.filter((tag) => tag.startsWith(`${concept}:`)));
  if (found.some((own) => own.length === 0)) return [];
  return [{ standing: standingOf(part), tags: found.flat(), constraints: part.constraints }];
}

function standingOf({ needed, guarded, relaxed }: BoundaryPart): Standing {
  if (!needed) return 'extra';
  if (guarded) return 'caught';
  return relaxed ? 'relaxed' : 'open';
}
