import type { Analysis, ExampleReport } from '../../../board/analysis.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { readList } from '../../forms/read-json.ts';

/** What the analysis says about an example, which may be a moment behind; null where it cannot know it yet. */
export function findReport(
  analysis: Analysis | null,
  document: JsonObject,
  index: number,
): ExampleReport | null {
  if (analysis === null) return null;
  const examples = readList(document['examples']);
  const known = readList(analysis.document['examples']);
  const example = examples[index];
  const at = example === undefined ? -1 : known.indexOf(example);
  // Being typed into: the report of a moment ago is better than none.
  const near = known.length === examples.length ? index : -1;
  return analysis.examples[at >= 0 ? at : near] ?? null;
}
