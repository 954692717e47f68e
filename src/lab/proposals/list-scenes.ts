import { sampleData } from '../../board/sample-value.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { Json } from '../../lib/json.ts';
import { readFieldTypes } from '../../model/field-type.ts';
import type { Example, GivenEvent, Model } from '../../model/schema.ts';
import { listKeyFields } from './key-fields.ts';
import { dropRepeated, readData, replaceInData, type Scene } from './scene.ts';

/** More than so many examples of a command do not make a better proposal. */
const MOST_EXAMPLES = 2;

/** Where these commands are likely to be accepted: as the examples have them, and as their constraints suggest. */
export function listScenes(model: Model, names: readonly string[]): readonly Scene[] {
  const [first = ''] = names;
  const others = [...new Set(names)].filter((name) => name !== first);
  const told = listAccepted(model, first).flatMap((example) => {
    const scenes = others.reduce<readonly Scene[]>(
      (begun, other) => begun.flatMap((scene) => joinExamples(model, scene, other)),
      [{ given: example.given ?? [], commands: example.when ? [example.when] : [] }],
    );
    return scenes.map((scene) => repeatCommands(scene, names));
  });
  const guessed = guessScene(model, names);
  return [...told, guessed, { ...guessed, given: [] }];
}

/** Examples that show how a command goes through; those that run it on something come first. */
function listAccepted(model: Model, command: string): readonly Example[] {
  return (model.examples ?? [])
    .filter(({ when, then }) => when?.command === command && (then?.events?.length ?? 0) > 0)
    .toSorted((one, other) => (other.given?.length ?? 0) - (one.given?.length ?? 0))
    .slice(0, MOST_EXAMPLES);
}

/** A scene with a command added as its own examples have it, about the same instances. */
function joinExamples(model: Model, scene: Scene, command: string): readonly Scene[] {
  const keys = listKeyFields(model, command);
  return listAccepted(model, command).flatMap(({ given = [], when }) => {
    if (when === undefined) return [];
    const known = scene.commands.map(({ data }) => readData(data));
    const own = readData(when.data);
    const replacements = new Map(
      keys.flatMap((field): [Json, Json][] => {
        const theirs = known.map((data) => getOwn(data, field)).find((value) => value !== undefined);
        const value = getOwn(own, field);
        return theirs === undefined || value === undefined ? [] : [[value, theirs]];
      }),
    );
    const adapt = (event: GivenEvent) => ({
      ...event,
      data: replaceInData(readData(event.data), replacements),
    });
    return [
      {
        given: dropRepeated([...scene.given, ...given.map(adapt)]),
        commands: [...scene.commands, { ...when, data: replaceInData(own, replacements) }],
      },
    ];
  });
}

/** The commands in the order and as often as they were asked for. */
function repeatCommands({ given, commands }: Scene, names: readonly string[]): Scene {
  return { given, commands: names.flatMap((name) => commands.filter(({ command }) => command === name)) };
}

/** Sample values, after one event for whatever the constraints want to have happened. */
function guessScene(model: Model, names: readonly string[]): Scene {
  const constraints = names.flatMap((name) =>
    (getOwn(model.commands, name)?.checks ?? []).map((check) =>
      typeof check === 'string' ? check : check.constraint,
    ),
  );
  return {
    given: [...new Set(constraints.flatMap((name) => listWanted(model, name)))].map((event) => ({
      event,
      data: sampleData(readFieldTypes(getOwn(model.events, event)?.fields)),
    })),
    commands: names.map((command) => ({
      command,
      data: sampleData(readFieldTypes(getOwn(model.commands, command)?.fields)),
    })),
  };
}

/**
 * For each projection of a constraint the first event that sets it. One that only counts on (`state + 1`), and one
 * whose rule asks for the contrary (`!taken`), need nothing before.
 */
function listWanted(model: Model, constraint: string): readonly string[] {
  const { projections = {}, rule = '' } = getOwn(model.constraints, constraint) ?? {};
  return Object.entries(projections).flatMap(([name, { on = {} }]) => {
    if (rule.includes(`!${name}`)) return [];
    const setter = Object.entries(on).find(([, expression]) => !/\bstate\b/.test(expression));
    return setter === undefined ? [] : [setter[0]];
  });
}
