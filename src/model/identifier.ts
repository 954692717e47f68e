const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words of CEL's grammar. */
const RESERVED = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while __proto__'.split(
    ' ',
  ),
);

/** Names that stand for types and functions in every CEL expression. */
const REGISTERED = new Set(
  'type list map int uint string bool double bytes null_type google optional cel dyn'.split(' '),
);

/** Whether CEL can reach a field of this name after a dot. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !RESERVED.has(name);
}

/** Whether CEL can have a variable of this name. */
export function isVariableName(name: string): boolean {
  return isIdentifier(name) && !REGISTERED.has(name);
}
