import type { ReadModelStatus } from '../../../lab/history/read-models.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { MODE_WORDS, OUTDATED_WORDS, PHASE_WORDS, sayGap } from './read-model-words.ts';

export interface ReadModelRowProps {
  readonly status: ReadModelStatus;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** How one read model stands, in a line. */
export function ReadModelRow({ status, isChosen, onChoose }: ReadModelRowProps) {
  const { name, mode, phase, isOutdated, position, head, perSecond, rows } = status;
  const { name: state, sign } = isOutdated ? OUTDATED_WORDS : PHASE_WORDS[phase];
  return (
    <tr className={isChosen ? 'read-model-chosen' : undefined}>
      <th scope="row">
        <button className="link-button" type="button" aria-pressed={isChosen} onClick={onChoose}>
          {name}
        </button>
      </th>
      <td>
        <span className={`read-model-sign read-model-sign-${phase}`} aria-hidden="true">
          {sign}
        </span>
        <span>{state}</span>
      </td>
      <td title={MODE_WORDS[mode].about}>{MODE_WORDS[mode].name}</td>
      <td>{groupDigits(position)}</td>
      <td>{groupDigits(head)}</td>
      <td>{sayGap(status)}</td>
      <td>{perSecond === null ? '–' : groupDigits(Math.round(perSecond))}</td>
      <td>{groupDigits(rows)}</td>
    </tr>
  );
}
