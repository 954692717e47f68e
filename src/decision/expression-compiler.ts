import type { Diagnostic } from '../model/diagnostic.ts';
import { compileExpression, type Expression } from './expression.ts';
import type { ScopeTypes } from './scope-types.ts';

/** Compiles the expressions of one model and collects what is wrong with them. */
export class ExpressionCompiler {
  readonly #diagnostics: Diagnostic[] = [];

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** The compiled expression; its faults are added to the diagnostics. */
  compile(source: string, at: string, scope: ScopeTypes): Expression {
    const { expression, diagnostics } = compileExpression(source, at, scope);
    this.#diagnostics.push(...diagnostics);
    return expression;
  }

  /** As `compile`, and a result that is known to be of another type than the wanted ones is a fault as well. */
  compileTo(wanted: readonly string[], source: string, at: string, scope: ScopeTypes): Expression {
    const expression = this.compile(source, at, scope);
    const { type } = expression;
    if (type === 'dyn' || wanted.some((name) => fits(type, name))) return expression;
    this.report({
      code: 'cel-result-type',
      severity: 'error',
      at,
      message: `"${source}" gives ${sayType(type)}, but ${wanted.map(sayType).join(' or ')} is needed here.`,
    });
    return expression;
  }

  report(diagnostic: Diagnostic): void {
    this.#diagnostics.push(diagnostic);
  }
}

/** `list` stands for a list of anything, on either side. */
function fits(type: string, wanted: string): boolean {
  return type === wanted || type.startsWith(`${wanted}<`) || wanted.startsWith(`${type}<`);
}

function sayType(type: string): string {
  return type
    .replaceAll('google.protobuf.', '')
    .replaceAll('Timestamp', 'timestamp')
    .replaceAll('Duration', 'duration');
}
