import type { Analysis, ExampleReport } from '../board/analysis.ts';
import { checkDocument } from '../decision/check-document.ts';
import type { CompiledModel } from '../decision/compiled-model.ts';
import { reportChecks } from '../decision/report-checks.ts';
import { runExample } from '../decision/run-examples.ts';
import type { JsonObject } from '../lib/json.ts';
import { type ParsedModel, readDocument } from '../model/parse.ts';
import type { Example } from '../model/schema.ts';
import { usableItems } from '../model/usable-items.ts';

/** Everything the engine has to say about a document: the findings and the runs of `ambit check`. */
export function analyse(document: JsonObject): Omit<Analysis, 'document'> {
  const parsed = readDocument(document);
  const { compiled, diagnostics } = checkDocument(parsed);
  return { diagnostics, examples: reportExamples(document, parsed, compiled) };
}

/** A report for each example in the document; those that are too broken to be in the model cannot be run. */
function reportExamples(
  document: JsonObject,
  { leftOut }: ParsedModel,
  compiled: CompiledModel | null,
): ExampleReport[] {
  const usable = compiled?.model.examples ?? [];
  return usableItems({ document, leftOut }, 'examples', usable).map((example) =>
    compiled && example ? reportExample(compiled, example) : UNREADABLE,
  );
}

const UNREADABLE: ExampleReport = {
  verdict: 'unfinished',
  message: 'It cannot be run: see what is said about it',
  events: [],
  checks: [],
};

function reportExample(compiled: CompiledModel, example: Example): ExampleReport {
  const { passed, problem, decision } = runExample(compiled, example);
  const isFinished = decision !== undefined && example.then !== undefined;
  const facts = decision?.kind === 'accepted' ? decision.events : [];
  return {
    verdict: passed ? 'green' : isFinished ? 'red' : 'unfinished',
    message: problem ?? null,
    events: facts.map(({ type, data }) => ({ event: type, data })),
    checks: reportChecks(compiled, example),
  };
}
