import type { Example, Race } from '../../model/schema.ts';

/** dcb+json knows no races: for each command the first example that is accepted, issued twice at once, gives something to explore. */
export function buildRaces(examples: readonly Example[]): readonly Race[] {
  const seen = new Set<string>();
  return examples.flatMap(({ name, given, when, then: outcome }): Race[] => {
    if (when === undefined || outcome === undefined || !('events' in outcome) || seen.has(when.command))
      return [];
    seen.add(when.command);
    const { now, ...command } = when;
    return [
      {
        name: `Twice at once: ${name}`,
        description:
          'Added by the import, which found no races: the same command, issued twice at the same time.',
        ...(given && { given }),
        commands: [command, command],
        attempts: 1,
        ...(now !== undefined && { now }),
      },
    ];
  });
}
