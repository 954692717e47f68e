/** Marks the element of an SVG picture that holds a model. A name, not an address. */
export const METADATA_NAMESPACE = 'urn:ambit:model:1';
