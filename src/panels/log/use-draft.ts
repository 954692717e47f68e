import { useCallback, useMemo, useState } from 'react';
import type { Edit } from '../../board/board.ts';
import { getAt } from '../../board/edits/set-at.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FormMatter } from '../forms/use-form.ts';

/** Something being filled in that is no part of the document, for forms that know the document's fields. */
export interface Draft {
  readonly matter: FormMatter;
  readonly value: Json | undefined;
}

/** Where the draft stands for the forms; no section of a model has this name. */
export const DRAFT = 'draft';

/** A draft beside a document: what forms write goes to it alone. */
export function useDraft(document: JsonObject, initial: JsonObject): Draft {
  const [draft, setDraft] = useState<Json | undefined>(initial);
  const edit = useCallback((_label: string, change: Edit) => {
    setDraft((before) => getAt(change({ [DRAFT]: before ?? {} }), [DRAFT]));
  }, []);
  const matter = useMemo(
    (): FormMatter => ({ board: { edit }, document: { ...document, [DRAFT]: draft ?? {} } }),
    [document, draft, edit],
  );
  return { matter, value: draft };
}
