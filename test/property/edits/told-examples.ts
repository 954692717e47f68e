import type fc from 'fast-check';
import { compileModel } from '../../../src/decision/compile.ts';
import { runExamples } from '../../../src/decision/run-examples.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { Example, ExpectedOutcome } from '../../../src/model/schema.ts';
import { type RandomRace, randomRaces } from '../../helpers/random-model.ts';
import { readModel } from './board-documents.ts';

/** Random models whose examples say just what their commands do: all of them are green. */
export const toldModels: fc.Arbitrary<JsonObject> = randomRaces.map(tellExamples);

function tellExamples({ model, race }: RandomRace): JsonObject {
  const asked = (race.commands ?? []).map((when, index): Example => {
    return { name: `#${index + 1}`, given: race.given, when };
  });
  const results = runExamples(compileModel({ ...model, examples: asked }));
  const examples = asked.map((example, index) => {
    const decision = results[index]?.decision;
    if (decision === undefined) return example;
    let outcome: ExpectedOutcome = { error: true };
    if (decision.kind === 'rejected') outcome = { rejected: decision.constraints };
    if (decision.kind === 'accepted') {
      outcome = { events: decision.events.map(({ type, data }) => ({ event: type, data })) };
    }
    return Object.fromEntries([...Object.entries(example), ['then', outcome]]);
  });
  return JSON.parse(JSON.stringify({ ...model, examples }));
}

/** How each example of a document comes out: whether it is green, and the kind of decision. */
export function listOutcomes(document: JsonObject): readonly string[] {
  return runExamples(compileModel(readModel(document))).map(
    ({ passed, decision }) => `${passed ? 'green' : 'red'} ${decision?.kind}`,
  );
}
