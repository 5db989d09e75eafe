import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { markOf } from '../../../db/model/text-mark.ts';
import type { Study } from '../../../db/study.ts';
import { saveRating } from '../../../db/tables/ratings.ts';
import { listStoredTurns } from '../../../db/tables/turn-edits.ts';
import type { TranscriptChange } from '../../../electron/ipc/contract/editing.ts';
import { router } from '../../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { addCoding, addTranscript, dumpTables, makeOpenStudy } from '../../support/study.ts';

let study: Study;
const api = () => createRouterClient(router, { context: { study, folders: resourceFolders() } });

beforeEach(() => {
  study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['I', 'Who deploys?'],
        ['P1', 'We do, by hand.'],
        ['P1', 'On Fridays.'],
      ],
    });
    addCoding(write, { transcript: 'T', quote: 'Who', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'by hand', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'Fridays', code: 'R8' });
    const rating = { companyId: 1, itemRef: '2.1', value: 'N', rationale: '', coderId: 1 } as const;
    saveRating(write, { ...rating, excerptIds: [2] });
  });
});

/** The change of some words of a turn into others; the turns behind it move along. */
async function correct(former: string, later: string): Promise<TranscriptChange> {
  const { text } = await api().transcript.get({ id: 1 });
  const stored = listStoredTurns(study.read, 1);
  const start = text.indexOf(former);
  const shift = later.length - former.length;
  const move = (offset: number) => (offset > start ? offset + shift : offset);
  return {
    kind: 'edit',
    base: markOf(text, stored),
    replacements: [{ start, end: start + former.length, text: later }],
    turns: stored.map((turn) => ({
      ...turn,
      start: move(turn.start),
      textStart: move(turn.textStart),
      end: move(turn.end),
    })),
  };
}

describe('a change of a transcript', () => {
  it('is told before it is made: what stays, moves, changes and would be lost, and the ratings on that', async () => {
    const added = await correct('by hand', 'by one hand');
    expect(await api().transcript.previewEdit({ id: 1, change: added })).toMatchObject({
      kept: 1,
      moved: 1,
      changed: [{ excerptId: 2, quote: 'by hand', newQuote: 'by one hand', isJoined: false }],
      lost: [],
      wordsBefore: 11,
      wordsAfter: 12,
    });
    const taken = await correct(', by hand.', '');
    expect((await api().transcript.previewEdit({ id: 1, change: taken })).lost).toMatchObject([
      { excerptId: 2, newQuote: null, ratings: [{ company: 'A', itemRef: '2.1', value: 'N' }] },
    ]);
    await expect(api().transcript.edit({ id: 1, change: taken, mayLose: [] })).rejects.toThrow(
      'leave nothing of one coded passage',
    );
  });

  it('tells that a passage becomes one with another', async () => {
    study.transact({ label: 'Code' }, (write) =>
      addCoding(write, { transcript: 'T', quote: 'do, by hand', code: 'R8' }),
    );
    const { changed } = await api().transcript.previewEdit({ id: 1, change: await correct('do, ', '') });
    expect(changed).toMatchObject([{ quote: 'do, by hand', newQuote: 'by hand', isJoined: true }]);
  });

  it('is one step with the name of the transcript in it', async () => {
    await api().transcript.edit({ id: 1, change: await correct('hand', 'script'), mayLose: [] });
    expect((await api().history.undo()).label).toBe('Edit transcript T');
  });

  it('brings a former version back, with the rows, speakers and codings of the turns that are still there', async () => {
    const before = dumpTables(study.read);
    await api().transcript.edit({ id: 1, change: await correct('do, ', 'do all of it, '), mayLose: [] });
    const [version] = await api().transcript.versions({ id: 1 });
    const change = { kind: 'version', versionId: version?.id ?? 0 } as const;
    expect(await api().transcript.previewEdit({ id: 1, change })).toMatchObject({ changed: [], lost: [] });
    await api().transcript.edit({ id: 1, change, mayLose: [] });
    const { transcript_versions: versions, ...after } = dumpTables(study.read);
    expect({ ...after, transcript_versions: [] }).toEqual(before);
    expect(versions).toHaveLength(2);
  });
});
