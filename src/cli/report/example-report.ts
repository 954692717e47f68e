import type { ExampleResult } from '../../decision/run-examples.ts';
import { countOf } from '../../lib/format-number.ts';
import type { Layout } from './layout.ts';
import { wrapText } from './wrap-text.ts';

/** How many examples pass, and for each that fails what was expected and what came out. */
export function reportExamples(
  examples: readonly ExampleResult[],
  { columns, paint }: Layout,
): readonly string[] {
  if (examples.length === 0) return [`  ${paint.dim('no examples')}`];
  const failed = examples.filter(({ passed }) => !passed);
  const total = countOf(examples.length, 'example', 'examples');
  const passing = examples.length - failed.length;
  const mark = failed.length === 0 ? paint.green('✓') : paint.red('✗');
  return [
    `  ${mark} ${passing} of ${total} ${passing === 1 ? 'passes' : 'pass'}`,
    ...failed.flatMap(({ name, problem = '' }) => [
      `    ${paint.red('✗')} ${paint.bold(name)}`,
      ...wrapText(problem, columns - 6).map((line) => `      ${line}`),
    ]),
  ];
}
