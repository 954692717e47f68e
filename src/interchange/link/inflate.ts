/** Small enough that even data made to explode cannot fill the memory before its size is seen. */
const SLICE = 1024;

/** Decompresses data, but stops as soon as it becomes larger than allowed. */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'broken' | 'too large'> {
  const reader = slice(compressed).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > mostBytes) {
        await reader.cancel().catch(() => {});
        return 'too large';
      }
      chunks.push(read.value);
    }
  } catch {
    return 'broken';
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function slice(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream(
    {
      pull: (controller) => {
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(from, from + SLICE));
        from += SLICE;
      },
    },
    { highWaterMark: 0 },
  );
}
