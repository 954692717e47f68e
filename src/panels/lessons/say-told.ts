import type { ToldSchedule, ToldStep } from '../../exploration/result.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json } from '../../lib/json.ts';
import type { Lesson } from './lesson.ts';

type Rules = Lesson['rules'];
/** What a command had read, or what is so when it writes. */
type When = 'atRead' | 'now';

/** A command as it is called in a race: #1, #2 and so on. */
export function sayCommand(command: number): string {
  return `#${command + 1}`;
}

/** What a command does at a step, before anybody knows how it ends: "reads", "writes". */
export function sayAct({ step }: ToldStep): string {
  return { acquire: 'asks for the lock', read: 'reads', append: 'writes' }[step];
}

/** The streams that an append writes to, where streams are what is guarded. */
export function listStreams({ guard }: ToldStep): readonly string[] {
  return guard?.kind === 'streams' ? guard.streams : [];
}

/** What a step found of the rules that matter in its schedule, in a lesson's words: "1 of 2 courses". */
export function sayFound(told: ToldSchedule, step: ToldStep, rules: Rules, when: When = 'atRead'): string {
  const checked = listChecked(step, rules);
  const matter = checked.filter((constraint) =>
    told.steps.some(
      (other) => sayRule(other, constraint, rules, 'atRead') !== sayRule(other, constraint, rules, 'now'),
    ),
  );
  const shown = matter.length > 0 ? matter : checked.slice(0, 1);
  return shown.map((constraint) => sayRule(step, constraint, rules, when)).join(', ');
}

/** The rules among a lesson's that a step checked, in the lesson's order. */
function listChecked({ checks = [] }: ToldStep, rules: Rules): readonly string[] {
  return Object.keys(rules).filter((name) => checks.some(({ constraint }) => constraint === name));
}

function sayRule(step: ToldStep, constraint: string, rules: Rules, when: When): string {
  const words = getOwn(rules, constraint);
  const check = step.checks?.find((one) => one.constraint === constraint);
  if (words === undefined || check === undefined) return '';
  const holds = when === 'atRead' ? check.heldAtRead : check.holdsNow;
  const text = holds === false ? (words.fails ?? words.holds) : words.holds;
  return text.replaceAll(/\{([^}]+)\}/g, (_, path: string) => sayValue(step, constraint, path, when));
}

function sayValue(step: ToldStep, constraint: string, path: string, when: When): string {
  const [name, ...rest] = path.split('.');
  const projection = step.projections?.find(
    (one) => one.constraint === constraint && one.projection === name,
  );
  const value = rest.reduce<Json | undefined>(getPart, projection?.[when] ?? undefined);
  return value === undefined ? '?' : String(value);
}

function getPart(value: Json | undefined, key: string): Json | undefined {
  if (isJsonObject(value)) return getOwn(value, key);
  return Array.isArray(value) ? value[Number(key)] : undefined;
}
