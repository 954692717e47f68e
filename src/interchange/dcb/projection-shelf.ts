import type { Projection } from './document.ts';
import { printCel } from './print-cel.ts';
import { type AgesByEvent, type BuiltProjection, buildProjection } from './projections.ts';
import type { Located, Report } from './report.ts';
import type { Typed } from './scope.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_CHARACTERS = 10_000_000;

/** Built projections by name and parameters: each is built once, however many checks mention it. */
export class ProjectionShelf {
  /** What the projections built so far compare ages with. */
  readonly ages: AgesByEvent = new Map();
  readonly #vocabulary: Vocabulary;
  readonly #report: Report;
  readonly #built = new Map<string, BuiltProjection>();
  readonly #sizes = new Map<Projection, number>();
  #left = MOST_CHARACTERS;

  constructor(vocabulary: Vocabulary, report: Report) {
    this.#vocabulary = vocabulary;
    this.#report = report;
  }

  /** The projection with these parameters. */
  take(projection: Located<Projection>, parameters: ReadonlyMap<string, Typed>): BuiltProjection {
    const bindings = [...parameters].map(([name, { cel, shape }]) => [
      name,
      printCel(cel),
      shape.kind,
      shape.nullable,
    ]);
    const key = JSON.stringify([projection.value.name, bindings]);
    const known = this.#built.get(key);
    if (known) return known;
    const built = buildProjection(projection, parameters, this.#vocabulary, this.ages, this.#report);
    this.#built.set(key, built);
    return built;
  }

  /** Whether the model may hold one more copy of a projection: each check gets its own, which a small file could ask for without end. */
  spend({ value }: Located<Projection>): boolean {
    const size = this.#sizes.get(value) ?? JSON.stringify(value).length;
    this.#sizes.set(value, size);
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}
