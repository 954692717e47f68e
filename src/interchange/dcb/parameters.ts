import type { FieldType } from '../../model/schema.ts';
import { named } from './cel.ts';
import type { Projection } from './document.ts';
import { fieldTypeOf, shapeOfField } from './field-type.ts';
import { membersUsed } from './javascript.ts';
import { isCelName } from './print-cel.ts';
import type { Typed } from './scope.ts';
import { propertiesOf, type Shape } from './shape.ts';
import type { Term } from './vocabulary.ts';

/** A parameter of a constraint: its type, and the JavaScript expression over `command` that gives its value. */
interface Parameter {
  readonly type: FieldType;
  readonly source: string;
  readonly typed: Typed;
}

// Names that the expressions of a projection or a rule use for something else.
const TAKEN = new Set(['state', 'event', 'time', 'now', 'command']);

/** The parameters of one constraint; projections that are given the same value share a parameter. */
export class Parameters {
  readonly #command: Term;
  readonly #byName = new Map<string, Parameter>();
  readonly #reserved = new Set<string>();

  constructor(command: Term) {
    this.#command = command;
  }

  get types(): ReadonlyMap<string, FieldType> {
    return new Map([...this.#byName].map(([name, { type }]) => [name, type]));
  }

  get sources(): ReadonlyMap<string, string> {
    return new Map([...this.#byName].map(([name, { source }]) => [name, source]));
  }

  /** The command's fields that a parameter stands for, which is what a rule calls them. */
  get standIns(): ReadonlyMap<string, Typed> {
    const standIns = new Map<string, Typed>();
    for (const { source, typed } of this.#byName.values()) {
      const field = commandFieldOf(source);
      if (field !== undefined) standIns.set(field, typed);
    }
    return standIns;
  }

  /** Keeps a name from being given to a parameter: a projection has it, and a rule sees both. */
  reserve(name: string): void {
    this.#reserved.add(name);
  }

  /** Binds a projection's parameters, in the order of its schema, to the decision model's expressions. */
  bind(projection: Projection, sources: readonly string[]): ReadonlyMap<string, Typed> {
    const declared = [...propertiesOf(projection.parameterSchema ?? undefined)];
    return new Map(
      declared.map(([name, schema], index) => {
        const source = sources[index] ?? `command.${name}`;
        const type = this.#typeOfSource(source) ?? fieldTypeOf(schema, [], false);
        return [name, this.#add(name, source, type, shapeOfField(schema, type))];
      }),
    );
  }

  /** The parameter for a field of the command; one is added where a message needs it. Undefined when the command has no such field. */
  standInFor(field: string): string | undefined {
    const source = `command.${field}`;
    for (const [name, parameter] of this.#byName) if (parameter.source === source) return name;
    const type = this.#typeOfSource(source);
    if (type === undefined) return undefined;
    this.#add(field, source, type, shapeOfField(undefined, type));
    return this.standInFor(field);
  }

  #add(wanted: string, source: string, type: FieldType, shape: Shape): Typed {
    const base = toCelName(wanted);
    let name = base;
    for (let suffix = 2; ; suffix++) {
      const known = this.#byName.get(name);
      if (known?.source === source) return known.typed;
      if (known === undefined && !this.#reserved.has(name)) break;
      name = `${base}${suffix}`;
    }
    const typed = { cel: named(name), shape };
    this.#byName.set(name, { type, source, typed });
    return typed;
  }

  #typeOfSource(source: string): FieldType | undefined {
    const field = commandFieldOf(source);
    const type = field === undefined ? undefined : this.#command.fields.get(field);
    return type === 'dyn' ? undefined : type;
  }
}

/** A text as a name that CEL can use and that means nothing else here. */
export function toCelName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
  return isCelName(name) && !TAKEN.has(name) && name !== '__proto__' ? name : `${name}_`;
}

/** `x` for `command.x`, undefined for any other expression. */
function commandFieldOf(source: string): string | undefined {
  const [field] = membersUsed(source, 'command');
  return field !== undefined && source.trim() === `command.${field}` ? field : undefined;
}
