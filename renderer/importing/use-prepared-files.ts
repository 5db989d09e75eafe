import { useMemo } from 'react';
import { usePractitioners, useSessions, useTechniques, useTranscripts } from '../state/queries.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { makeKeeper } from './keep-same.ts';
import { listMissing, type MissingField } from './missing-fields.ts';
import { fillIds, listNewSpeakers, type NewSpeaker } from './new-practitioners.ts';
import { type CompanyOfParticipant, countNotices, indexCompanies } from './notices.ts';
import { linkSessions } from './session-field.ts';
import { fillReplaced } from './versions.ts';
import { listVisible } from './visible-files.ts';

/**
 * The files with proposed ids filled in, the new speakers in them, what is missing, in all and by path, and how many
 * things there are to look at, by path.
 */
export type PreparedFiles = {
  files: readonly DraftFile[];
  speakers: readonly NewSpeaker[];
  missing: readonly MissingField[];
  missingOf: ReadonlyMap<string, readonly MissingField[]>;
  noticesOf: ReadonlyMap<string, number>;
  companies: CompanyOfParticipant;
};

const nothing: PreparedFiles = {
  files: [],
  speakers: [],
  missing: [],
  missingOf: new Map(),
  noticesOf: new Map(),
  companies: new Map(),
};

/** A file that needs nothing. */
export const noneMissing: readonly MissingField[] = [];

/** Returns the files of the list as they would be imported now. */
export function usePreparedFiles(): PreparedFiles {
  const files = useImport(({ draft }) => draft.files);
  const practitioners = usePractitioners().data;
  const techniques = useTechniques().data;
  const sessions = useSessions().data;
  const transcripts = useTranscripts().data;
  return useMemo(() => {
    if (!practitioners || !techniques || !sessions || !transcripts) return nothing;
    const letters = techniques.map(({ letter }) => letter);
    const taken = practitioners.flatMap(({ participants }) => participants.map(({ label }) => label));
    const filled = fillIds(linkSessions(fillReplaced(files, transcripts), sessions), taken, letters);
    const speakers = listNewSpeakers(filled);
    const missing = listMissing(filled, { letters, practitioners, sessions }, speakers);
    const companies = indexCompanies(practitioners);
    const noticesOf = new Map(filled.map((file) => [file.path, countNotices(file, companies)]));
    return {
      files: filled,
      speakers,
      missing,
      missingOf: groupByFile(filled, missing),
      noticesOf,
      companies,
    };
  }, [files, practitioners, techniques, sessions, transcripts]);
}

const keepMissing = makeKeeper<DraftFile, readonly MissingField[]>();

function groupByFile(
  files: readonly DraftFile[],
  missing: readonly MissingField[],
): ReadonlyMap<string, readonly MissingField[]> {
  const groups = Map.groupBy(missing, ({ path }) => path);
  const ofFile = files.flatMap((file): [string, readonly MissingField[]][] => {
    const group = groups.get(file.path);
    return group ? [[file.path, keepMissing(file, JSON.stringify(group), () => group)]] : [];
  });
  return new Map(ofFile);
}

/** Returns the files that the table shows, in its order. */
export function useVisibleFiles({ files, missingOf, noticesOf }: PreparedFiles): readonly DraftFile[] {
  const filter = useImport((state) => state.filter);
  const sort = useImport((state) => state.sort);
  const selected = useImport(({ selection }) => selection.paths);
  return useMemo(
    () => listVisible(files, { filter, sort, selected }, { missingOf, noticesOf }),
    [files, filter, sort, selected, missingOf, noticesOf],
  );
}
