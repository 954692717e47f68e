import { Database, Download, Ellipsis, Eraser, Upload } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { type LogPaneName, type LogSource, PANES, SOURCES } from './log-words.ts';
import type { Archive } from './use-archive.ts';

export interface LogToolbarProps {
  readonly source: LogSource;
  readonly pane: LogPaneName | null;
  readonly archive: Archive;
  /** Whether the log that is shown has anything in it. */
  readonly isEmpty: boolean;
  readonly onSource: (source: LogSource) => void;
  readonly onPane: (pane: LogPaneName) => void;
  readonly onDownload: () => void;
  readonly onStores: () => void;
  /** The filter, and how many events there are. */
  readonly children: ReactNode;
}

const ICON = { size: 16, 'aria-hidden': true } as const;
const MADE_HERE = ['issue', 'give', 'run'] as const;

/** Which log, which of its events, and what can be done with it. */
export function LogToolbar(props: LogToolbarProps) {
  const { source, pane, archive, isEmpty, onSource, onPane, onDownload, onStores, children } = props;
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className="log-toolbar">
      <ToggleGroup label="Which log" value={source} options={SOURCES} onChoose={onSource} />
      {children}
      <div className="log-actions">
        {MADE_HERE.map((name) => (
          <button
            key={name}
            className={pane === name ? 'button log-action-on' : 'button'}
            type="button"
            aria-pressed={pane === name}
            onClick={() => onPane(name)}
          >
            {PANES[name]}
          </button>
        ))}
        <Menu
          align="end"
          trigger={
            <button className="icon-button" type="button" aria-label="More for this log">
              <Ellipsis {...ICON} />
            </button>
          }
        >
          <MenuItem icon={<Download {...ICON} />} isDisabled={isEmpty} onSelect={onDownload}>
            Download as NDJSON
          </MenuItem>
          <MenuItem
            icon={<Upload {...ICON} />}
            isDisabled={source === 'run'}
            onSelect={() => file.current?.click()}
          >
            Import NDJSON…
          </MenuItem>
          <MenuItem
            icon={<Eraser {...ICON} />}
            isDisabled={isEmpty || source === 'run'}
            onSelect={archive.clear}
          >
            Clear the log
          </MenuItem>
          <MenuLine />
          <MenuItem icon={<Database {...ICON} />} onSelect={onStores}>
            Stores in this browser…
          </MenuItem>
        </Menu>
        <input
          ref={file}
          type="file"
          accept=".ndjson,application/x-ndjson"
          aria-label="Archive to import"
          hidden
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) archive.importFile(chosen);
            // The same file may be chosen once more.
            target.value = '';
          }}
        />
      </div>
    </div>
  );
}
