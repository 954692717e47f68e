/** The kinds of elements a slice can name as `kind:Name`, and the section of the model each is in. */
export const ELEMENT_SECTIONS = {
  event: 'events',
  constraint: 'constraints',
  command: 'commands',
  aggregate: 'aggregates',
  policy: 'policies',
  readModel: 'readModels',
  externalSystem: 'externalSystems',
  screen: 'screens',
  actor: 'actors',
  hotspot: 'hotspots',
  opportunity: 'opportunities',
  note: 'notes',
} as const;

export type ElementKind = keyof typeof ELEMENT_SECTIONS;
