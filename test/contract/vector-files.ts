import appending from './appending.json' with { type: 'json' };
import archiving from './archiving.json' with { type: 'json' };
import conditions from './conditions.json' with { type: 'json' };
import migrating from './migrating.json' with { type: 'json' };
import projecting from './projecting.json' with { type: 'json' };
import races from './races.json' with { type: 'json' };
import reading from './reading.json' with { type: 'json' };
import replaying from './replaying.json' with { type: 'json' };
import retagging from './retagging.json' with { type: 'json' };
import rows from './rows.json' with { type: 'json' };
import streams from './streams.json' with { type: 'json' };
import subscribing from './subscribing.json' with { type: 'json' };
import { vectorFileSchema } from './vector.ts';

/** Every file of vectors, checked against its shape. */
export const vectorFiles = [
  appending,
  replaying,
  reading,
  conditions,
  races,
  streams,
  retagging,
  migrating,
  subscribing,
  archiving,
  rows,
  projecting,
].map((file) => vectorFileSchema.parse(file));
