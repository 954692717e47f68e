import { useRef } from 'react';

export interface ChooseFileProps {
  readonly className: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets the person choose a log's file. */
export function ChooseFile({ className, onFile }: ChooseFileProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button className={className} type="button" onClick={() => field.current?.click()}>
        Open a log…
      </button>
      <input
        ref={field}
        className="file-field"
        type="file"
        aria-label="Log to open"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
