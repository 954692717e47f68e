import { makeUnique, nameConcept } from './concept-name.ts';
import { sayField } from './field-path.ts';
import type { FieldProfile } from './field-survey.ts';
import { looksLikeTime, sayDistinct, sayWhere } from './guess-field.ts';
import type { TagChoice } from './mapping-proposal.ts';

/** More tags than this help nobody. */
const MOST_TAGS = 8;
const NAMES_INSTANCE = /(^|[a-z_\s:.-])(id|ids|key|uuid|guid|number|nr)$|[a-z](Id|Ids|Key|Uuid|Nr)$/;
const NAMES_CASE = /^case(:|_| |$)|^case:concept:name$|^subject$/i;

/** Objects of an OCEL log, each type a tag. */
export function tagObjects(fields: readonly FieldProfile[], looked: number): readonly TagChoice[] {
  return nameTags(fields, looked, 'is a type of objects');
}

/** Fields that look like the name of one instance of something: by their own names, and as their values come again. */
export function guessTags(fields: readonly FieldProfile[], looked: number): readonly TagChoice[] {
  const found = fields.filter((field) => isInstance(field));
  return nameTags(found.slice(0, MOST_TAGS), looked, 'names instances of something');
}

function isInstance(field: FieldProfile): boolean {
  const name = field.path.at(-1) ?? '';
  const isNamed = NAMES_INSTANCE.test(name) || NAMES_CASE.test(name);
  return isNamed && field.longest <= 200 && !looksLikeTime(field) && field.distinct < field.count;
}

function nameTags(fields: readonly FieldProfile[], looked: number, what: string): readonly TagChoice[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    const concept = makeUnique(nameConcept(nameOf(field)), taken);
    taken.add(concept);
    const reason = `"${nameOf(field)}" ${what}: it stands ${sayWhere(field, looked)}, with ${sayDistinct(field)}.${sayHub(field, looked)}`;
    return { concept, fields: [field.path], reason };
  });
}

/** `actor.id` is about the actor; `objects.order` is an order. */
function nameOf({ path }: FieldProfile): string {
  const name = path.at(-1) ?? '';
  if (/^(id|key|name|number)$/i.test(name) && path.length > 1) return path.at(-2) ?? name;
  return path[0] === 'objects' ? name : sayField(path.slice(-1));
}

function sayHub({ commonest }: FieldProfile, looked: number): string {
  if (looked < 10 || commonest <= 0.9 * looked) return '';
  return ' Nearly every event has the same one: a hub, to be left out where contention is measured.';
}
