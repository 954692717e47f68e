/** At most so many bytes of how a file begins, unpacked where it is gzipped. */
export async function readHead(file: Blob, most: number): Promise<Uint8Array> {
  const start = new Uint8Array(await file.slice(0, most).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const head = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { value, done } = await reader.read();
    if (done) break;
    const piece = value.subarray(0, most - length);
    head.set(piece, length);
    length += piece.length;
  }
  await reader.cancel();
  return head.subarray(0, length);
}
