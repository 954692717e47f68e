import { X } from 'lucide-react';
import { IconButton } from '../forms/controls/icon-button.tsx';
import { useInspector } from './use-inspector.ts';

/** Folds the inspector away. */
export function CloseButton() {
  const { desk } = useInspector();
  return (
    <IconButton
      className="insp-close"
      label="Fold the inspector"
      icon={X}
      onClick={() => desk.getState().toggleInspector(false)}
    />
  );
}
