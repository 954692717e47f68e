/** A JSON value, as `JSON.parse` makes it; never written to after it was read. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };
