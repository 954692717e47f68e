import { posix } from 'node:path';
import { type Node, parseSync, visitorKeys } from 'oxc-parser';

/** One place where a file asks for another: `import`, `export … from`, `import(…)`, `new URL(…, import.meta.url)`. */
export interface Import {
  /** As written; undefined when it is computed. */
  readonly specifier: string | undefined;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** A name that the file uses as a value without declaring it, and how: `Date.now`, `new Date()`, `Date(…)`, `Date`. */
export interface GlobalUse {
  readonly name: string;
  readonly usage: string;
  readonly line: number;
}

/** What the architecture rules look at in a source file. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly globals: readonly GlobalUse[];
  readonly defaultExportLines: readonly number[];
  /** Whether it exports, and everything it exports comes from elsewhere. */
  readonly isBarrel: boolean;
}

/** Reads TypeScript source into what the rules look at; throws when it does not parse. */
export function readSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { preserveParens: false });
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const visits = walk(program, []);
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;
  return {
    path,
    imports: visits.flatMap(({ node }) => toImport(node, lineOf(node)) ?? []),
    globals: findGlobals(visits).map(({ node, ...use }) => ({ ...use, line: lineOf(node) })),
    defaultExportLines: program.body.filter(exportsDefault).map(lineOf),
    isBarrel: reexportsOnly(program.body),
  };
}

/** The path an import within the repository leads to: the file when it is among `paths`, else as written; undefined for a package. */
export function resolveImport(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(from), specifier);
  return (
    ['', '.ts', '.tsx', '/index.ts'].map((end) => target + end).find((path) => paths.has(path)) ?? target
  );
}

/** Every cycle a depth-first walk closes, each as the paths around it, first and last the same. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path]);
    if (seenAt >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}

/** A node of the syntax tree with the nodes above it, nearest first. */
interface Visit {
  readonly node: Node;
  readonly above: readonly Node[];
}

function walk(node: Node, above: readonly Node[]): Visit[] {
  const children = (visitorKeys[node.type] ?? [])
    .flatMap((key) => Reflect.get(node, key) as Node | null | (Node | null)[])
    .filter((child) => child !== null && child !== undefined);
  return [{ node, above }, ...children.flatMap((child) => walk(child, [node, ...above]))];
}

function toImport(node: Node, line: number): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, line, typeOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, line, typeOnly: node.exportKind === 'type' };
    case 'ExportNamedDeclaration':
      return node.source
        ? { specifier: node.source.value, line, typeOnly: node.exportKind === 'type' }
        : undefined;
    case 'ImportExpression':
      return { specifier: textOf(node.source), line, typeOnly: false };
    case 'TSImportType':
      return { specifier: node.source.value, line, typeOnly: true };
    case 'TSExternalModuleReference':
      return { specifier: node.expression.value, line, typeOnly: false };
    case 'NewExpression':
      return isModuleUrl(node) ? { specifier: textOf(node.arguments[0]), line, typeOnly: false } : undefined;
    default:
      return undefined;
  }
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.raw;
  return undefined;
}

/** `new URL(…, import.meta.url)`: how a page names its worker's file. */
function isModuleUrl(node: Node): boolean {
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'URL')
    return false;
  const base = node.arguments[1];
  return base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
}

function exportsDefault(statement: Node): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true;
  if (statement.type === 'ExportAllDeclaration')
    return statement.exported !== null && nameOf(statement.exported) === 'default';
  return (
    statement.type === 'ExportNamedDeclaration' &&
    statement.specifiers.some(({ exported }) => nameOf(exported) === 'default')
  );
}

function reexportsOnly(body: readonly Node[]): boolean {
  const imported = new Set(
    body.flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers.flatMap(boundBy) : [])),
  );
  const others = body.filter((node) => node.type !== 'ImportDeclaration');
  const reexports = (node: Node) =>
    node.type === 'ExportAllDeclaration' ||
    (node.type === 'ExportNamedDeclaration' &&
      node.specifiers.length > 0 &&
      (node.source !== null || node.specifiers.every(({ local }) => imported.has(nameOf(local) ?? ''))));
  return others.length > 0 && others.every(reexports);
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : textOf(node);
}

