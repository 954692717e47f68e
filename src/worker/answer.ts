import { layOutTimeline } from '../board/layout/lay-out-timeline.ts';
import { readDocument } from '../model/parse.ts';
import { analyse } from './analyse.ts';
import type { Answer, Request, RequestName, Requests } from './protocol.ts';

type Handlers = { readonly [N in RequestName]: (argument: Requests[N]['argument']) => Requests[N]['result'] };

const HANDLERS: Handlers = {
  analyse,
  layOutTimeline: ({ document, fixed }) => {
    const { model } = readDocument(document);
    return model === null ? new Map() : layOutTimeline(model, fixed);
  },
};

/** Answers a request; whatever goes wrong is an answer too. */
export function answer(request: Request): Answer {
  const { id } = request;
  try {
    return { id, result: run(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function run({ name, argument }: Request): unknown {
  // A request's name and argument belong together, which the type of a union does not say.
  const handle = HANDLERS[name] as (argument: Request['argument']) => unknown;
  return handle(argument);
}
