import type { FilePreview } from '../../electron/ipc/contract/imports.ts';
import { getStudyApi, messageOf } from '../api.ts';

import { gather } from './gather.ts';
import { type DraftFile, toReading } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { type Compared, listUncompared, takeEffects } from './versions.ts';

let isComparing = false;

/** Finds out, file by file, what the new versions on the list would do to the excerpts. Nothing is written. */
export async function compareVersions(): Promise<void> {
  if (isComparing) return;
  isComparing = true;
  const seen = new Set<FilePreview>();
  const findNext = () => listUncompared(useImport.getState().draft).find(({ preview }) => !seen.has(preview));
  const effects = gather<Compared>((gathered) =>
    useImport.getState().change((draft) => takeEffects(draft, gathered)),
  );
  try {
    for (let next = findNext(); next; next = findNext()) {
      seen.add(next.preview);
      effects.add(await compare(next));
    }
  } finally {
    effects.flush();
    isComparing = false;
  }
}

async function compare(file: DraftFile): Promise<Compared> {
  const { preview } = file;
  const transcriptId = preview.versionOf?.transcriptId ?? 0;
  const effect = await getStudyApi()
    .import.compare({ ...toReading(file), transcriptId })
    .catch((error: unknown) => ({ problem: messageOf(error) }));
  return { preview, effect };
}
