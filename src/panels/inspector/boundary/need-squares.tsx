export interface NeedSquaresProps {
  readonly kept: number;
  readonly relaxed: number;
  readonly open: number;
}

const MOST = 12;
const STEP = 10;
const SIZE = 7;

/** A square for each need: filled where it is kept, dashed where it is open. The numbers stand beside it. */
export function NeedSquares({ kept, relaxed, open }: NeedSquaresProps) {
  const all = kept + relaxed + open;
  if (all === 0 || all > MOST) return null;
  const squares = Array.from({ length: all }, (_, index) => ({
    x: index * STEP + 1.5,
    kind: index < kept ? 'kept' : index < kept + relaxed ? 'relaxed' : 'open',
  }));
  return (
    <svg className="need-squares" width={all * STEP} height={SIZE + 3} aria-hidden="true">
      {squares.map(({ x, kind }) => (
        <rect
          key={x}
          className={`need-square boundary-${kind}`}
          x={x}
          y={1.5}
          width={SIZE}
          height={SIZE}
          rx={1.5}
        />
      ))}
    </svg>
  );
}
