import { useMemo } from 'react';
import { usePractitioners, useTechniques } from '../state/queries.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { listMissing, type MissingField } from './missing-fields.ts';
import { fillIds, listNewSpeakers, type NewSpeaker } from './new-practitioners.ts';

/** The files with proposed ids filled in, the new speakers in them, and what is missing: in all, and by path. */
export type PreparedFiles = {
  files: readonly DraftFile[];
  speakers: readonly NewSpeaker[];
  missing: readonly MissingField[];
  missingOf: ReadonlyMap<string, readonly MissingField[]>;
};

const nothing: PreparedFiles = { files: [], speakers: [], missing: [], missingOf: new Map() };

/** A file that needs nothing. */
export const noneMissing: readonly MissingField[] = [];

/** Returns the files of the list as they would be imported now. */
export function usePreparedFiles(): PreparedFiles {
  const files = useImport(({ draft }) => draft.files);
  const practitioners = usePractitioners().data;
  const techniques = useTechniques().data;
  return useMemo(() => {
    if (!practitioners || !techniques) return nothing;
    const letters = techniques.map(({ letter }) => letter);
    const taken = practitioners.flatMap(({ participants }) => participants.map(({ label }) => label));
    const filled = fillIds(files, taken, letters);
    const speakers = listNewSpeakers(filled);
    const missing = listMissing(filled, { letters, practitioners }, speakers);
    const missingOf = new Map<string, MissingField[]>();
    for (const one of missing) missingOf.set(one.path, [...(missingOf.get(one.path) ?? []), one]);
    return { files: filled, speakers, missing, missingOf };
  }, [files, practitioners, techniques]);
}
