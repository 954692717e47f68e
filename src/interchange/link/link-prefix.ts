/** What the fragment of a link that holds a model starts with. */
export const LINK_PREFIX = '#/m/';
