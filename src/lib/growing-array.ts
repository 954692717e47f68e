/** Whole numbers that are only ever added at the end, kept in one typed array. */
export class GrowingArray<A extends Int32Array | Uint8Array> {
  #values: A;
  #length = 0;

  constructor(start: A) {
    this.#values = start;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** What was added, without a copy; to be used once nothing more is added. */
  finish(): A {
    return this.#values.subarray(0, this.#length) as A;
  }

  #grow(): void {
    const make = this.#values.constructor as new (length: number) => A;
    const values = new make(Math.max(16, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
