interface Numbered {
  readonly index: number;
}

/** Takes what is ready by its number, the smallest first: a binary heap. */
export class ReadyQueue<T extends Numbered> {
  readonly #heap: T[] = [];

  constructor(items: readonly T[]) {
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    let at = this.#heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLess(at, parent)) return;
      at = parent;
    }
  }

  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = this.#isLess(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfLess(child, at)) return first;
      at = child;
    }
  }

  #isLess(one: number, other: number): boolean {
    const [item, otherItem] = [this.#heap[one], this.#heap[other]];
    return item !== undefined && otherItem !== undefined && item.index < otherItem.index;
  }

  #swapIfLess(child: number, parent: number): boolean {
    const [item, parentItem] = [this.#heap[child], this.#heap[parent]];
    if (item === undefined || parentItem === undefined || item.index >= parentItem.index) return false;
    this.#heap[child] = parentItem;
    this.#heap[parent] = item;
    return true;
  }
}
