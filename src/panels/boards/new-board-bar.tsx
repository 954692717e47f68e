import { FolderOpen, Plus } from 'lucide-react';
import { useRef } from 'react';

const ICON = { size: 16, 'aria-hidden': true } as const;

export interface NewBoardBarProps {
  readonly onEmpty: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The ways to a new board. */
export function NewBoardBar({ onEmpty, onFiles }: NewBoardBarProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="new-board-bar">
      <button className="button button-main" type="button" onClick={onEmpty}>
        <Plus {...ICON} />
        New board
      </button>
      <button className="button" type="button" onClick={() => input.current?.click()}>
        <FolderOpen {...ICON} />
        Open a file…
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to open"
        accept=".json,.svg,application/json,image/svg+xml"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file can be chosen once more.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <p className="muted">or drop it here, or paste its text</p>
    </div>
  );
}
