import type { JsonObject } from '../lib/json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';

/** The version of the format that this program writes. */
const CURRENT_VERSION = '1.0';

/** Whether a document's version can be opened, and what there is to say about it. */
export interface VersionCheck {
  /** `open`: go on; `unusable`: keep the document, but there is no model; `refuse`: do not touch it. */
  readonly verdict: 'open' | 'unusable' | 'refuse';
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Judges the `ambit` key. Nothing is migrated yet, as no version came before 1.0: the first migration goes here, and
 * returns the changed document.
 */
export function checkVersion(document: JsonObject): VersionCheck {
  const written = document['ambit'];
  const finding = (code: Parameters<typeof makeDiagnostic>[0], message: string) => [
    makeDiagnostic(code, '/ambit', message),
  ];
  if (written === undefined) {
    const message = `The document does not say that it is an Ambit model: add "ambit": "${CURRENT_VERSION}".`;
    return { verdict: 'unusable', diagnostics: finding('missing-version', message) };
  }
  const [, major, minor] = (typeof written === 'string' && /^(\d{1,9})\.(\d{1,9})$/.exec(written)) || [];
  if (major === undefined || minor === undefined) {
    const message = `The version of the format must be a text such as "${CURRENT_VERSION}": correct "ambit".`;
    return { verdict: 'unusable', diagnostics: finding('wrong-version', message) };
  }
  if (Number(major) > 1) {
    const message = `This document is in version ${written} of the format, and this Ambit reads version 1: open it with a newer Ambit. Nothing of it was read.`;
    return { verdict: 'refuse', diagnostics: finding('newer-version', message) };
  }
  if (Number(major) < 1) {
    const message = `There is no version ${written} of the format: set "ambit" to "${CURRENT_VERSION}" if the document follows it. Nothing of it was read.`;
    return { verdict: 'refuse', diagnostics: finding('unknown-version', message) };
  }
  if (Number(minor) > 0) {
    const message = `This document is in version ${written} of the format, which is newer than ${CURRENT_VERSION}: what this Ambit does not know in it is kept, but has no effect here.`;
    return { verdict: 'open', diagnostics: finding('newer-minor-version', message) };
  }
  return { verdict: 'open', diagnostics: [] };
}
