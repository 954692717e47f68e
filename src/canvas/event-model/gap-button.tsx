import type { NodeProps } from '@xyflow/react';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { fixesFor } from '../../board/fixes/fixes.ts';
import { Popover } from '../../ui/popover.tsx';
import type { GapNode } from './build-nodes.ts';
import { useStage } from './stage.tsx';

/** Stands on an arrow that lacks information: names the field, and offers what would bring it. */
export function GapButton({ data }: NodeProps<GapNode>) {
  const { board, scene } = useStage();
  const [isOpen, setIsOpen] = useState(false);
  const [first, ...others] = data.gaps;
  if (!first) return null;
  const label =
    others.length > 0 ? `${data.gaps.length} fields have no source` : `${first.field} has no source`;
  return (
    <div className="em-gap nodrag nopan">
      <Popover
        label={label}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        align="center"
        trigger={
          <button
            type="button"
            className="em-gap-button"
            aria-label={`${label}: ${data.arrow}`}
            title={label}
          >
            <TriangleAlert size={12} aria-hidden="true" />
            <span className="em-gap-label">
              {others.length > 0 ? `${data.gaps.length} fields missing` : `${first.field} missing`}
            </span>
          </button>
        }
      >
        {data.gaps.map(({ field, diagnostic }) => (
          <div className="em-gap-finding" key={field}>
            <p>{diagnostic.message}</p>
            {fixesFor(diagnostic, scene.document).map((fix) => (
              <button
                key={fix.label}
                type="button"
                className="button"
                onClick={() => {
                  setIsOpen(data.gaps.length > 1);
                  board.edit(fix.label, fix.edit);
                }}
              >
                {fix.label}
              </button>
            ))}
          </div>
        ))}
      </Popover>
    </div>
  );
}
