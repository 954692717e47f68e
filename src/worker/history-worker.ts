import { HistoryServer } from './history/history-server.ts';
import type { ToHistoryWorker } from './history/questions.ts';
import { openGround } from './open-ground.ts';

const server = new HistoryServer(openGround());

self.onmessage = ({ data }: MessageEvent<ToHistoryWorker>) => server.receive(data);
