import { newGuid } from '../guid.ts';
import { countWords } from '../model/words.ts';
import { blob, integer, nullable, oneOf, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** Why a version ended: a corrected file came, or somebody corrected the text here. */
export const versionReasons = ['file', 'edit'] as const;
export type VersionReason = (typeof versionReasons)[number];

/** What transcripts were before. */
const columns = {
  id: integer,
  number: integer,
  reason: oneOf(versionReasons),
  fileName: text,
  importedAt: text,
  replacedAt: text,
  excerpts: integer,
  text,
};
const select = `SELECT id, number, reason, file_name AS fileName, imported_at AS importedAt, replaced_at AS replacedAt,
  json_array_length(excerpts) AS excerpts, text`;
const ofTranscript = query(
  columns,
  `${select} FROM transcript_versions WHERE transcript_id = ? ORDER BY number DESC`,
);
const byId = query(
  { ...columns, turns: text },
  `${select}, turns FROM transcript_versions WHERE id = ? AND transcript_id = ?`,
);
/** The file did not change with an edit: it is that of the next version with one, or of the transcript. */
const bytesById = query(
  { fileName: text, bytes: blob },
  `SELECT v.file_name AS fileName, coalesce(
     (SELECT later.bytes FROM transcript_versions later WHERE later.transcript_id = v.transcript_id
        AND later.number >= v.number AND later.bytes IS NOT NULL ORDER BY later.number LIMIT 1),
     (SELECT o.bytes FROM originals o WHERE o.transcript_id = v.transcript_id)) AS bytes
   FROM transcript_versions v WHERE v.id = ? AND v.transcript_id = ?`,
);
const lastNumber = query(
  { last: integer },
  'SELECT coalesce(max(number), 0) AS last FROM transcript_versions WHERE transcript_id = ?',
);
const present = query(
  {
    fileName: text,
    mediaType: text,
    charset: nullable(text),
    sha256: text,
    importedAt: text,
    bytes: nullable(blob),
    turns: text,
    excerpts: text,
    text,
  },
  `SELECT tr.file_name AS fileName, tr.media_type AS mediaType, tr.charset, tr.sha256, tr.imported_at AS importedAt,
     CASE ? WHEN 'file' THEN o.bytes END AS bytes, tr.text,
     (SELECT coalesce(json_group_array(json_object('start', start_offset, 'textStart', text_offset, 'end', end_offset,
        'label', label, 'time', time)), '[]')
      FROM (SELECT * FROM turns WHERE transcript_id = tr.id ORDER BY position)) AS turns,
     (SELECT coalesce(json_group_array(json_object('guid', guid, 'start', start_offset, 'end', end_offset,
        'quote', quote)), '[]')
      FROM (SELECT * FROM excerpts WHERE transcript_id = tr.id ORDER BY start_offset, end_offset)) AS excerpts
   FROM transcripts tr JOIN originals o ON o.transcript_id = tr.id WHERE tr.id = ?`,
);

export type VersionRow = {
  id: number;
  number: number;
  reason: VersionReason;
  fileName: string;
  importedAt: string;
  replacedAt: string;
  words: number;
  excerpts: number;
};

/** Returns the former versions of a transcript, the last replaced first. */
export function listVersions(read: ReadHandle, transcriptId: number): VersionRow[] {
  return read
    .all(ofTranscript, transcriptId)
    .map(({ text: words, ...row }) => ({ ...row, words: countWords(words) }));
}

/** Returns one former version with its text, and its turns as JSON. Throws when there is none. */
export function getVersion(
  read: ReadHandle,
  transcriptId: number,
  versionId: number,
): VersionRow & { text: string; turns: unknown } {
  const row = read.find(byId, versionId, transcriptId);
  if (!row) throw new Error('This version is not in the study any more.');
  const turns: unknown = JSON.parse(row.turns);
  return { ...row, words: countWords(row.text), turns };
}

/** Returns the file a former version was imported from, byte for byte. Throws when there is none. */
export function getVersionOriginal(
  read: ReadHandle,
  transcriptId: number,
  versionId: number,
): { fileName: string; bytes: Uint8Array } {
  const row = read.find(bytesById, versionId, transcriptId);
  if (!row) throw new Error('This version is not in the study any more.');
  return row;
}

/** Keeps what a transcript is now as a version, before something else is written in its place. */
export function keepVersion(write: WriteHandle, transcriptId: number, reason: VersionReason): void {
  write.insert('transcript_versions', {
    guid: newGuid(),
    transcriptId,
    number: write.get(lastNumber, transcriptId).last + 1,
    replacedAt: new Date().toISOString(),
    reason,
    ...write.get(present, reason, transcriptId),
  });
}
