import { ChevronRight, Copy } from 'lucide-react';
import { useId } from 'react';
import { MenuItem } from '../../../ui/menu.tsx';
import { RowMenu } from '../../forms/controls/row-menu.tsx';
import { moveItem } from '../../forms/move-item.ts';
import { readList, readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { useInspector } from '../use-inspector.ts';
import { sayOutcome } from './accept-outcome.ts';
import { copyName } from './copy-name.ts';
import { ExampleEditor } from './example-editor.tsx';
import { ExampleMark } from './example-mark.tsx';
import { findReport } from './find-report.ts';

export interface ExampleRowProps {
  /** Its place among all examples of the document. */
  readonly index: number;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Opens another one instead. */
  readonly onOpen: (index: number) => void;
}

/** An example in a list: whether it is green, and the whole of it when it is opened. */
export function ExampleRow({ index, isOpen, onToggle, onOpen }: ExampleRowProps) {
  const { analysis, document } = useInspector();
  const { put } = useWrite();
  const id = useId();
  const examples = readList(document['examples']);
  const example = readObject(examples[index]);
  const name = readText(example['name']) || `Example ${index + 1}`;
  const report = findReport(analysis, document, index);
  const duplicate = () => {
    const copy = { ...example, name: copyName(examples, name) };
    put(`Duplicate “${name}”`, ['examples'], examples.toSpliced(index + 1, 0, copy));
    onOpen(index + 1);
  };
  return (
    <li className="example-row">
      <div className="entry-row-head">
        <button
          type="button"
          className="example-row-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onToggle(!isOpen)}
        >
          <ExampleMark report={report} />
          <span className="form-grow">{name}</span>
        </button>
        <RowMenu
          of={name}
          index={index}
          count={examples.length}
          removeLabel="Delete"
          onMove={(to) => {
            put('Order of the examples', ['examples'], moveItem(examples, index, to));
            if (isOpen) onOpen(to);
          }}
          onRemove={() => {
            put(`Delete “${name}”`, ['examples', index], undefined);
            onToggle(false);
          }}
        >
          <MenuItem icon={<Copy size={14} />} onSelect={duplicate}>
            Duplicate
          </MenuItem>
        </RowMenu>
        <ChevronRight className="example-row-chevron" size={16} strokeWidth={2} aria-hidden="true" />
      </div>
      {!isOpen && report?.verdict === 'red' && (
        <p className="example-row-outcome">came out: {sayOutcome(report)}</p>
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen && <ExampleEditor index={index} />}
      </div>
    </li>
  );
}
