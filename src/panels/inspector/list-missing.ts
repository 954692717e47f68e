import type { JsonObject } from '../../lib/json.ts';
import { listNames, readList, readObject } from '../forms/read-json.ts';

/** What a model lacks to be run at all, in sentences, the first step first; empty when it can be run. */
export function listMissing(document: JsonObject): readonly string[] {
  const commands = Object.values(readObject(document['commands'])).map(readObject);
  const missing: string[] = [];
  if (listNames(document, 'events').length === 0) {
    missing.push('No events yet. Press E and write down what happens, in the past tense.');
  }
  if (commands.length === 0) {
    missing.push('No commands yet. Press C and write down what is asked for.');
  } else if (commands.every(({ emits }) => readList(emits).length === 0)) {
    missing.push('No command leads to an event yet. Draw an arrow from a command to an event.');
  } else if (commands.every(({ checks }) => readList(checks).length === 0)) {
    missing.push(
      'No command checks anything yet, so nothing can ever be refused. Press K to write down a rule.',
    );
  }
  return missing;
}
