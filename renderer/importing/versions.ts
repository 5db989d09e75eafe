import type { FilePreview, VersionEffect } from '../../electron/ipc/contract/imports.ts';
import type { TranscriptRow } from '../../electron/ipc/contract/transcripts.ts';
import { count } from '../widgets/count.ts';
import { type DraftFile, findReplaced, type ImportDraft, listLost } from './import-draft.ts';
import { makeKeeper } from './keep-same.ts';

/** What a new version would do, of a file as it was read then. */
export type Compared = { preview: FilePreview; effect: VersionEffect | { problem: string } };

/**
 * Takes what new versions would do. One that loses nothing is chosen, unless somebody has decided already. A file that
 * was read anew meanwhile is left.
 */
export function takeEffects(draft: ImportDraft, compared: readonly Compared[]): ImportDraft {
  const effects = new Map(compared.map(({ preview, effect }) => [preview, effect]));
  const files = draft.files.map((file) => {
    const effect = effects.get(file.preview);
    if (!effect) return file;
    const isHarmless = !('problem' in effect) && effect.lost.length === 0;
    const version = file.version === 'open' && isHarmless ? 'new version' : file.version;
    return { ...file, effect, version };
  });
  return { ...draft, files };
}

/** Returns the files of which it is not known yet what a new version would do. */
export function listUncompared(draft: ImportDraft): DraftFile[] {
  return draft.files.filter(
    ({ preview, effect, rereading }) => preview.versionOf !== null && effect === null && rereading === 'done',
  );
}

/** Returns the files with company, technique, date and session of the transcripts that they replace. */
export function fillReplaced(
  files: readonly DraftFile[],
  transcripts: readonly TranscriptRow[],
): readonly DraftFile[] {
  if (files.every((file) => findReplaced(file) === null)) return files;
  const known = new Map(transcripts.map((one) => [one.id, one]));
  return files.map((file) => {
    const replaced = known.get(findReplaced(file)?.transcriptId ?? 0);
    if (!replaced) return file;
    const { company, technique, date, sessionId } = replaced;
    const ofReplaced = { company, technique, date, sessionId, session: '' };
    return keepFilled(file, JSON.stringify(ofReplaced), () => ({ ...file, ...ofReplaced }));
  });
}

const keepFilled = makeKeeper<DraftFile, DraftFile>();

/** Returns in a sentence what a new version does to the excerpts. */
export function describeEffect({ kept, changed, lost }: VersionEffect): string {
  if (kept + changed.length + lost.length === 0) return 'Nothing of this transcript is coded yet.';
  const parts = [
    kept > 0 ? `${count(kept, 'excerpt')} ${kept === 1 ? 'keeps its' : 'keep their'} words` : '',
    changed.length > 0
      ? `${count(changed.length, 'excerpt')} ${changed.length === 1 ? 'gets' : 'get'} the corrected words`
      : '',
    lost.length > 0 ? `${count(lost.length, 'excerpt')} cannot be kept` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}

/** Returns what the button does that imports the ticked files. */
export function describeImport(files: readonly DraftFile[]): string {
  const ticked = files.filter(({ isIncluded }) => isIncluded);
  const replacing = ticked.filter((file) => findReplaced(file) !== null);
  const added = ticked.length - replacing.length;
  const versions = replacing.length === 1 ? '1 new version' : `${replacing.length} new versions`;
  if (replacing.length === 0) return `Import ${count(added, 'transcript')}`;
  const lost = replacing.reduce((sum, file) => sum + listLost(file).length, 0);
  const what = added === 0 ? versions : `${count(added, 'transcript')} and ${versions}`;
  return `Import ${what}${lost === 0 ? '' : `, without ${count(lost, 'excerpt')}`}`;
}
