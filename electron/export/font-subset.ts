import type { Font } from 'fontkit';

/**
 * Makes a small TrueType font of a few characters that a browser accepts. fontkit keeps the outlines but writes no
 * character map and no names (a PDF needs neither), so the tables `cmap`, `name`, `OS/2` and `post` are added here
 * after the OpenType specification.
 */
export function subsetFont(bytes: Uint8Array, font: Font, characters: string[]): Uint8Array {
  const subset = font.createSubset();
  const codePoints = characters
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => font.hasGlyphForCodePoint(code));
  const glyphs = codePoints
    .sort((a, b) => a - b)
    .map((code): [number, number] => [code, subset.includeGlyph(font.glyphForCodePoint(code))]);
  const tables = readTables(subset.encode());
  const os2 = readTables(bytes).get('OS/2');
  if (os2) tables.set('OS/2', os2);
  tables.set('cmap', writeCharacterMap(glyphs));
  tables.set('name', writeNames('Casebench Figure'));
  tables.set('post', writePost());
  return writeFont(tables);
}

function readTables(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const start = view.getUint32(record + 8);
    tables.set(tag, bytes.slice(start, start + view.getUint32(record + 12)));
  }
  return tables;
}

/** Format 12, one group a character: Windows, full Unicode. */
function writeCharacterMap(glyphs: [number, number][]): Uint8Array {
  const table = Buffer.alloc(12 + 16 + 12 * glyphs.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * glyphs.length, 16);
  table.writeUInt32BE(glyphs.length, 24);
  for (const [index, [code, glyph]] of glyphs.entries()) {
    table.writeUInt32BE(code, 28 + 12 * index);
    table.writeUInt32BE(code, 32 + 12 * index);
    table.writeUInt32BE(glyph, 36 + 12 * index);
  }
  return table;
}

/** The licence of Source Sans reserves its name, so a cut-down copy carries another one. */
function writeNames(family: string): Uint8Array {
  const text = Buffer.from(family, 'utf16le').swap16();
  const ids = [1, 4, 6];
  const header = Buffer.alloc(6 + 12 * ids.length);
  header.writeUInt16BE(ids.length, 2);
  header.writeUInt16BE(header.length, 4);
  for (const [index, id] of ids.entries()) {
    const record = 6 + 12 * index;
    writeNumbers(header, record, [3, 1, 0x409, id, text.length, 0]);
  }
  return Buffer.concat([header, text]);
}

/** Version 3: no glyph names. */
function writePost(): Uint8Array {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00030000, 0);
  return table;
}

function writeFont(tables: Map<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  header.writeUInt32BE(0x00010000, 0);
  writeNumbers(header, 4, [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)]);
  const bodies: Buffer[] = [];
  let offset = header.length;
  for (const [index, [tag, body]] of sorted.entries()) {
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
    padded.set(body);
    if (tag === 'head') padded.writeUInt32BE(0, 8);
    const record = 12 + 16 * index;
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(sumWords(padded), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(body.length, record + 12);
    bodies.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat([header, ...bodies]);
  const head = sorted.findIndex(([tag]) => tag === 'head');
  font.writeUInt32BE((0xb1b0afba - sumWords(font)) >>> 0, font.readUInt32BE(12 + 16 * head + 8) + 8);
  return font;
}

/** Writes numbers of two bytes one after the other. */
function writeNumbers(bytes: Buffer, start: number, numbers: number[]): void {
  for (const [index, value] of numbers.entries()) bytes.writeUInt16BE(value, start + 2 * index);
}

function sumWords(bytes: Buffer): number {
  let sum = 0;
  for (let index = 0; index < bytes.length; index += 4) sum = (sum + bytes.readUInt32BE(index)) >>> 0;
  return sum;
}
