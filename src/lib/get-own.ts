/**
 * The value under a name that a document's author chose, or undefined when there is none.
 * Plain `record[name]` would answer with what every object inherits for names such as "toString".
 */
export function getOwn<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
