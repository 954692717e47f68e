/**
 * A set of equally long rows of small integers, each numbered in the order it was first seen. Rows are compared in
 * full, so that two rows share a number exactly when they are equal; the hash only says where to look.
 */
export class StateTable {
  readonly #width: number;
  #rows: Int32Array;
  #slots: Int32Array;
  #size = 0;

  /** `width` is the length of a row, at least 1. */
  constructor(width: number) {
    this.#width = width;
    this.#rows = new Int32Array(width * 16);
    this.#slots = new Int32Array(32).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** Copies row `id` into `target`. */
  read(id: number, target: Int32Array): void {
    const start = id * this.#width;
    for (let i = 0; i < this.#width; i++) target[i] = this.#rows[start + i] as number;
  }

  /** The number of a row, which is added when it is new. */
  insert(row: Int32Array): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(row) & mask;
    for (let id = this.#slots[slot] as number; id >= 0; id = this.#slots[slot] as number) {
      if (this.#equals(id, row)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(row, slot);
  }

  #add(row: Int32Array, slot: number): number {
    const id = this.#size++;
    const start = id * this.#width;
    if (start + this.#width > this.#rows.length) this.#growRows();
    this.#rows.set(row, start);
    this.#slots[slot] = id;
    if (this.#size * 2 > this.#slots.length) this.#growSlots();
    return id;
  }

  #hash(row: Int32Array): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < this.#width; i++)
      hash = Math.imul(hash ^ (row[i] as number), 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  #equals(id: number, row: Int32Array): boolean {
    const start = id * this.#width;
    for (let i = 0; i < this.#width; i++) if (this.#rows[start + i] !== row[i]) return false;
    return true;
  }

  #growRows(): void {
    const rows = new Int32Array(this.#rows.length * 2);
    rows.set(this.#rows);
    this.#rows = rows;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    const row = new Int32Array(this.#width);
    for (let id = 0; id < this.#size; id++) {
      this.read(id, row);
      let slot = this.#hash(row) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}
