import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { isVariableName } from '../../model/identifier.ts';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey, parseKey } from '../element-key.ts';
import { changeEach, renameKeys } from './change-each.ts';
import { changeExpression } from './change-expression.ts';
import { isForbidden, pickFreeName } from './name.ts';
import { changeReferences } from './references.ts';
import { renameCommandField } from './rename-command-field.ts';
import { renameParameter, renameProjection } from './rename-constraint-part.ts';
import { renameEventField } from './rename-event-field.ts';
import { renameScreenField } from './rename-screen-field.ts';

/**
 * Gives an element another name everywhere: where it is defined, where it is named, in slices, on the canvas, and where
 * expressions read `Constraint.projection`. A taken name gets a number; an empty one, or an element that is not there,
 * changes nothing. `toName` makes a name of what somebody typed.
 */
export function renameElement(
  document: JsonObject,
  key: ElementKey,
  name: string,
): { readonly document: JsonObject; readonly key: ElementKey } {
  const parsed = parseKey(key);
  const wanted = name.trim();
  if (!parsed || wanted === '' || wanted === parsed.name) return { document, key };
  const names = listNames(document, parsed.kind);
  if (!names.has(parsed.name)) return { document, key };
  const free = pickFreeName(
    parsed.kind,
    wanted,
    (candidate) => candidate !== parsed.name && names.has(candidate),
  );
  return {
    document: renameElements(document, new Map([[key, free]])),
    key: makeKey(parsed.kind, free),
  };
}

/** The names of a kind: those defined; of tags and contexts, which need not be, also those used. */
function listNames(document: JsonObject, kind: BoardKind): ReadonlySet<string> {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  const names = new Set(isJsonObject(section) ? Object.keys(section) : []);
  if (kind !== 'tag' && kind !== 'context') return names;
  changeReferences(document, (usedKind, name) => {
    if (usedKind === kind) names.add(name);
    return name;
  });
  return names;
}

/** Renames several elements at once, to names that are free. */
export function renameElements(document: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  const rename = (kind: BoardKind, name: string) => names.get(makeKey(kind, name)) ?? name;
  let renamed = document;
  for (const kind of new Set([...names.keys()].flatMap((key) => parseKey(key)?.kind ?? []))) {
    renamed = changeEach(renamed, BOARD_SECTIONS[kind], (section) =>
      isJsonObject(section) ? renameKeys(section, (name) => rename(kind, name)) : section,
    );
  }
  return renameConstraintMentions(changeReferences(renamed, rename), names);
}

/** A name that no expression could use would only turn one that can be understood into one that cannot. */
function renameConstraintMentions(document: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  const heads = new Map(
    [...names].flatMap(([key, name]): [string, string][] => {
      const parsed = parseKey(key);
      return parsed?.kind === 'constraint' && isVariableName(name) ? [[parsed.name, name]] : [];
    }),
  );
  if (heads.size === 0) return document;
  const change = changeExpression(({ head, field }) => {
    const name = heads.get(head);
    return name === undefined ? undefined : { head: name, field };
  });
  return changeEach(
    changeEach(document, 'commands/*/emits/*/when', change),
    'commands/*/emits/*/data/*',
    change,
  );
}

/**
 * Gives a field of an event, a command or a screen, or a parameter or projection of a constraint, another name: also
 * in the expressions, tags, messages, examples and races that use it. What was filled by the field of the same name is
 * filled by it still. A name that is taken, or that expressions cannot use, changes nothing.
 */
export function renameField(document: JsonObject, key: ElementKey, from: string, to: string): JsonObject {
  const parsed = parseKey(key);
  const wanted = to.trim();
  if (!parsed || wanted === '' || wanted === from || isForbidden(wanted)) return document;
  switch (parsed.kind) {
    case 'event':
      return renameEventField(document, parsed.name, from, wanted);
    case 'command':
      return renameCommandField(document, parsed.name, from, wanted);
    case 'screen':
      return renameScreenField(document, parsed.name, from, wanted);
    case 'constraint':
      return renameProjection(
        renameParameter(document, parsed.name, from, wanted),
        parsed.name,
        from,
        wanted,
      );
    default:
      return document;
  }
}
