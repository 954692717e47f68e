import type { BoundaryId, Measure, WindowMeasure } from '../../../history/measure/measure-result.ts';
import { sayWindow } from '../../../history/words/say-measure.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { nameBoundary, sayGuards } from './boundary-looks.ts';

export interface ContentionTableProps {
  readonly measure: Measure;
  readonly at: WindowMeasure;
}

/** The numbers behind the pictures, at the chosen window, boundary by boundary. */
export function ContentionTable({ measure, at }: ContentionTableProps) {
  const hasModel = measure.model !== null;
  return (
    <table className="contention-table">
      <caption>
        {`At a window of ${sayWindow(at.window)}, of ${groupDigits(measure.transactions)} appends`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Boundary</th>
          <th scope="col">guards</th>
          <th scope="col">collide</th>
          <th scope="col">of all</th>
          {hasModel && (
            <>
              <th scope="col" title="The decision would have changed">
                rightly
              </th>
              <th scope="col" title="The decision would have been the same">
                for nothing
              </th>
              <th scope="col" title="No command of the model was found for it">
                unknown
              </th>
              <th scope="col" title="The decision would have changed, and the append goes through">
                missed
              </th>
            </>
          )}
          <th scope="col" title="Appends that it cannot guard: without a stream, a tag or a command">
            not covered
          </th>
        </tr>
      </thead>
      <tbody>
        {measure.boundaries.map((id) => (
          <Row key={id} id={id} measure={measure} at={at} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ id, measure, at }: ContentionTableProps & { readonly id: BoundaryId }) {
  const { collisions = 0, rate = 0, judged } = at.boundaries[id] ?? {};
  return (
    <tr data-boundary={id}>
      <th scope="row">{nameBoundary(id)}</th>
      <td className="contention-guards">{sayGuards(id, measure)}</td>
      <td>{groupDigits(collisions)}</td>
      <td>{`${(100 * rate).toFixed(1)} %`}</td>
      {judged && (
        <>
          <td>{groupDigits(judged.trueCollisions)}</td>
          <td>{groupDigits(judged.falseCollisions)}</td>
          <td>{groupDigits(judged.unknown)}</td>
          <td data-alarm={judged.missed > 0}>{groupDigits(judged.missed)}</td>
        </>
      )}
      <td>{groupDigits(measure.outside[id] ?? 0)}</td>
    </tr>
  );
}
