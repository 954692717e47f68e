import type { JsonObject } from '../../lib/json.ts';

/** Something to tell about a file: where in it ("" is the whole file), and what to do. */
export interface FileRemark {
  readonly place: string;
  readonly message: string;
}

/** What came of a file somebody gave. */
export type ReadFile =
  | {
      readonly kind: 'model';
      readonly fileName: string;
      readonly document: JsonObject;
      /** What is left out or was not translated. */
      readonly remarks: readonly FileRemark[];
    }
  /** A log of events, to be looked back at on a board. */
  | { readonly kind: 'log'; readonly fileName: string; readonly file: File }
  /** It cannot be used, and nothing was changed. */
  | { readonly kind: 'trouble'; readonly fileName: string; readonly messages: readonly FileRemark[] };

export type PictureTheme = 'light' | 'dark';

/** Documents in and out: files, links and the clipboard. What fails rejects with a message for people. */
export interface Exchange {
  /** Reads files given together as hostile input. */
  readonly readFiles: (files: readonly File[]) => Promise<readonly ReadFile[]>;
  readonly readText: (text: string) => Promise<ReadFile>;
  /** Fetches a model that comes with the page. */
  readonly fetchShipped: (file: string) => Promise<JsonObject>;
  /** Hands the document to the person as a file. */
  readonly save: (document: JsonObject, format: 'json' | 'markdown') => Promise<void>;
  readonly savePicture: (document: JsonObject, format: 'svg' | 'png', theme: PictureTheme) => Promise<void>;
  readonly copyMarkdown: (document: JsonObject) => Promise<void>;
  /** The address of this page with the whole document in its fragment, and a view of it where one is given. */
  readonly makeLink: (document: JsonObject, view?: string) => Promise<string>;
}
