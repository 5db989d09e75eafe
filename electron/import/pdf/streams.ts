import { constants, inflateSync } from 'node:zlib';
import { toBuffer } from '../bytes.ts';
import { giveWay } from '../give-way.ts';

/**
 * What the streams of a PDF would do to a program that reads them all: `isTooLarge` when they take up more room unpacked
 * than any text does; `isNested` when many drawings draw other drawings more than once, so that their number
 * may double with each.
 */
export type StreamSurvey = { isTooLarge: boolean; isNested: boolean };

/** A stream in the bytes of the file: its dictionary as text, and where its data begins. */
type Stream = { dictionary: string; start: number };

const mebibyte = 1024 * 1024;
// A page with much text has a tenth of a megabyte.
const mostOfStream = 48 * mebibyte;
const mostOfFile = 1024 * mebibyte;
const restAfter = 32 * mebibyte;
const mostNested = 12;
// Pictures and attached files may well be larger, and are not unpacked when text is read.
const notRead = /\/(?:Image|EmbeddedFile)\b/;

/** Unpacks each stream once and throws the result away. Encrypted ones cannot be looked into. */
export async function surveyStreams(bytes: Uint8Array): Promise<StreamSurvey> {
  const file = toBuffer(bytes);
  let [total, rested, nested] = [0, 0, 0];
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const stream = findStream(file, at);
    if (stream === undefined) continue;
    const content = unpack(file, stream);
    total += content === 'too large' ? Infinity : (content?.length ?? 0);
    if (total > mostOfFile) return { isTooLarge: true, isNested: true };
    if (content !== 'too large' && isDrawingOthers(stream, content)) nested += 1;
    if (total - rested < restAfter) continue;
    rested = total;
    await giveWay();
  }
  return { isTooLarge: false, isNested: nested > mostNested };
}

/** Reads what stands before and behind the word `stream`, unless it is `endstream` or its data is of no interest. */
function findStream(file: Buffer, at: number): Stream | undefined {
  const before = file.toString('latin1', Math.max(0, at - 600), at);
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
  if (before.endsWith('end') || notRead.test(dictionary)) return undefined;
  const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 6] === 10 || file[at + 7] === 10 ? 1 : 0);
  return { dictionary, start };
}

/** Returns the content of a stream, or undefined when it is not packed by zlib or encrypted. */
function unpack(file: Buffer, { dictionary, start }: Stream): Buffer | 'too large' | undefined {
  if (!dictionary.includes('/Filter')) return file.subarray(start, findEnd(file, start));
  try {
    const limits = { maxOutputLength: mostOfStream, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(file.subarray(start), limits);
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too large' : undefined;
  }
}

function findEnd(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start);
  return end === -1 ? file.length : end;
}

/** A form is a drawing that others use; what cannot be looked into is taken to use others itself. */
function isDrawingOthers({ dictionary }: Stream, content: Buffer | undefined): boolean {
  if (!/\/Form\b/.test(dictionary)) return false;
  const first = content?.indexOf(' Do') ?? 0;
  return content === undefined || (first !== -1 && content.includes(' Do', first + 3));
}
