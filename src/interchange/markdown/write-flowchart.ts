import type { Model } from '../../model/schema.ts';
import { escapeLabel } from './mermaid-text.ts';

interface FlowNode {
  readonly kind: 'command' | 'event' | 'policy';
  readonly name: string;
}
interface FlowEdge {
  readonly from: FlowNode;
  readonly to: FlowNode;
}

/** Mermaid draws no more than 500 edges unless it is told to. */
const MOST_EDGES = 400;

const SHAPES = {
  command: ['[', ']'],
  event: ['(', ')'],
  policy: ['{{', '}}'],
} as const;

/** The flow of commands, events and policies as a Mermaid diagram in a fenced block; nothing when there is no flow. */
export function writeFlowchart(model: Model): readonly string[] {
  const edges = listEdges(model);
  if (edges.length === 0) return [];
  if (edges.length > MOST_EDGES) {
    return [`The flow has ${edges.length} arrows, too many for one diagram.`, ''];
  }
  const ids = new Map<string, string>();
  const nodes: string[] = [];
  const idOf = ({ kind, name }: FlowNode): string => {
    const key = `${kind}:${name}`;
    const id = ids.get(key) ?? `n${ids.size}`;
    if (!ids.has(key)) {
      const [open, close] = SHAPES[kind];
      ids.set(key, id);
      nodes.push(`  ${id}${open}"${escapeLabel(name)}"${close}:::${kind}`);
    }
    return id;
  };
  const arrows = edges.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`);
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes,
    ...arrows,
    '  classDef command fill:#aed4f6,stroke:#659fd2,color:#231a10',
    '  classDef event fill:#fbb873,stroke:#d98a3a,color:#231a10',
    '  classDef policy fill:#d8c7f4,stroke:#a286d6,color:#231a10',
    '```',
    '',
  ];
}

function listEdges(model: Model): readonly FlowEdge[] {
  const edges: FlowEdge[] = [];
  for (const [name, command] of Object.entries(model.commands ?? {})) {
    for (const emit of command.emits ?? []) {
      const event = typeof emit === 'string' ? emit : emit.event;
      edges.push({ from: { kind: 'command', name }, to: { kind: 'event', name: event } });
    }
  }
  for (const [name, policy] of Object.entries(model.policies ?? {})) {
    const self = { kind: 'policy', name } as const;
    for (const event of policy.on ?? []) edges.push({ from: { kind: 'event', name: event }, to: self });
    if (policy.issues !== undefined) edges.push({ from: self, to: { kind: 'command', name: policy.issues } });
  }
  const unique = new Map(edges.map((edge) => [JSON.stringify(edge), edge]));
  return [...unique.values()];
}
