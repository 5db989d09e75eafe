import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { parentPort } from 'node:worker_threads';
import { ImportFileError } from './import-file-error.ts';
import { type ReadingJob, readNow } from './reading.ts';
import type { WorkerAnswer } from './reading-pool.ts';

/** The thread in which files are read, so that a long or a malicious one keeps nobody waiting and can be ended. */

// Nobody listens, so what a library says of a file would pile up.
globalThis.console = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;

port.on('message', (job: ReadingJob) => {
  void answer(job).then(({ message, transfer }) => port.postMessage(message, transfer));
});

async function answer(job: ReadingJob): Promise<{ message: WorkerAnswer; transfer: ArrayBuffer[] }> {
  try {
    const { bytes, ...rest } = await readNow(job);
    const reading = { ...rest, bytes: bytes && toOwnBytes(bytes) };
    return { message: { ok: true, reading }, transfer: reading.bytes ? [reading.bytes.buffer] : [] };
  } catch (error) {
    return { message: toFailure(error), transfer: [] };
  }
}

/** Bytes of a small file lie in memory that Node keeps for many, and which it refuses to hand over since version 21. */
function toOwnBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isOwn ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function toFailure(error: unknown): WorkerAnswer {
  if (error instanceof ImportFileError) {
    return { ok: false, fileName: error.fileName, message: error.message };
  }
  return { ok: false, fileName: null, message: error instanceof Error ? error.message : String(error) };
}
