/** A model that comes with the page. */
export interface ShippedModel {
  readonly file: string;
  readonly name: string;
  /** What it is about, in one line. */
  readonly about: string;
}
