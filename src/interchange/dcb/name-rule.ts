import type { Cel } from './cel.ts';

const LONGEST = 60;
const COMPARISONS: { readonly [operator: string]: string } = {
  '<': 'Below',
  '<=': 'AtMost',
  '>': 'Above',
  '>=': 'AtLeast',
  '==': 'Equals',
  '!=': 'DiffersFrom',
  in: 'In',
};
const AUXILIARIES = new Set([
  'Is',
  'Are',
  'Was',
  'Were',
  'Has',
  'Have',
  'Can',
  'Must',
  'May',
  'Should',
  'Will',
]);
const COPULAS = new Set(['Is', 'Are', 'Was', 'Were']);

/** A name that says what a rule demands (`CourseExists`, `StudentNotSubscribed`, `TakenBelowCapacity`), or undefined when the rule is too involved for one. */
export function nameRule(rule: Cel): string | undefined {
  const name = nameCondition(rule)?.join('');
  return name !== undefined && name.length <= LONGEST && /^[A-Z]/.test(name) ? name : undefined;
}

/** An identifier or a short text as PascalCase words. */
export function toWords(text: string): readonly string[] {
  const words = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  return words.filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
}

type Words = readonly string[];

function nameCondition(cel: Cel): Words | undefined {
  if (cel.kind === 'unary' && cel.operator === '!') return nameOpposite(cel.operand);
  if (cel.kind !== 'binary') {
    const words = nameValue(cel);
    return words && COPULAS.has(words[0] ?? '') && words.length > 2 ? words.slice(1) : words;
  }
  return nameBinary(cel);
}

function nameBinary({ operator, left, right }: Extract<Cel, { kind: 'binary' }>): Words | undefined {
  if (operator === '&&' || operator === '||') {
    return combine(nameCondition(left), operator === '&&' ? 'And' : 'Or', nameCondition(right));
  }
  const value = right.kind === 'literal' ? right.value : undefined;
  const subject = nameValue(left);
  if (value === null && subject) return operator === '==' ? ['No', ...subject] : [...subject, 'Exists'];
  if (value === true && subject) return operator === '==' ? subject : negate(subject);
  const word = COMPARISONS[operator];
  return word === undefined ? undefined : combine(subject, word, nameValue(right));
}

function nameOpposite(cel: Cel): Words | undefined {
  if (cel.kind === 'binary') {
    return cel.operator === 'in' ? combine(nameValue(cel.left), 'NotIn', nameValue(cel.right)) : undefined;
  }
  const words = nameValue(cel);
  return words && negate(words);
}

function nameValue(cel: Cel): Words | undefined {
  if (cel.kind === 'name') return toWords(cel.name);
  if (cel.kind === 'member') return nameMember(cel);
  if (cel.kind === 'call' && cel.args.length === 1 && cel.target === undefined) {
    const words = cel.args[0] && nameValue(cel.args[0]);
    return words && (cel.name === 'size' ? ['Size', 'Of', ...words] : words);
  }
  if (cel.kind !== 'literal' || cel.value === null) return undefined;
  const words = toWords(String(cel.value));
  return words.length > 0 && words.length <= 4 && !String(cel.value).includes('-') ? words : undefined;
}

/** A single word such as "used" says too little without what it is said of. */
function nameMember({ object, property }: Extract<Cel, { kind: 'member' }>): Words {
  const words = toWords(property);
  const isCommand = object.kind === 'name' && object.name === 'command';
  return words.length > 1 || isCommand ? words : [...(nameValue(object) ?? []), ...words];
}

function combine(left: Words | undefined, word: string, right: Words | undefined): Words | undefined {
  return left && right && [...left, word, ...right];
}

function negate(words: Words): Words {
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  const start = words.slice(0, -1);
  if (last === 'Exists') return [...start, 'Does', 'Not', 'Exist'];
  if (words.includes('Already')) return words.map((word) => (word === 'Already' ? 'Not' : word));
  if (COPULAS.has(first) && rest.length > 0) return [...rest.slice(0, -1), 'Not', last];
  if (first === 'Has' && rest.length > 0) return ['Has', 'No', ...rest];
  const auxiliary = words.findIndex((word) => AUXILIARIES.has(word));
  if (auxiliary >= 0) return [...words.slice(0, auxiliary + 1), 'Not', ...words.slice(auxiliary + 1)];
  return [...start, 'Not', last];
}
