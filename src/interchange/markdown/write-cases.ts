import type { Example, GivenEvent, IssuedCommand, Model, Race } from '../../model/schema.ts';
import { sayData, sayDescription, sayName, sayNames } from './say-data.ts';

/** The examples as given, when, then. */
export function writeExamples({ examples = [] }: Model): readonly string[] {
  return examples.length === 0 ? [] : ['## Examples', '', ...examples.flatMap(writeExample)];
}

/** The races: what happened before, and the commands that run at the same time. */
export function writeRaces({ races = [] }: Model): readonly string[] {
  return races.length === 0 ? [] : ['## Races', '', ...races.flatMap(writeRace)];
}

function writeExample(example: Example): readonly string[] {
  const { name, description, given = [], when, then: outcome } = example;
  return [
    `### ${sayName(name)}`,
    '',
    ...sayDescription(description),
    ...writeGiven(given),
    `- When ${when === undefined ? '…' : sayCommand(when)}`,
    ...writeOutcome(outcome),
    '',
  ];
}

function writeOutcome(outcome: Example['then']): readonly string[] {
  if (outcome === undefined) return ['- Then …'];
  if (outcome.error !== undefined) return ['- Then an expression fails'];
  if (outcome.rejected !== undefined) return [`- Then it is rejected by ${sayNames(outcome.rejected)}`];
  if (outcome.events.length === 0) return ['- Then nothing happens'];
  return ['- Then', ...outcome.events.map((event) => `  - ${sayHappened(event)}`)];
}

function writeRace({ name, description, given = [], commands = [], attempts }: Race): readonly string[] {
  const tries = attempts === undefined || attempts === 1 ? '' : `, each tried ${sayAttempts(attempts)}`;
  return [
    `### ${sayName(name)}`,
    '',
    ...sayDescription(description),
    ...writeGiven(given),
    `- At the same time${tries}`,
    ...commands.map((command, index) => `  ${index + 1}. ${sayCommand(command)}`),
    '',
  ];
}

function sayAttempts(attempts: number | 'unlimited'): string {
  return attempts === 'unlimited' ? 'until it goes through' : `up to ${attempts} times`;
}

function writeGiven(given: readonly GivenEvent[]): readonly string[] {
  if (given.length === 0) return ['- Given nothing'];
  return ['- Given', ...given.map((event) => `  - ${sayHappened(event)}`)];
}

function sayHappened({ event, data }: Pick<GivenEvent, 'event' | 'data'>): string {
  return join(`**${sayName(event)}**`, sayData(data));
}

function sayCommand({ command, data }: IssuedCommand): string {
  return join(`**${sayName(command)}**`, sayData(data));
}

function join(name: string, data: string): string {
  return data === '' ? name : `${name} ${data}`;
}
