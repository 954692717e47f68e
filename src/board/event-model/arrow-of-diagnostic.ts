import { getOwn } from '../../lib/get-own.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parsePointer } from '../../model/pointer.ts';
import type { Model } from '../../model/schema.ts';
import type { ArrowEnds } from '../desk.ts';
import { makeKey } from '../element-key.ts';

/** The arrow that a finding is about; null when it is about something else. */
export function arrowOfDiagnostic({ at }: Diagnostic, model: Model): ArrowEnds | null {
  const [section, name, part, which, ...rest] = parsePointer(at);
  if (name === undefined || part === undefined) return null;
  if (section === 'screens') return ofScreen(model, name, part, which);
  if (section === 'policies') return ofPolicy(model, name, part, which);
  if (section === 'readModels' && part === 'on' && which !== undefined) {
    return { from: makeKey('event', which), to: makeKey('readModel', name) };
  }
  if (section !== 'commands' || which === undefined) return null;
  // What is said about an expression belongs to the text, and so does the name of a thing that does not exist.
  if (rest.length > 0 && rest[0] !== 'data') return null;
  const entry = getOwn(model.commands, name);
  if (part === 'emits') {
    const emit = entry?.emits?.[Number(which)];
    const event = typeof emit === 'object' ? emit.event : emit;
    return event === undefined ? null : { from: makeKey('command', name), to: makeKey('event', event) };
  }
  if (part !== 'checks') return null;
  const check = entry?.checks?.[Number(which)];
  const constraint = typeof check === 'object' ? check.constraint : check;
  return constraint === undefined
    ? null
    : { from: makeKey('constraint', constraint), to: makeKey('command', name) };
}

function ofScreen(model: Model, name: string, part: string, which: string | undefined): ArrowEnds | null {
  const screen = getOwn(model.screens, name);
  const screenKey = makeKey('screen', name);
  const index = Number(which);
  const command = part === 'issues' ? screen?.issues?.[index] : undefined;
  if (command !== undefined) return { from: screenKey, to: makeKey('command', command) };
  const shown = part === 'shows' ? screen?.shows?.[index] : undefined;
  return shown === undefined ? null : { from: makeKey('readModel', shown), to: screenKey };
}

function ofPolicy(model: Model, name: string, part: string, which: string | undefined): ArrowEnds | null {
  const policy = getOwn(model.policies, name);
  const policyKey = makeKey('policy', name);
  const issues = part === 'issues' || part === 'with' ? policy?.issues : undefined;
  if (issues !== undefined) return { from: policyKey, to: makeKey('command', issues) };
  const event = part === 'on' ? policy?.on?.[Number(which)] : undefined;
  return event === undefined ? null : { from: makeKey('event', event), to: policyKey };
}
