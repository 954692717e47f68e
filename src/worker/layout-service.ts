import type { LayoutService } from '../board/layout.ts';
import type { WorkerClient } from './worker-client.ts';

/** Lays boards out in a worker. */
export function createLayoutService(client: Pick<WorkerClient, 'request'>): LayoutService {
  return {
    layOutTimeline: (document, fixed) => client.request('layOutTimeline', { document, fixed }),
  };
}
