/** Puts a text on the clipboard; where the browser does not allow it, says what to do `instead`. */
export async function copyText(text: string, instead: string): Promise<void> {
  await navigator.clipboard.writeText(text).catch((cause: unknown) => {
    throw new Error(`The browser does not allow copying here: ${instead}.`, { cause });
  });
}
