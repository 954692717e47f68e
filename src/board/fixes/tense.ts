/** Verbs whose past does not end in -ed: as a command, and as an event. */
const IRREGULAR: readonly (readonly [string, string])[] = [
  ['Begin', 'Begun'],
  ['Buy', 'Bought'],
  ['Choose', 'Chosen'],
  ['Draw', 'Drawn'],
  ['Find', 'Found'],
  ['Get', 'Got'],
  ['Give', 'Given'],
  ['Hold', 'Held'],
  ['Leave', 'Left'],
  ['Lend', 'Lent'],
  ['Let', 'Let'],
  ['Make', 'Made'],
  ['Pay', 'Paid'],
  ['Put', 'Put'],
  ['Sell', 'Sold'],
  ['Send', 'Sent'],
  ['Set', 'Set'],
  ['Split', 'Split'],
  ['Take', 'Taken'],
  ['Withdraw', 'Withdrawn'],
  ['Write', 'Written'],
];
/** Stems that lost an e to -ed: "defin", "chang", "remov". */
const LOST_E = /(?:[aiu]t|[^aeo]et|[iouy]s|[bcgivuyz]|rib|fin|nam|[aeiou]r|[bdgkpt]l|rs|ak|ud|id|as)$/;
/** Those of them that did not. */
const KEPT = /(?:[aeiou]{2}t|[bdfhlmnpsv]it|er|or|[^aeiou][^aeiouy]t|cus|y|mas)$/;
const DOUBLED = /([bgmnprt])\1$/;

/** The event that a command's name calls for: SubscribeStudent leads to StudentSubscribed. */
export function toPast(command: string): string {
  const [verb = command, ...things] = splitWords(command);
  const past = getIrregular(verb, 0) ?? addEd(verb);
  const name = [...things, past].join('');
  return name === command ? `${command}Happened` : name;
}

/** The command that an event's name calls for: CourseDefined comes from DefineCourse. */
export function toRequest(event: string): string {
  const words = splitWords(event);
  const past = words.at(-1) ?? event;
  const verb = getIrregular(past, 1) ?? takeEd(past);
  const name = verb === undefined ? `Record${event}` : [verb, ...words.slice(0, -1)].join('');
  return name === event ? `Record${event}` : name;
}

function splitWords(name: string): readonly string[] {
  return name.match(/\p{Lu}*[^\p{Lu}]+|\p{Lu}+/gu) ?? [];
}

function getIrregular(word: string, column: 0 | 1): string | undefined {
  return IRREGULAR.find((pair) => pair[column] === word)?.[column === 0 ? 1 : 0];
}

function addEd(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  const isShort = /^[^aeiou]*[aeiou][bgmnpt]$/i.test(verb) || /mit$/.test(verb);
  return isShort ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

/** The verb behind "Defined"; undefined for a word that is no such past. */
function takeEd(past: string): string | undefined {
  if (past.endsWith('ied')) return `${past.slice(0, -3)}y`;
  const [, stem] = /^(\p{L}{2,})ed$/u.exec(past) ?? [];
  if (stem === undefined) return undefined;
  if (DOUBLED.test(stem) && stem.length > 3) return stem.slice(0, -1);
  return LOST_E.test(stem) && !KEPT.test(stem) ? `${stem}e` : stem;
}
