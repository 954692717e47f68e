import { readFieldTypes } from '../model/field-type.ts';
import { pointer } from '../model/pointer.ts';
import type { ConstraintDefinition, ProjectionDefinition } from '../model/schema.ts';
import { toCel } from './cel-value.ts';
import { celTypesOf, compileTags } from './compile-event.ts';
import type { CompiledConstraint, CompiledEvent, CompiledProjection, FieldTypes } from './compiled-model.ts';
import { compileExpression } from './expression.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { ScopeTypes } from './scope-types.ts';

const FILTER_TYPES = ['string', 'int', 'double', 'bool'];

/** A compiled constraint, and the CEL types of its projections' values where they are known. */
export interface TypedConstraint extends CompiledConstraint {
  readonly projectionTypes: ReadonlyMap<string, string>;
}

/** A constraint definition with projections and rule compiled (D2–D4). */
export function compileConstraint(
  compiler: ExpressionCompiler,
  name: string,
  definition: ConstraintDefinition,
  events: ReadonlyMap<string, CompiledEvent>,
): TypedConstraint {
  const at = pointer('constraints', name);
  const parameters = readFieldTypes(definition.parameters);
  const compiled = Object.entries(definition.projections ?? {}).map(([projection, body]) =>
    compileProjection(
      compiler,
      projection,
      body,
      at + pointer('projections', projection),
      parameters,
      events,
    ),
  );
  const projectionTypes = new Map(compiled.map(({ projection, type }) => [projection.name, type]));
  const scope = new ScopeTypes([
    ...celTypesOf(parameters),
    ...projectionTypes,
    // What fields the command has differs from command to command; a missing one fails when it is decided.
    ['command', 'dyn'],
    ['now', TIMESTAMP],
  ]);
  const rule =
    definition.rule === undefined ? null : compiler.compileTo(['bool'], definition.rule, `${at}/rule`, scope);
  return {
    name,
    parameters,
    projections: compiled.map(({ projection }) => projection),
    projectionTypes,
    rule,
    relaxed: definition.consistency === 'relaxed',
    message: definition.message ?? null,
  };
}

const TIMESTAMP = 'google.protobuf.Timestamp';

function compileProjection(
  compiler: ExpressionCompiler,
  name: string,
  definition: ProjectionDefinition,
  at: string,
  parameters: FieldTypes,
  events: ReadonlyMap<string, CompiledEvent>,
): { projection: CompiledProjection; type: string } {
  const outer = new ScopeTypes(celTypesOf(parameters));
  const steps = Object.entries(definition.on ?? {});
  const scopeFor = (event: string, state: string) => {
    const fields = events.get(event)?.fields;
    const own = fields && fields.size > 0 ? celTypesOf(fields) : 'dyn';
    return outer.with([
      ['state', state],
      ['event', own],
      ['time', TIMESTAMP],
      ['now', TIMESTAMP],
    ]);
  };
  const initial = toCel(definition.initial ?? null);
  const type = inferType(initial, steps, scopeFor);
  const on = steps.map(([event, source]): [string, ReturnType<ExpressionCompiler['compile']>] => [
    event,
    compiler.compile(source, at + pointer('on', event), scopeFor(event, type)),
  ]);
  const tags = compileTags(compiler, definition.tags, `${at}/tags`, outer, FILTER_TYPES);
  const projection = { name, types: steps.map(([event]) => event), tags, initial, on: new Map(on) };
  return { projection, type };
}

/** The one type that `initial` and all steps have, or `dyn`: then nothing is claimed about `state`. */
function inferType(
  initial: unknown,
  steps: readonly (readonly [string, string])[],
  scopeFor: (event: string, state: string) => ScopeTypes,
): string {
  const type = typeOfInitial(initial);
  if (type === 'dyn') return 'dyn';
  // A step that is wrong under this type counts as agreeing: better to report it than to stop checking.
  const agrees = ([event, source]: readonly [string, string]) => {
    const { expression, diagnostics } = compileExpression(source, '', scopeFor(event, type));
    return diagnostics.length > 0 || expression.type === type;
  };
  return steps.every(agrees) ? type : 'dyn';
}

function typeOfInitial(initial: unknown): string {
  if (typeof initial === 'bigint') return 'int';
  if (typeof initial === 'number') return 'double';
  if (typeof initial === 'string') return 'string';
  return typeof initial === 'boolean' ? 'bool' : 'dyn';
}