function findGlobals(visits: readonly Visit[]): { name: string; usage: string; node: Node }[] {
  const values = visits.filter(({ node, above }) => ![node, ...above].some(isTypeSyntax));
  const scopes = new Map<string, (Node | undefined)[]>();
  for (const { name, scope } of values.flatMap(toBindings))
    scopes.set(name, [...(scopes.get(name) ?? []), scope]);
  return values.flatMap(({ node, above: [parent, ...further] }) => {
    if (node.type !== 'Identifier' || parent === undefined || isMereName(node, parent)) return [];
    const declared = scopes.get(node.name)?.some((scope) => scope && [parent, ...further].includes(scope));
    return declared ? [] : { name: node.name, usage: usageOf(node.name, node, parent), node };
  });
}

/** TypeScript syntax that leaves no value behind; what wraps an expression does. */
function isTypeSyntax(node: Node): boolean {
  return (
    node.type.startsWith('TS') &&
    !/^TS((As|Satisfies|NonNull|Instantiation)Expression|TypeAssertion|ParameterProperty)$/.test(node.type)
  );
}

/** The names a node declares, each with the node they are known in. */
function toBindings({ node, above }: Visit): { name: string; scope: Node | undefined }[] {
  const bind = (names: readonly string[], scope = above.find(opensScope)) =>
    names.map((name) => ({ name, scope }));
  switch (node.type) {
    case 'VariableDeclarator':
      return bind(boundBy(node.id));
    case 'ImportDeclaration':
      return bind(node.specifiers.flatMap(boundBy));
    case 'ClassDeclaration':
      return bind(boundBy(node.id));
    case 'FunctionDeclaration':
      return [...bind(boundBy(node.id)), ...bind(node.params.flatMap(boundBy), node)];
    case 'ClassExpression':
      return bind(boundBy(node.id), node);
    case 'FunctionExpression':
      return bind([node.id, ...node.params].flatMap(boundBy), node);
    case 'ArrowFunctionExpression':
      return bind(node.params.flatMap(boundBy), node);
    case 'CatchClause':
      return bind(boundBy(node.param), node);
    default:
      return [];
  }
}

function opensScope({ type }: Node): boolean {
  return /^(Program|BlockStatement|StaticBlock|SwitchStatement|For\w*Statement)$/.test(type);
}

/** The names a pattern, parameter or import specifier binds. */
function boundBy(node: Node | null): string[] {
  switch (node?.type) {
    case 'Identifier':
      return [node.name];
    case 'ObjectPattern':
      return node.properties.flatMap(boundBy);
    case 'Property':
      return boundBy(node.value);
    case 'ArrayPattern':
      return node.elements.flatMap(boundBy);
    case 'AssignmentPattern':
      return boundBy(node.left);
    case 'RestElement':
      return boundBy(node.argument);
    case 'TSParameterProperty':
      return boundBy(node.parameter);
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return boundBy(node.local);
    default:
      return [];
  }
}

/** Whether an identifier only names a member, a label or the like, and reads no variable. */
function isMereName(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return !parent.computed && parent.property === node;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return !parent.computed && parent.key === node;
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'ImportAttribute':
    case 'ExportAllDeclaration':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return true;
    default:
      return false;
  }
}

function usageOf(name: string, node: Node, parent: Node): string {
  switch (parent.type) {
    case 'MemberExpression':
      return !parent.computed && nameOf(parent.property) ? `${name}.${nameOf(parent.property)}` : name;
    case 'NewExpression':
      return parent.callee === node ? `new ${name}(${parent.arguments.length > 0 ? '…' : ''})` : name;
    case 'CallExpression':
      return parent.callee === node ? `${name}(…)` : name;
    case 'BinaryExpression':
      return parent.operator === 'instanceof' && parent.right === node ? `instanceof ${name}` : name;
    default:
      return name;
  }
}
