import { makeKey } from '../../../board/element-key.ts';
import { ConstraintEditor } from '../constraint/constraint-editor.tsx';
import { Links } from '../links.tsx';
import { useInspector } from '../use-inspector.ts';

/** What belongs to a constraint: the rule and what it reads, and who checks it. */
export function ConstraintDetails({ name }: { readonly name: string }) {
  const { board, analysisSource } = useInspector();
  return (
    <>
      <ConstraintEditor board={board} name={name} analysis={analysisSource} />
      <Links of={makeKey('constraint', name)} except={['reads']} />
    </>
  );
}
