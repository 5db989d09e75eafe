import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The sample study is made once and then kept, with what was tried in it. While it is being made a mark lies
 * beside it, so that half a sample, left by a computer that was switched off, is made anew.
 */
const markOf = (path: string) => `${path}.being-made`;

/** Tells whether the whole sample study is at this path. */
export const hasSample = (path: string) => existsSync(path) && !existsSync(markOf(path));

/** Makes the place free and marks that the sample study is being made there. */
export function beginSample(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(markOf(path), '');
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

/** Notes that the sample study is whole. */
export const finishSample = (path: string) => rmSync(markOf(path), { force: true });
