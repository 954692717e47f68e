import { createContext, useContext } from 'react';
import type { Board } from '../../board/board.ts';
import type { JsonObject } from '../../lib/json.ts';

/** What forms read and write. */
export interface FormMatter {
  readonly board: Pick<Board, 'edit'>;
  readonly document: JsonObject;
}

export const FormContext = createContext<FormMatter | null>(null);

/** The document that a form is about; throws outside of one. */
export function useForm(): FormMatter {
  const matter = useContext(FormContext);
  if (matter === null) throw new Error('This part is not inside a form');
  return matter;
}
