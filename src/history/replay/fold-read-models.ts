import type { CelValue } from '../../decision/cel-value.ts';
import type { CompiledModel, CompiledReadModel } from '../../decision/compiled-model.ts';
import type { ExpressionFailure } from '../../decision/decision.ts';
import { foldRow, keysOf } from '../../decision/read-model.ts';
import { isTimestamp } from '../../lib/time-text.ts';
import { misfit } from './check-event.ts';
import type { Misfit, ReplayedEvent } from './replay-report.ts';

interface Table {
  readonly readModel: CompiledReadModel;
  /** By key; undefined once the fold of that row has failed. */
  readonly rows: Map<string, { readonly value: CelValue } | undefined>;
}

/** Folds every read model of a model over a log, event by event, each row for itself. A row that failed stays failed. */
export class ReadModelFolds {
  readonly #model: CompiledModel;
  readonly #tables: readonly Table[];

  constructor(model: CompiledModel) {
    this.#model = model;
    this.#tables = [...model.readModels.values()].map((readModel) => ({ readModel, rows: new Map() }));
  }

  /** How many rows there are so far. */
  get count(): number {
    return this.#tables.reduce((sum, { rows }) => sum + rows.size, 0);
  }

  /** Folds one more event; tells the rows that it is the first to fail. */
  *take(event: ReplayedEvent): Iterable<Misfit> {
    // A fact counts once, from its first copy (S6).
    if (event.copyOf !== undefined || !isTimestamp(event.time)) return;
    for (const { readModel, rows } of this.#tables) {
      const keys = keysOf(this.#model, readModel, event);
      if ('expression' in keys) {
        yield sayFailure(event, readModel, '', keys);
        continue;
      }
      for (const key of keys) {
        const row = rows.has(key) ? rows.get(key) : { value: readModel.initial };
        if (row === undefined) continue;
        const folded = foldRow(this.#model, readModel, row.value, event);
        rows.set(key, 'value' in folded ? folded : undefined);
        if ('failure' in folded) yield sayFailure(event, readModel, key, folded.failure);
      }
    }
  }
}

function sayFailure(
  event: ReplayedEvent,
  { name }: CompiledReadModel,
  key: string,
  { at, expression, message }: ExpressionFailure,
): Misfit {
  const subject = `read model ${name}${key === '' ? '' : `, row ${key}`}`;
  return { ...misfit(event, 'fold-fails', at, message), expression, subject };
}
