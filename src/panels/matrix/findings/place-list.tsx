import type { MatrixPlace } from '../../../exploration/summarise-matrix.ts';

export interface PlaceListProps {
  readonly places: readonly MatrixPlace[];
  readonly onOpen: (place: MatrixPlace) => void;
}

/** So many are shown at once; under one log an event can be in the way nearly everywhere. */
const MOST = 4;

/** Where something happens in the matrix: each opens its pair. */
export function PlaceList({ places, onOpen }: PlaceListProps) {
  const more = places.length - MOST;
  return (
    <span className="matrix-findings-places">
      {places.slice(0, MOST).map((place) => (
        <button
          key={JSON.stringify(place)}
          type="button"
          className="link-button"
          onClick={() => onOpen(place)}
        >
          {place.commands.join(' × ')}, {place.pattern}
        </button>
      ))}
      {more > 0 && <span className="muted">and {more} more</span>}
    </span>
  );
}
