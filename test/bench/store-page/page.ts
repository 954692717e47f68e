import type { Samples } from './alternate.ts';
import { type ContentionOrder, contend, type WriterReport } from './contend.ts';
import { type Job, measure } from './measure.ts';

declare global {
  interface Window {
    /** The benchmark calls these. */
    ambitMeasure(job: Job): Promise<Samples>;
    ambitContend(order: ContentionOrder): Promise<WriterReport[]>;
  }
}

window.ambitMeasure = measure;
window.ambitContend = contend;
