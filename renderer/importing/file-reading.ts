import type { SpeakerRule } from '../../db/model/speaker-rule.ts';
import type { FilePreview, SpeakerChoice } from '../../electron/ipc/contract/imports.ts';
import { type DraftFile, type ImportDraft, mapFiles, toDraftFile } from './import-draft.ts';
import { isSameChoice } from './speaker-choices.ts';

/** How a file is to be read: the part of it that changes. */
export type ReadingChange = { charset?: string | null; rule?: SpeakerRule };

/** Notes that a file is to be read in another way; what is shown of it stays until it is. */
export function wishReading(draft: ImportDraft, path: string, change: ReadingChange): ImportDraft {
  return mapFiles(draft, new Set([path]), (file) => {
    const wished = { ...file, ...change };
    const isUnfinished = wished.rule.kind === 'pattern' && wished.rule.pattern.trim() === '';
    return { ...wished, rereading: isUnfinished ? { problem: emptyPattern } : 'running' };
  });
}

const emptyPattern = 'Type a regular expression, or begin with an example.';

/** Notes why a file could not be read as it was wished; it is shown as it was read last. */
export function noteReadingProblem(draft: ImportDraft, path: string, problem: string): ImportDraft {
  return mapFiles(draft, new Set([path]), (file) => ({ ...file, rereading: { problem } }));
}

/**
 * Takes what files are when they are read in another way. What the researcher has decided stays; what was only
 * proposed follows the new reading. Whether it is a new version is open again, unless it was said to be none.
 */
export function takeReadings(
  draft: ImportDraft,
  previews: readonly FilePreview[],
  change: ReadingChange,
): ImportDraft {
  const read = new Map(previews.map((preview) => [preview.path, preview]));
  return mapFiles(draft, new Set(read.keys()), (file) => {
    const preview = read.get(file.path);
    return preview ? { ...mergeReading(file, preview), ...change } : file;
  });
}

const proposed = ['name', 'company', 'technique', 'date', 'sessionId', 'session'] as const;

function mergeReading(file: DraftFile, preview: FilePreview): DraftFile {
  const fresh = toDraftFile(preview, file.twin);
  const decided = proposed.filter((field) => file[field] !== file.preview[field]);
  const isSeparate = file.version === 'separate' && file.preview.versionOf !== null;
  return {
    ...fresh,
    ...Object.fromEntries(decided.map((field) => [field, file[field]])),
    isIncluded: file.isIncluded,
    withComments: file.withComments,
    charset: file.charset,
    rule: file.rule,
    ...(isSeparate ? { version: 'separate' } : {}),
    speakers: mergeSpeakers(file, fresh),
  };
}

function mergeSpeakers(file: DraftFile, fresh: DraftFile): DraftFile['speakers'] {
  const proposals = new Map(file.preview.speakers.map(({ label, proposal }) => [label, proposal]));
  const labels = Object.keys(fresh.speakers);
  const kept = labels.flatMap((label): [string, SpeakerChoice][] => {
    const choice = file.speakers[label];
    const proposal = proposals.get(label);
    if (!choice || !proposal || isSameChoice(choice, proposal)) return [];
    return choice.kind === 'same' && !labels.includes(choice.as) ? [] : [[label, choice]];
  });
  return { ...fresh.speakers, ...Object.fromEntries(kept) };
}
