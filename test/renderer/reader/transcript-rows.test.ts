import { describe, expect, it } from 'vitest';
import type { TranscriptRow } from '../../../electron/ipc/contract/transcripts.ts';
import { listRows } from '../../../renderer/reader/transcript-rows.ts';

const row = (id: number, companyId: number, name: string): TranscriptRow => ({
  id,
  name,
  fileName: `${name}.txt`,
  sessionId: id,
  companyId,
  company: companyId === 1 ? 'A' : 'B',
  techniqueId: 1,
  technique: 'P',
  date: null,
  words: 1,
  turns: 1,
  codings: 0,
});
const transcripts = [row(1, 1, 'A_P1'), row(2, 1, 'A_Café'), row(3, 2, 'B_P2')];
const companies = [
  { id: 1, name: 'Ares' },
  { id: 2, name: 'B' },
];
const words = (filter: string) =>
  listRows(transcripts, companies, filter).map((line) =>
    line.kind === 'company'
      ? `${line.label} ${line.name}`.trim()
      : `${line.position} ${line.transcript.name}`,
  );

describe('listRows', () => {
  it('puts transcripts under their companies and counts them through; a name that says nothing new is left out', () => {
    expect(words('')).toEqual(['A Ares', '0 A_P1', '1 A_Café', 'B', '2 B_P2']);
  });

  it('keeps what holds every word of the filter, without accents, and the companies that are left', () => {
    expect(words('p cafe')).toEqual(['A Ares', '0 A_Café']);
    expect(words('zzz')).toEqual([]);
  });
});
