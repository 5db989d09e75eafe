import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFindings } from '../../../db/audit.ts';
import { listEvidence } from '../../../db/evidence.ts';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';
import { listCompanyPlacements } from '../../../db/placements.ts';
import type { Study } from '../../../db/study.ts';
import { listCoders } from '../../../db/tables/coders.ts';
import { listAlteredExcerpts } from '../../../db/tables/excerpts.ts';
import { listParticipants } from '../../../db/tables/participants.ts';
import { getTranscriptText, listTranscripts } from '../../../db/tables/transcripts.ts';
import { makeSampleStudy } from '../../../electron/import/sample-study.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { closeAtEnd, freePath, temporaryFolder } from '../../support/study.ts';

const path = freePath();
const progress: { done: number; total: number }[] = [];
let study: Study;

beforeAll(async () => {
  study = closeAtEnd(await makeSampleStudy(path, resourceFolders().schemes, (step) => progress.push(step)));
}, 60_000);

describe('the sample study', () => {
  it('places company A between stages 1 and 2, B at 1 and C at 2, each with a rationale', () => {
    const placements = listCompanyPlacements(study.read);
    expect(placements.map(({ label, placement }) => [label, placement])).toEqual([
      ['A', 1.5],
      ['B', 1],
      ['C', 2],
    ]);
    for (const { rationale } of placements) expect(rationale).not.toBe('');
  });

  it('has 13 sessions with at least 18,000 words', () => {
    const transcripts = listTranscripts(study.read);
    expect(transcripts).toHaveLength(13);
    expect(transcripts.reduce((sum, { words }) => sum + words, 0)).toBeGreaterThanOrEqual(18_000);
    for (const { codings, turns, date } of transcripts) {
      expect(codings).toBeGreaterThan(0);
      expect(turns).toBeGreaterThan(10);
      expect(date).toMatch(/^2021-/);
    }
  });

  it('has at least 250 codings of two coders, with every status and every evidence type', () => {
    const evidence = listEvidence(study.read);
    expect(evidence.length).toBeGreaterThanOrEqual(250);
    expect(new Set(evidence.map(({ coder }) => coder)).size).toBe(2);
    expect(listCoders(study.read)).toHaveLength(2);
    expect(new Set(evidence.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(evidence.map((one) => one.evidence))).toEqual(new Set(evidenceTypes));
  });

  it('keeps with every excerpt the very words of the transcript at its offsets', () => {
    for (const { transcriptId, start, end, quote } of listEvidence(study.read))
      expect(getTranscriptText(study.read, transcriptId).slice(start, end)).toBe(quote);
    expect(listAlteredExcerpts(study.read)).toEqual([]);
  });

  it('knows the speakers of every coding, and that P1, W1 and S1 are one engineer', () => {
    expect(listEvidence(study.read).filter(({ speakers }) => speakers.length === 0)).toEqual([]);
    const engineer = listParticipants(study.read).filter(({ label }) => ['P1', 'W1', 'S1'].includes(label));
    expect(engineer).toHaveLength(3);
    expect(new Set(engineer.map(({ practitionerId }) => practitionerId)).size).toBe(1);
  });

  it('holds W8 of company A in a workshop of company B, and the audit finds exactly that error', () => {
    const errors = listFindings(study.read).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ check }) => check)).toEqual(['speaker-of-other-company']);
    expect(errors[0]?.items).toMatchObject([{ participant: 'W8', company: 'B' }]);
  });

  it('has nothing to undo: the newcomer did none of its steps', () => {
    expect(study.history).toEqual({ undo: null, redo: null });
  });

  it('tells how far its making is, up to the end', () => {
    expect(progress.at(-1)).toEqual({ done: 26, total: 26 });
    expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  });
});

describe('making the sample study', () => {
  it('leaves nothing behind when its files are not there', async () => {
    const before = readdirSync(temporaryFolder);
    await expect(makeSampleStudy(freePath(), temporaryFolder)).rejects.toThrow();
    expect(readdirSync(temporaryFolder)).toEqual(before);
  });

  it('refuses a path at which something stands', async () => {
    await expect(makeSampleStudy(path, resourceFolders().schemes)).rejects.toThrow('exists already');
    expect(existsSync(path)).toBe(true);
    expect(listTranscripts(study.read)).toHaveLength(13);
  });
});
