import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFindings } from '../../../../db/audit.ts';
import { listEvidence } from '../../../../db/evidence.ts';
import { listCoders } from '../../../../db/tables/coders.ts';
import { findOpenCode } from '../../../../db/tables/codes.ts';
import { listCodingsOfTranscript } from '../../../../db/tables/codings.ts';
import { applyTables } from '../../../../electron/import/tables/apply-tables.ts';
import {
  addPerson,
  addTranscript,
  countRows,
  dumpTables,
  freePath,
  makeOpenStudy,
} from '../../../support/study.ts';

const header = 'transcript,quote,start,end,code,coder,status,evidence,comment';

function writeTable(...rows: string[]): string {
  const path = freePath('.csv');
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
  return path;
}

/** A study with the transcript B_W of company B, in which W8 of company A speaks too. */
function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    const of = { technique: 'W', people: { W9: 'Ivan', W8: 'Dev' } };
    addTranscript(write, { name: 'A_W', company: 'A', ...of, lines: [['W8', 'Hello.']] });
    addPerson(write, 'W9', 'Ivan', 1);
    write.run("UPDATE practitioners SET company_id = 1 WHERE name = 'Dev'");
    const lines = [
      ['W9', '😀 We do. We do.'],
      ['W8', 'We try it in one vehicle first.'],
    ] as const;
    addTranscript(write, {
      name: 'B_W',
      company: 'B',
      ...of,
      lines: lines.map(([who, what]) => [who, what]),
    });
  });
  return study;
}

describe('a codings table', () => {
  it('finds a quote that stands in the transcript once, behind an emoji too', async () => {
    const study = makeStudy();
    await applyTables(study, {
      codings: writeTable('B_W.txt," We try it in one vehicle first. ",,,D1,HO,not-in-place,artifact,Seen.'),
    });
    expect(listEvidence(study.read)).toMatchObject([
      {
        quote: 'We try it in one vehicle first.',
        itemRef: 'D1',
        coder: 'HO',
        status: 'not in place',
        evidence: 'artefact',
        comment: 'Seen.',
        transcript: 'B_W',
      },
    ]);
    expect(listCoders(study.read).map(({ name }) => name)).toEqual(['AB', 'HO']);
  });

  it('takes offsets where a quote comes twice', async () => {
    const study = makeStudy();
    await applyTables(study, { codings: writeTable('b_w,We do.,7,13,D1,,,,', 'b_w,,14,20,D1,,,,') });
    expect(listCodingsOfTranscript(study.read, 2).map(({ start, quote }) => [start, quote])).toEqual([
      [7, 'We do.'],
      [14, 'We do.'],
    ]);
  });

  it('makes an open code once, and finds it by its name afterwards', async () => {
    const study = makeStudy();
    await applyTables(study, {
      codings: writeTable('B_W,vehicle,,,open: Trust,,,,', 'A_W,Hello,,,Trust,,,,'),
    });
    expect(countRows(study.read, 'codings')).toBe(2);
    expect(findOpenCode(study.read, 'trust')).toBeDefined();
  });

  it('lets the audit find W8, who is of another company than the session', async () => {
    const study = makeStudy();
    await applyTables(study, { codings: writeTable('B_W,We try it in one vehicle first.,,,D1,,,,') });
    const [finding] = listFindings(study.read).filter(({ check }) => check === 'speaker-of-other-company');
    expect(finding?.items.map(({ participant, company }) => [participant, company])).toEqual([
      ['W9', 'B'],
      ['W8', 'B'],
    ]);
  });
});

describe('a row of a codings table', () => {
  it.each([
    [
      'X_Y,vehicle,,,D1,,,,',
      'there is no transcript “X_Y” in the study; import it first, or correct the name.',
    ],
    [
      'B_W,car,,,D1,,,,',
      'the quote “car” does not stand in “B_W”; copy it from the transcript letter by letter.',
    ],
    [
      'B_W,We do.,,,D1,,,,',
      'the quote “We do.” stands in “B_W” more than once; make it longer, or give start and end.',
    ],
    ['B_W,,,,D1,,,,', 'there is neither a quote nor a start and an end.'],
    ['B_W,,5,,D1,,,,', 'there is neither a quote nor a start and an end.'],
    ['B_W,,7,700,D1,,,,', 'the passage 7–700 does not lie in “B_W”, which has 57 UTF-16 units.'],
    ['B_W,,x,9,D1,,,,', 'the passage NaN–9 does not lie in “B_W”, which has 57 UTF-16 units.'],
    ['B_W,We try,7,13,D1,,,,', 'at 7–13 “B_W” says “We do.”, not the quote given.'],
    [
      'B_W,vehicle,,,D99,,,,',
      '“D99” is no item of the scheme and no open code; for a new open code write “open: D99”.',
    ],
    [
      'B_W,vehicle,,,,,,,',
      '“” is no item of the scheme and no open code; for a new open code write “open: Name”.',
    ],
    [
      'B_W,vehicle,,,D1,,maybe,,',
      '“maybe” is no status; write one of in place, partly, planned, not in place, not stated.',
    ],
    [
      'B_W,vehicle,,,D1,,,rumour,',
      '“rumour” is no evidence type; write one of affirmation, artefact, indirect artefact.',
    ],
  ])('%s is refused with file, row and reason, and nothing is written', async (row, reason) => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const path = writeTable('B_W,one vehicle,,,D1,New coder,,,', row);
    await expect(applyTables(study, { codings: path })).rejects.toThrow(
      `${basename(path)}, row 3: ${reason}`,
    );
    expect(dumpTables(study.read)).toEqual(before);
  });
});
