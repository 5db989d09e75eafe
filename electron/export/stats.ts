import type { ReadHandle } from '../../db/sql.ts';
import { countStudy } from '../../db/tables/studies.ts';
import { listTranscripts } from '../../db/tables/transcripts.ts';
import { listSpeakerCounts } from '../../db/tables/turns.ts';

export type StudyStats = {
  transcripts: {
    name: string;
    company: string;
    technique: string;
    date: string | null;
    words: number;
    turns: number;
    speakers: Record<string, number>;
    codings: number;
  }[];
  codings: number;
  coders: number;
  practitioners: number;
};

/** Returns what a study holds, transcript by transcript; `speakers` counts turns by participant id or label. */
export function buildStats(read: ReadHandle): StudyStats {
  const speakers = new Map<number, Record<string, number>>();
  for (const { transcriptId, speaker, turns } of listSpeakerCounts(read)) {
    speakers.set(transcriptId, { ...speakers.get(transcriptId), [speaker]: turns });
  }
  return {
    transcripts: listTranscripts(read).map(
      ({ id, name, company, technique, date, words, turns, codings }) => ({
        name,
        company,
        technique,
        date,
        words,
        turns,
        speakers: speakers.get(id) ?? {},
        codings,
      }),
    ),
    ...countStudy(read),
  };
}
