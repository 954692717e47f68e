import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

const ROWS: readonly (readonly [words: string, held: FindingKey, changed: FindingKey])[] = [
  ['let through', 'safe', 'missedConflict'],
  ['stopped', 'falseConflict', 'conflict'],
  ['made to wait', 'needlessWait', 'neededWait'],
];

/** What the marks mean: what a guard or a lock did, against what it should have done. */
export function MatrixLegend() {
  return (
    <div className="matrix-legend">
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" className="matrix-legend-head">
              the decision still holds
            </th>
            <th scope="col" className="matrix-legend-head">
              the decision had changed
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([words, held, changed]) => (
            <tr key={words}>
              <th scope="row" className="matrix-legend-head">
                {words}
              </th>
              {[held, changed].map((finding) => (
                <td key={finding} title={FINDINGS[finding].meaning}>
                  <VerdictMark finding={finding} /> {FINDINGS[finding].name}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Two commands collide when what one writes changes what the other decides. Several marks in one place:
        all of these occur, depending on the past and the order.
      </p>
    </div>
  );
}
