import type { Analysis } from '../board/analysis.ts';
import type { ElementKey } from '../board/element-key.ts';
import type { Place } from '../board/placement.ts';
import type { JsonObject } from '../lib/json.ts';

/** What the worker is asked, and what it answers, by the name of the request. */
export interface Requests {
  /** The document does not come back: it would be a copy. */
  readonly analyse: { readonly argument: JsonObject; readonly result: Omit<Analysis, 'document'> };
  readonly layOutTimeline: {
    readonly argument: { readonly document: JsonObject; readonly fixed: ReadonlyMap<ElementKey, Place> };
    readonly result: ReadonlyMap<ElementKey, Place>;
  };
}

export type RequestName = keyof Requests;

/** A request on its way to the worker. */
export type Request = {
  readonly [N in RequestName]: {
    readonly id: number;
    readonly name: N;
    readonly argument: Requests[N]['argument'];
  };
}[RequestName];

/** What comes back: the result, or why there is none. */
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The part of a worker that its client needs. */
export interface WorkerPort {
  readonly postMessage: (request: Request) => void;
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
  readonly terminate: () => void;
}
