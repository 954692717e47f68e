import type { IssuedCommand } from '../../model/schema.ts';

/** What a command carries, in one line: `studentId s1, courseId c1`. */
export function sayCommand({ data }: IssuedCommand): string {
  return Object.entries(data ?? {})
    .map(([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
