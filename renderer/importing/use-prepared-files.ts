import { useMemo } from 'react';
import { usePractitioners, useTechniques } from '../state/queries.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { listMissing, type MissingField } from './missing-fields.ts';
import { fillIds } from './new-practitioners.ts';

/** The files with proposed ids filled in, and what they still need. */
export type PreparedFiles = { files: readonly DraftFile[]; missing: readonly MissingField[] };

/** Returns the files of the list as they would be imported now. */
export function usePreparedFiles(): PreparedFiles {
  const files = useImport(({ draft }) => draft.files);
  const practitioners = usePractitioners().data;
  const techniques = useTechniques().data;
  return useMemo(() => {
    if (!practitioners || !techniques) return { files: [], missing: [] };
    const letters = techniques.map(({ letter }) => letter);
    const taken = practitioners.flatMap(({ participants }) => participants.map(({ label }) => label));
    const filled = fillIds(files, taken, letters);
    return { files: filled, missing: listMissing(filled, { letters, practitioners }) };
  }, [files, practitioners, techniques]);
}
