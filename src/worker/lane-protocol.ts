/** What comes back about a question: one or more of these, all but progress the last one. */
export type FromWorker =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly cancelled: true };

/** The part of a worker that the page needs; `M` is what it is sent. */
export interface LanePort<M> {
  readonly postMessage: (message: M) => void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
  readonly terminate: () => void;
}
