import { randomBytes } from 'node:crypto';
import { makeGuid } from './model/guid.ts';

const poolSize = 16 * 256;
let pool = Buffer.alloc(0);
let used = 0;

/** Returns a new UUIDv7. Randomness is drawn in pools: a call for each row would slow a large import. */
export function newGuid(): string {
  return makeGuid(Date.now(), (length) => {
    if (used + length > pool.length) {
      pool = randomBytes(poolSize);
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  });
}
