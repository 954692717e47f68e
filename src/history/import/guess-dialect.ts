import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { LogFormat } from './log-row.ts';

/** Which known shape of JSON events the first one has. */
export function guessDialect(fields: JsonObject, otherwise: LogFormat): LogFormat {
  const has = (...names: string[]) => names.every((name) => Object.hasOwn(fields, name));
  if (typeof fields['specversion'] === 'string' && has('type', 'source', 'id')) return 'cloudevents';
  const { actor, repo } = fields;
  const isGithub = has('type', 'created_at') && isJsonObject(actor) && isJsonObject(repo);
  return isGithub && Object.hasOwn(actor, 'login') ? 'github' : otherwise;
}
