import { type CelValue, toCel } from '../../decision/cel-value.ts';
import type { FieldKind } from '../../model/field-type.ts';

/** A value of a type, for a parameter that no tag tells: never empty or zero, which expressions may divide by. */
export function sampleValue(type: FieldKind): CelValue {
  switch (type.kind) {
    case 'int':
      return 1n;
    case 'double':
      return 1;
    case 'bool':
      return true;
    case 'timestamp':
      return toCel('2000-01-01T00:00:00Z', type);
    case 'duration':
      return toCel('1s', type);
    case 'enum':
      return type.values[0] ?? '';
    case 'list':
      return [sampleValue(type.element)];
    case 'map':
      return new Map([['a', sampleValue(type.value)]]);
    default:
      return 'a';
  }
}
