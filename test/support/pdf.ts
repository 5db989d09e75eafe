/**
 * Writes a PDF by hand, of objects numbered from 1; the first is the catalog. For what PDF programs of today do not
 * write, and for faults.
 */
export function writePdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(length);
    parts.push(part);
    length += part.length;
  });
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

/** A stream object with its dictionary's other entries. */
export function toStream(content: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.from(`<<${entries}/Length ${bytes.length}>>stream\n`);
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
}

/** A PDF of one page with a content stream, the resources it uses and further objects, numbered from 5. */
export function writePage(
  content: string | Buffer,
  resources: string,
  others: readonly (string | Buffer)[] = [],
  entries = '',
): Buffer {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<<${resources}>>${entries}>>`,
    toStream(content),
    ...others,
  ]);
}
