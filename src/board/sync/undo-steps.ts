import * as Y from 'yjs';

/** Edits of one group that come within this time of each other are one step. */
const GROUP_MS = 1500;
const LABEL = 'label';

/** The steps that one person took on a document, and takes back and brings again; what others do is left alone. */
export class UndoSteps {
  readonly #manager: Y.UndoManager;
  readonly #now: () => number;
  #label = '';
  #group: { readonly name: string; readonly at: number } | undefined;

  constructor(shared: Y.Doc, origin: object, now: () => number) {
    this.#now = now;
    this.#manager = new Y.UndoManager(shared, {
      trackedOrigins: new Set([origin]),
      captureTimeout: Number.POSITIVE_INFINITY,
      captureTransaction: ({ changed }) => changed.size > 0,
    });
    this.#manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(LABEL, this.#label);
    });
    this.#manager.on('stack-item-popped', ({ stackItem, type }) => {
      // The step that was taken back is now one to bring again, under its own label.
      const { undoStack, redoStack } = this.#manager;
      const opposite = (type === 'undo' ? redoStack : undoStack).at(-1);
      opposite?.meta.set(LABEL, stackItem.meta.get(LABEL));
    });
  }

  get undoLabel(): string | null {
    return labelOf(this.#manager.undoStack);
  }

  get redoLabel(): string | null {
    return labelOf(this.#manager.redoStack);
  }

  /** Says what the next edit is called, and whether it goes on with the last one. */
  begin(label: string, group: string | undefined): void {
    const at = this.#now();
    const goesOn = group !== undefined && group === this.#group?.name && at - this.#group.at <= GROUP_MS;
    if (!goesOn) this.#manager.stopCapturing();
    this.#label = label;
    this.#group = group === undefined ? undefined : { name: group, at };
  }

  undo(): void {
    this.#group = undefined;
    this.#manager.undo();
  }

  redo(): void {
    this.#group = undefined;
    this.#manager.redo();
  }

  /** Takes the last step back for good. */
  discard(): void {
    this.undo();
    // The step itself had left nothing else to bring again.
    this.#manager.clear(false, true);
  }

  close(): void {
    this.#manager.destroy();
  }
}

function labelOf(stack: readonly { readonly meta: ReadonlyMap<unknown, unknown> }[]): string | null {
  const label = stack.at(-1)?.meta.get(LABEL);
  return typeof label === 'string' ? label : null;
}
