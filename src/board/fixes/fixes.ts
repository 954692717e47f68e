import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ModelCode } from '../../model/diagnostic-codes.ts';
import { parsePointer } from '../../model/pointer.ts';
import { addParameterField, addUnfilledField } from './argument-fixes.ts';
import { emitFromNewCommand, emitNewEvent } from './command-fixes.ts';
import { addFirstSource, addSource } from './completeness-fixes.ts';
import { addColumn, fillField, mendField, mendValue, takeTimeOut } from './data-fixes.ts';
import { checkInCommand, finishExample, runRace } from './example-fixes.ts';
import { mendExpression, mendUnknownName } from './expression-fixes.ts';
import type { Fix, Remedy } from './fix.ts';
import { mendAwkwardName, mendPartName, mendRepeatedName, mendType, mendVersion } from './naming-fixes.ts';
import { removeProjection, tagEvent, tagOwnedEvent } from './projection-fixes.ts';
import { declareOrRename, leaveSlice, mendParameter, mendPlaceholder } from './reference-fixes.ts';
import { issueAll } from './workload-fixes.ts';

/** The codes of expressions, which the decision room finds. */
type ExpressionCode = 'cel-syntax' | 'cel-unknown-name' | 'cel-unknown-field';

/** What can be done at a click, for every code where something is safe to do. */
const REMEDIES: Readonly<Partial<Record<ModelCode | ExpressionCode, Remedy>>> = {
  'missing-version': mendVersion,
  'wrong-version': mendVersion,
  'unknown-event': declareOrRename('event'),
  'unknown-constraint': declareOrRename('constraint'),
  'unknown-command': declareOrRename('command'),
  'unknown-read-model': declareOrRename('readModel'),
  'unknown-tag': declareOrRename('tag'),
  'unknown-aggregate': declareOrRename('aggregate'),
  'unknown-context': declareOrRename('context'),
  'unknown-element': leaveSlice,
  'unknown-parameter': mendParameter,
  'unknown-placeholder': mendPlaceholder,
  'unknown-field': mendField,
  'missing-argument': addParameterField,
  'unfilled-field': addUnfilledField,
  'field-without-source': addSource,
  'no-source-yet': addFirstSource,
  'column-without-source': addColumn,
  'event-lacks-tag': tagEvent,
  'owned-event-lacks-tag': tagOwnedEvent,
  'unused-projection': removeProjection,
  'event-never-emitted': emitFromNewCommand,
  'command-without-events': emitNewEvent,
  'unfinished-example': finishExample,
  'race-without-commands': runRace,
  'idle-workload': issueAll,
  'unchecked-constraint': checkInCommand,
  'missing-field': fillField,
  'wrong-value': mendValue,
  'wrong-time': takeTimeOut,
  'wrong-field-type': mendType,
  'repeated-name': mendRepeatedName,
  'not-an-identifier': mendPartName,
  'name-taken': mendPartName,
  'awkward-name': mendAwkwardName,
  'cel-syntax': mendExpression,
  'cel-unknown-name': mendUnknownName,
  'cel-unknown-field': mendUnknownName,
};

/** What can be done about a finding at a click; none where only a person can tell. */
export function fixesFor(diagnostic: Diagnostic, document: JsonObject): readonly Fix[] {
  const remedy = getOwn<Remedy | undefined>(REMEDIES, diagnostic.code);
  return remedy?.({ diagnostic, document, path: parsePointer(diagnostic.at) }) ?? [];
}
