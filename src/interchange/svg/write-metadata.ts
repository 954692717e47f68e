import type { JsonObject } from '../../lib/json.ts';
import { escapeXml } from '../../lib/xml-text.ts';
import { serialiseModel } from '../../model/serialise.ts';
import { METADATA_NAMESPACE } from './metadata-namespace.ts';

/** A document as the `<metadata>` element of a picture, from which `readSvg` has it back exactly. */
export function writeMetadata(document: JsonObject): string {
  const json = serialiseModel(document).replaceAll(/[\uFFFE\uFFFF\x7F-\x9F]/g, escapeInJson);
  return `<metadata><ambit:model xmlns:ambit="${METADATA_NAMESPACE}">${escapeXml(json)}</ambit:model></metadata>`;
}

/** Such characters stand in texts only, where JSON can write them by number. */
function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
