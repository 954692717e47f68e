import { LabServer } from './lab/lab-server.ts';
import type { ToLabWorker } from './lab/protocol.ts';
import { openGround } from './open-ground.ts';

const server = new LabServer(openGround());

self.onmessage = ({ data }: MessageEvent<ToLabWorker>) => server.receive(data);
