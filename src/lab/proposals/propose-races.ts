import type { Model, Race } from '../../model/schema.ts';
import { listKeyFields } from './key-fields.ts';
import { listScenes } from './list-scenes.ts';
import type { Scene } from './scene.ts';
import { setAskedAmounts, setPastAmounts, tellApart } from './vary-scene.ts';

/** Enough to find one in which the commands meet, and few enough to try them all at once. */
const MOST = 32;

/**
 * Races of these commands with values, the most natural one first; a name may stand several times. The commands share
 * the instances they are about, or all but one: the same course, other students. The past is that of their examples, or
 * what their constraints seem to ask for. Whether they are accepted then is not known here: see `chooseRace`.
 */
export function proposeRaces(model: Model, names: readonly string[]): readonly Race[] {
  if (names.length === 0) return [];
  const keys = new Set(names.flatMap((name) => listKeyFields(model, name)));
  const scenes = listScenes(model, names).flatMap((scene) => {
    return varyAmounts(scene, keys).map((one) => varyInstances(one, names, keys));
  });
  const races = interleave(scenes).map((scene) => ({ name: nameRace(names), ...trim(scene) }));
  return [...new Map(races.map((race) => [JSON.stringify(race), race])).values()].slice(0, MOST);
}

/** As they are, and smaller: most races are about the last of something. */
function varyAmounts(scene: Scene, keys: ReadonlySet<string>): readonly Scene[] {
  return [
    scene,
    setPastAmounts(scene, 1, keys),
    setPastAmounts(scene, 2, keys),
    setAskedAmounts(scene, 0, keys),
    setAskedAmounts(scene, 1, keys),
  ];
}

/** The same command twice about the very same things says little, so it comes last. */
function varyInstances(scene: Scene, names: readonly string[], keys: ReadonlySet<string>): readonly Scene[] {
  const isOneCommand = new Set(names).size === 1;
  const apart = [...keys].flatMap((field) => tellApart(scene, field) ?? []);
  return isOneCommand ? [...apart, scene] : [scene, ...apart];
}

/** The first of each list, then the second of each, and so on. */
function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}

function trim({ given, commands }: Scene): Pick<Race, 'given' | 'commands'> {
  return { ...(given.length > 0 ? { given } : {}), commands };
}

/** `SubscribeStudent twice`, `SubscribeStudent and RegisterStudent`. */
export function nameRace(names: readonly string[]): string {
  const [first = '', ...rest] = [...new Set(names)];
  if (rest.length === 0) return names.length === 2 ? `${first} twice` : `${first}, ${names.length} times`;
  return `${[first, ...rest.slice(0, -1)].join(', ')} and ${rest.at(-1)}`;
}
