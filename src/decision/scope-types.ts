import type { Environment } from '@marcbachmann/cel-js';
import type { FieldKind } from '../model/field-type.ts';
import { isVariableName } from '../model/identifier.ts';

/** The type of a name in an expression: a CEL type, or the CEL types of the fields of an object. */
type NameType = string | ReadonlyMap<string, string>;

/** The names an expression may use, with their types, for the static check. */
export class ScopeTypes {
  readonly #types: ReadonlyMap<string, NameType>;

  constructor(types: Iterable<readonly [string, NameType]>) {
    this.#types = new Map(types);
  }

  /** The same names and some more. */
  with(more: Iterable<readonly [string, NameType]>): ScopeTypes {
    return new ScopeTypes([...this.#types, ...more]);
  }

  /** All names, in order. */
  names(): readonly string[] {
    return [...this.#types.keys()];
  }

  /** The fields of an object, or undefined where the name is none. */
  fieldsOf(name: string): readonly string[] | undefined {
    const type = this.#types.get(name);
    return typeof type === 'object' ? [...type.keys()] : undefined;
  }

  /** Declares all names in a CEL environment; a name that CEL cannot use, or has a meaning of its own for, is left out. */
  declareIn(environment: Environment): void {
    for (const [name, type] of this.#types) {
      if (!isVariableName(name)) continue;
      if (typeof type === 'string') environment.registerVariable(name, type);
      else environment.registerVariable(name, declareObject(environment, name, type));
    }
  }
}

function declareObject(environment: Environment, name: string, fields: ReadonlyMap<string, string>): string {
  const type = `Ambit${name}`;
  environment.registerType(type, { ctor: class {}, fields: Object.fromEntries(fields) });
  return type;
}

/** The CEL type of a declared field; an optional one may be absent or null, so nothing is known of it. */
export function celTypeOf(type: FieldKind & { readonly optional?: boolean }): string {
  if (type.optional) return 'dyn';
  if (type.kind === 'timestamp') return 'google.protobuf.Timestamp';
  if (type.kind === 'duration') return 'google.protobuf.Duration';
  if (type.kind === 'enum') return 'string';
  if (type.kind === 'list') return `list<${celTypeOf(type.element)}>`;
  if (type.kind === 'map') return `map<${celTypeOf(type.key)}, ${celTypeOf(type.value)}>`;
  return type.kind;
}
