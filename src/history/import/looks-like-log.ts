import { LogSurveying } from './log-survey.ts';

/** Of a model, and of a document in the format of dcb.events. */
const OF_MODEL =
  /^\s*\{[\s\S]{0,4000}"(?:ambit|\$schema|eventDefinitions|commandDefinitions|commandHandlerDefinitions)"\s*:/;
/** Formats that are nothing but logs. */
const LOGS = new Set(['ocel-1', 'ocel-2', 'xes', 'cloudevents', 'github', 'ambit']);

/**
 * Whether a file is a log of events by what it begins with (some hundred thousand bytes, unpacked), whatever its name: one
 * of a known format, or rows in which something looks like a type and something like a time.
 */
export function looksLikeLog(head: Uint8Array): boolean {
  if (OF_MODEL.test(new TextDecoder().decode(head.subarray(0, 8000)))) return false;
  const survey = new LogSurveying();
  survey.write(head);
  const { format, rows, proposal } = survey.end();
  if (format !== null && LOGS.has(format)) return true;
  if (rows === 0 || proposal === null) return false;
  const { type, time } = proposal.mapping;
  return type.length > 0 && time.length > 0;
}
