/** Pixels of the PNG for one of the picture, as on a good screen. */
const SHARPNESS = 2;
/** Browsers refuse larger canvases, or quietly draw nothing. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 120_000_000;

/** An SVG picture as a PNG of twice its size, or as large as browsers can draw. */
export async function drawPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode().catch((cause: unknown) => {
      throw new Error('The picture could not be drawn. Export it as SVG instead.', { cause });
    });
    return await paint(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function paint(image: HTMLImageElement): Promise<Blob> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(
    SHARPNESS,
    MOST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture is too large for a PNG. Export it as SVG instead.');
  return blob;
}
