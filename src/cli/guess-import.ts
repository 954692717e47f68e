import { LogSurveying } from '../history/import/log-survey.ts';

const HEAD = 1 << 18;
const OF_DCB = /"(?:eventDefinitions|commandDefinitions|commandHandlerDefinitions|projections|meta)"\s*:/;

/** Whether a file, by what it begins with, is a log of events or a document in the format of dcb.events. */
export function guessImport(bytes: Uint8Array): 'log' | 'dcb' {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'log';
  const head = bytes.subarray(0, HEAD);
  const survey = new LogSurveying();
  survey.write(head);
  const { rows, format } = survey.end();
  const text = new TextDecoder().decode(head);
  if (format !== null && format !== 'json' && format !== 'json-lines') return 'log';
  if (OF_DCB.test(text)) return 'dcb';
  // What is JSON and holds no event is likelier to be a document that went wrong.
  return rows > 0 || !/^\s*[{[]/.test(text) ? 'log' : 'dcb';
}
