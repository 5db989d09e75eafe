/** Bytes of randomness, as `crypto.getRandomValues` gives them. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * Returns a UUIDv7 (RFC 9562): 48 bits of Unix time in milliseconds, then random bits. Rows made later sort
 * later, and rows of two studies never collide, so studies can be merged by guid.
 */
export function makeGuid(milliseconds: number, random: RandomBytes): string {
  const bytes = random(16);
  let time = milliseconds;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
