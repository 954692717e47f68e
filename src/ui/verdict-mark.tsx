import './verdict-mark.css';
import { FINDINGS, type FindingKey } from '../exploration/findings.ts';
import { VERDICT_SHAPES } from './verdict-shapes.ts';

export interface VerdictMarkProps {
  readonly finding: FindingKey;
  readonly size?: number;
  /** Whether it is told to screen readers, and on pointing at it; not where its name stands beside it. */
  readonly isNamed?: boolean;
}

/** The mark of a verdict, the same wherever it stands. */
export function VerdictMark({ finding, size = 16, isNamed = false }: VerdictMarkProps) {
  const { parts, token } = VERDICT_SHAPES[finding];
  const { name, meaning } = FINDINGS[finding];
  const box = {
    className: 'verdict-mark',
    width: size,
    height: size,
    viewBox: '0 0 16 16',
    color: `var(--${token})`,
  };
  const shape = <VerdictShape finding={finding} parts={parts} />;
  if (!isNamed) {
    return (
      <svg {...box} aria-hidden="true">
        {shape}
      </svg>
    );
  }
  return (
    <svg {...box} role="img" aria-label={name}>
      <title>{`${name}: ${meaning}`}</title>
      {shape}
    </svg>
  );
}

/** The mark as a group for a drawing: on a square of 16 by 16 from its top left corner. */
export function VerdictGlyph({ finding }: { readonly finding: FindingKey }) {
  const { parts, token } = VERDICT_SHAPES[finding];
  return (
    <g color={`var(--${token})`}>
      <VerdictShape finding={finding} parts={parts} />
    </g>
  );
}

type ShapeProps = {
  readonly finding: FindingKey;
  readonly parts: (typeof VERDICT_SHAPES)[FindingKey]['parts'];
};

function VerdictShape({ finding, parts }: ShapeProps) {
  const width = finding === 'violation' ? 2.4 : 1.4;
  return parts.map(({ path, paint }) =>
    paint === 'fill' ? (
      <path key={path} d={path} fill="currentColor" fillRule="evenodd" />
    ) : (
      <path
        key={path}
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ),
  );
}
