import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { resourceFolders } from '../../resource-folders.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type LoadingTask = ReturnType<PdfLibrary['getDocument']>;
export type PdfDocument = Awaited<LoadingTask['promise']>;

let library: Promise<PdfLibrary> | undefined;

/**
 * Opens a PDF, gives it to `use` and closes it again, whatever happens. Throws an ImportFileError when it needs a
 * password or cannot be opened.
 */
export async function withPdf<T>(file: SourceFile, use: (pdf: PdfDocument) => Promise<T>): Promise<T> {
  library ??= loadLibrary();
  const task = open(await library, file.bytes);
  try {
    return await use(await task.promise);
  } catch (error) {
    throw error instanceof ImportFileError ? error : new ImportFileError(file.name, getProblem(error));
  } finally {
    await task.destroy();
  }
}

/** Loaded with the first PDF, for it is the largest library there is here. */
async function loadLibrary(): Promise<PdfLibrary> {
  addDrawingClasses();
  // Both run in this process: with the worker's part loaded, the library looks for no file to start a worker from.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The library wants these to draw with and complains on the console without them. Nothing is drawn here. */
function addDrawingClasses(): void {
  const missing = ['DOMMatrix', 'Path2D', 'ImageData'].filter((name) => !(name in globalThis));
  for (const name of missing)
    Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
}

function open({ getDocument }: PdfLibrary, bytes: Uint8Array): LoadingTask {
  return getDocument({
    // A copy, for the library takes the bytes away from whoever gave them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Named, because the library takes Electron's service for a browser, where it would look for a document and fetch.
    CanvasFactory: Unused,
    FilterFactory: Unused,
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableWorkerRendering: true,
    // Fonts' names, which say what is bold.
    fontExtraProperties: true,
    // Pictures are not decoded.
    maxImageSize: 1,
  });
}

class Unused {
  destroy(): void {}
}

/** Gives the character maps of Chinese, Japanese and Korean PDFs from the program's own folder, and nothing else. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('Only character maps are at hand.');
    return new Uint8Array(await readFile(join(resourceFolders().characterMaps, basename(filename))));
  }
}

function getProblem(error: unknown): string {
  return error instanceof Error && error.name === 'PasswordException'
    ? 'is protected by a password: open it in a PDF reader, print or save it without the password and import that'
    : 'is damaged: open it in a PDF reader, print it to a new PDF and import that';
}
