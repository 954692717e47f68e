export type Failed = { readonly error: string };

/** A rejection as a value: the code of a `StoreError`, or the text of an error that should not have been. */
export async function settle<Value>(promise: Promise<Value>): Promise<Value | Failed> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof Error)) return { error: String(error) };
    return { error: 'code' in error ? String(error.code) : error.message };
  }
}
