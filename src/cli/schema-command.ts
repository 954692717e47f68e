import { makeJsonSchema } from '../model/json-schema.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** `ambit schema`: the JSON Schema of a model document. */
export function printSchema(io: Io): ExitCode {
  io.out(`${JSON.stringify(makeJsonSchema(), null, 2)}\n`);
  return EXIT.fine;
}
