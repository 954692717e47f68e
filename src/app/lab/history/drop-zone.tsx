import { type DragEvent, type ReactNode, useState } from 'react';
import { DropHint } from '../../../ui/drop-hint.tsx';

export interface DropZoneProps {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Where a log can be let go of; elsewhere on the page a file becomes a board. */
export function DropZone({ onFile, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    setOver(false);
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drag opens the log by the button
    <div className="history-drop" onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {isOver && <DropHint>Drop to look back at this log</DropHint>}
      {children}
    </div>
  );
}
