import type { NodeProps } from '@xyflow/react';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ScenarioNode } from './build-nodes.ts';
import { useStage } from './stage.tsx';

const VERDICTS = {
  green: { Icon: CircleCheck, says: 'Comes out as it says' },
  red: { Icon: CircleX, says: 'Comes out otherwise' },
  unfinished: { Icon: CircleDashed, says: 'Cannot be run yet' },
} as const;

/** An example under its slice: given, when, then, and whether it comes out so. */
export function ScenarioCard({ data }: NodeProps<ScenarioNode>) {
  const { name, given, when, outcome, isRejected, example } = data.scenario;
  const report = useStage().scene.verdicts[example];
  const { Icon, says } = VERDICTS[report?.verdict ?? 'unfinished'];
  const title = report?.message ? `${says}: ${report.message}` : says;
  return (
    <section
      className={`em-scenario em-scenario-${report?.verdict ?? 'unfinished'}`}
      aria-label={`Example: ${name}`}
    >
      <p className="em-scenario-name" title={name}>
        <span role="img" aria-label={title} title={title}>
          <Icon size={14} aria-hidden="true" />
        </span>
        {name}
      </p>
      <dl>
        <Part label="given" lines={given.length > 0 ? given : ['nothing']} isQuiet={given.length === 0} />
        <Part label="when" lines={[when]} />
        <Part label="then" lines={outcome} isRejected={isRejected} />
      </dl>
    </section>
  );
}

interface PartProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly isQuiet?: boolean;
  readonly isRejected?: boolean;
}

function Part({ label, lines, isQuiet = false, isRejected = false }: PartProps) {
  return (
    <div className="em-part">
      <dt>{label}</dt>
      <dd className={isQuiet ? 'em-quiet' : undefined}>
        {lines.map((line) => (
          <span key={line} title={line}>
            {isRejected && (
              <span className="em-refused" role="img" aria-label="refused: ">
                ✕{' '}
              </span>
            )}
            {line}
          </span>
        ))}
      </dd>
    </div>
  );
}
