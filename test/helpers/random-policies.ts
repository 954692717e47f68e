import * as fc from 'fast-check';
import type { Model } from '../../src/model/schema.ts';
import { type RandomRace, randomRaces } from './random-model.ts';
import { named } from './random-model-constraint.ts';

const COPIED = { room: 'event.room', guest: 'event.guest', other: 'event.other', items: 'event.items' };
const CARRIED = { ...COPIED, amount: 'event.amount', price: 'event.price', at: 'event.at' };

/** What a policy passes on: most, everything, with rooms changed, or what cannot be had of every event. */
const WITHS = [
  { ...CARRIED, day: '"d1"' },
  { ...CARRIED, day: 'event.day' },
  { ...CARRIED, room: 'event.other', other: 'event.room', day: '"d1"' },
  { ...COPIED, amount: 'event.amount + 1', day: '"d2"' },
  { ...CARRIED, guest: '"g" + string(event.amount)' },
];
const WHENS = [
  undefined,
  undefined,
  undefined,
  'event.amount < 2',
  '2 / event.amount > 0',
  'event.room == "r1"',
];

const policyGene = fc.record({
  on: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }),
  issues: fc.nat({ max: 5 }),
  with: fc.nat({ max: WITHS.length - 1 }),
  when: fc.nat({ max: WHENS.length - 1 }),
});

/** Small races in which policies take part: one or two commands of their own, and chains that come to an end or not. */
export const racesWithPolicies: fc.Arbitrary<RandomRace> = fc
  .record({
    random: randomRaces,
    policies: fc.array(policyGene, { minLength: 1, maxLength: 2 }),
    size: fc.constantFrom(1, 2, 2, 2),
  })
  .map(({ random: { model, race }, policies, size }) => {
    const [events, commands] = [Object.keys(model.events ?? {}), Object.keys(model.commands ?? {})];
    const built = policies.map((gene) => {
      const when = WHENS[gene.when];
      return {
        on: gene.on.map((index) => events[index % events.length] ?? ''),
        issues: commands[gene.issues % commands.length] ?? '',
        with: WITHS[gene.with] ?? {},
        ...(when !== undefined && { when }),
      };
    });
    const small = { ...race, commands: (race.commands ?? []).slice(0, size), policies: true };
    const whole: Model = { ...model, policies: named('P', built), races: [small] };
    return { model: whole, race: small };
  });
