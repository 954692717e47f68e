import { describe, expect, it } from 'vitest';
import { runExamples } from '../../../src/decision/run-examples.ts';
import { checkModel } from '../../../src/model/check-model.ts';
import { parseModel } from '../../../src/model/parse.ts';
import { serialiseModel } from '../../../src/model/serialise.ts';
import { compileShipped, exploreRace, readShipped, SHIPPED } from './shipped-model.ts';

const GUARDS = ['unguarded', 'log-version', 'stream-version', 'tag-condition'] as const;

it('nine models are shipped: seven systems, two of them in a second variant', () => {
  expect(SHIPPED).toEqual([
    'confirmation-mail',
    'course-subscriptions',
    'course-subscriptions-dual',
    'interest',
    'library',
    'library-dual-events',
    'locked-issue',
    'orders-seats-payment',
    'unique-email',
  ]);
});

describe.each(SHIPPED)('%s', (name) => {
  const text = readShipped(name);
  const parsed = parseModel(text);
  const compiled = compileShipped(name);
  const { constraints = {}, commands = {}, examples = [], races = [] } = compiled.model;

  it('has nothing wrong with it', () => {
    const findings = [...parsed.diagnostics, ...checkModel(compiled.model), ...compiled.diagnostics];
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('is written the way Ambit writes it', () => {
    expect(parsed.document && serialiseModel(parsed.document)).toBe(text);
  });

  it('meets all of its examples', () => {
    expect(runExamples(compiled).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('shows every rule failing and every command going through in some example', () => {
    const failing = examples.flatMap(({ then: outcome }) =>
      outcome && 'rejected' in outcome ? outcome.rejected : [],
    );
    const accepted = examples.flatMap(({ when, then: outcome }) =>
      outcome && 'events' in outcome ? [when?.command] : [],
    );
    const rules = Object.keys(constraints).filter(
      (constraint) => constraints[constraint]?.rule !== undefined,
    );
    expect(rules.filter((rule) => !failing.includes(rule))).toEqual([]);
    expect(Object.keys(commands).filter((command) => !accepted.includes(command))).toEqual([]);
  });

  it('says about everything what it is, and about every race what to see', () => {
    const {
      events = {},
      aggregates = {},
      policies = {},
      readModels = {},
      screens = {},
      tags = {},
    } = compiled.model;
    const parts = [events, constraints, commands, aggregates, policies, readModels, screens, tags];
    const described = [
      ...parts.flatMap((section) => Object.entries(section)),
      ...races.map((race) => [race.name, race] as const),
    ];
    expect(described.filter(([, { description }]) => !description).map(([part]) => part)).toEqual([]);
  });

  it('has races that are stopped rightly, stopped for nothing and missed, one with retries and one of three commands', () => {
    const results = races.flatMap((race) => GUARDS.map((strategy) => exploreRace(compiled, race, strategy)));
    const seen = new Set(results.flatMap(({ verdicts }) => Object.keys(verdicts)));
    expect([...seen]).toEqual(
      expect.arrayContaining(['safe', 'conflict', 'falseConflict', 'missedConflict']),
    );
    expect(races.some(({ attempts }) => attempts !== 1)).toBe(true);
    expect(races.some((race) => race.commands?.length === 3)).toBe(true);
  });
});
