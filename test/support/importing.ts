import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Study } from '../../db/study.ts';
import { importFiles } from '../../electron/import/import-transcripts.ts';
import { previewFiles } from '../../electron/import/preview.ts';
import { toProposedImport } from '../../electron/import/proposed-import.ts';
import type { FilePreview, FileToImport, ImportEvent } from '../../electron/ipc/contract/imports.ts';
import { freePath } from './study.ts';

/** Writes files into a new folder and returns its path. */
export function writeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = freePath('');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Returns the files at a path as they would be imported with every proposal accepted, or what `pick` takes of them. */
export async function proposeFiles<T = FileToImport>(
  study: Study,
  path: string,
  pick?: (preview: FilePreview) => T,
): Promise<T[]>;
export async function proposeFiles(study: Study, path: string, pick = toProposedImport): Promise<unknown[]> {
  const files: unknown[] = [];
  for await (const event of previewFiles(study, [{ path, charset: null, rule: null }])) {
    if (event.kind === 'file') files.push(pick(event.file));
  }
  return files;
}

/** Imports files and returns the events. */
export async function importAll(
  study: Study,
  files: readonly FileToImport[],
  signal?: AbortSignal,
): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of importFiles(study, files, null, signal)) events.push(event);
  return events;
}
