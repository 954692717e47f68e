import { X } from 'lucide-react';
import { addSlice, putInSlice, takeOutOfSlice } from '../../board/edits/slices.ts';
import type { ElementKey } from '../../board/element-key.ts';
import { AddMenu } from '../forms/controls/add-menu.tsx';
import { IconButton } from '../forms/controls/icon-button.tsx';
import { Section } from '../forms/controls/section.tsx';
import { readList, readObject, readText, readTexts } from '../forms/read-json.ts';
import { useInspector } from './use-inspector.ts';

const NEW = 'new';

/** Which columns of the event model an element is in. */
export function SliceMembership({ of, name }: { readonly of: ElementKey; readonly name: string }) {
  const { board, document } = useInspector();
  const slices = readList(document['slices']).map((slice, index) => ({
    index,
    name: readText(readObject(slice)['name']) ?? `Slice ${index + 1}`,
    holds: readTexts(readObject(slice)['elements']).includes(of),
  }));
  const put = (value: string) => {
    if (value === NEW) {
      board.edit(`New slice with ${name}`, (current) =>
        putInSlice(addSlice(current, name), slices.length, of),
      );
    } else {
      board.edit(`Put ${name} into a slice`, (current) => putInSlice(current, Number(value), of));
    }
  };
  return (
    <Section title="Slices">
      <ul className="entry-list">
        {slices
          .filter(({ holds }) => holds)
          .map((slice) => (
            <li className="entry-row entry-row-head" key={slice.index}>
              <span className="form-grow">{slice.name}</span>
              <IconButton
                label={`Take it out of ${slice.name}`}
                icon={X}
                onClick={() =>
                  board.edit(`Take ${name} out of ${slice.name}`, (current) =>
                    takeOutOfSlice(current, slice.index, of),
                  )
                }
              />
            </li>
          ))}
      </ul>
      <AddMenu
        label="Put into a slice"
        empty=""
        options={[
          ...slices
            .filter(({ holds }) => !holds)
            .map((slice) => ({ value: String(slice.index), label: slice.name })),
          { value: NEW, label: 'a new slice' },
        ]}
        onAdd={put}
      />
    </Section>
  );
}
