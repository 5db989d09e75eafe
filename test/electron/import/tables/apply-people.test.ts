import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCompanies } from '../../../../db/tables/companies.ts';
import { listParticipants } from '../../../../db/tables/participants.ts';
import { listPractitioners } from '../../../../db/tables/practitioners.ts';
import { listPresence, listSessions } from '../../../../db/tables/sessions.ts';
import { listTranscripts } from '../../../../db/tables/transcripts.ts';
import { listTurns } from '../../../../db/tables/turns.ts';
import { applyTables, type TableName } from '../../../../electron/import/tables/apply-tables.ts';
import { addTranscript, freePath, makeOpenStudy } from '../../../support/study.ts';

function writeTable(...lines: string[]): string {
  const path = freePath('.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** A study in which P1 and the label W1, which nobody has as an id yet, speak in the transcript T. */
function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', 'Yes.'],
        ['W1', 'No.'],
      ],
    });
    write.run("DELETE FROM practitioners WHERE name = 'W1'");
  });
  return study;
}

async function refuse(name: TableName, header: string, row: string): Promise<string> {
  const study = makeStudy();
  const path = writeTable(header, row);
  let message = '';
  try {
    await applyTables(study, { [name]: path });
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(study.history.undo).toBe('Import');
  return message.replace(basename(path), 't.csv');
}

describe('a participants table', () => {
  const header = 'participant,practitioner,company,company_name,role,technique';

  it('makes rows with the same practitioner one person', async () => {
    const study = makeStudy();
    await applyTables(study, { participants: writeTable(header, 'M1,Cleo,B,Bolts,Lead,', 'S7,cleo,,,,') });
    expect(
      listPractitioners(study.read).map(({ name, company, role }) => [name, company, role]),
    ).toContainEqual(['cleo', 'B', 'Lead']);
    expect(listParticipants(study.read).filter(({ company }) => company === 'B')).toHaveLength(2);
    expect(listCompanies(study.read)).toMatchObject([{ label: 'A' }, { label: 'B', name: 'Bolts' }]);
  });

  it('gives an id that an import met before its person, and the stand-in goes', async () => {
    const study = makeStudy();
    await applyTables(study, { participants: writeTable(header, 'P1,Anna,A,,Engineer,') });
    expect(listPractitioners(study.read).map(({ name }) => name)).toEqual(['Anna']);
    expect(listTurns(study.read, 1)[0]).toMatchObject({
      participant: 'P1',
      practitioner: 'Anna',
      role: 'Engineer',
    });
  });

  it('gives turns that carry the id as their label their speaker, who was present then', async () => {
    const study = makeStudy();
    await applyTables(study, { participants: writeTable(header, 'w1,Anna,A,,,') });
    expect(listTurns(study.read, 1).map(({ participant }) => participant)).toEqual(['P1', 'w1']);
    expect(listPresence(study.read).map(({ label }) => label)).toEqual(['w1']);
  });

  it.each([
    [',Anna,A,,,', 't.csv, row 2: the participant id is missing; write one such as P1.'],
    ['P7,Anna,,,,', 't.csv, row 2: the company of “P7” is missing.'],
    [
      'X7,Anna,A,,,',
      't.csv, row 2: “X7” does not begin with the letter of a technique, such as P in P1. Change the id, or add the technique first.',
    ],
    [
      'P7,Anna,A,,,dream',
      't.csv, row 2: “dream” is no technique of this study; write its letter, such as W.',
    ],
  ])('is refused for %s', async (row, sentence) => {
    expect(await refuse('participants', header, row)).toBe(sentence);
  });

  it('is refused when an id is another person’s', async () => {
    const study = makeStudy();
    await applyTables(study, { participants: writeTable(header, 'M1,Cleo,B,,,') });
    const again = () => applyTables(study, { participants: writeTable(header, 'M1,Dora,B,,,') });
    await expect(again()).rejects.toThrow(
      "row 2: The participant id “M1” is Cleo's already. Give this person another id.",
    );
    expect(listPractitioners(study.read).map(({ name }) => name)).not.toContain('Dora');
  });
});

describe('a sessions table', () => {
  const header =
    'session,company,technique,date,duration_minutes,participants,interviewer,language,transcript';

  it('names and dates the session that the import made for a transcript', async () => {
    const study = makeStudy();
    await applyTables(study, {
      sessions: writeTable(header, 'First talk,A,interview,2021-01-18,45,P1,MJ,en,T.txt'),
    });
    expect(listSessions(study.read)).toMatchObject([
      {
        label: 'First talk',
        technique: 'P',
        date: '2021-01-18',
        durationMinutes: 45,
        interviewer: 'MJ',
        language: 'en',
      },
    ]);
    expect(listTranscripts(study.read)[0]).toMatchObject({ name: 'T', date: '2021-01-18' });
    expect(listPresence(study.read).map(({ label }) => label)).toEqual(['P1']);
  });

  it('moves a transcript into the session that it names, and a session left empty goes', async () => {
    const study = makeStudy();
    study.transact({ label: 'Import' }, (write) =>
      addTranscript(write, { name: 'U', company: 'A', technique: 'P', lines: [['P1', 'More.']] }),
    );
    await applyTables(study, { sessions: writeTable(header, 'T,A,P,,,,,,u') });
    expect(listSessions(study.read).map(({ label }) => label)).toEqual(['T']);
    expect(listTranscripts(study.read).map(({ sessionId }) => sessionId)).toEqual([1, 1]);
  });

  it('keeps a session without a transcript, and those present when it names nobody', async () => {
    const study = makeStudy();
    await applyTables(study, { sessions: writeTable(header, 'S,B,stand-up,,15,P1,,,') });
    await applyTables(study, { sessions: writeTable(header, 'S,B,stand-up,2021-03-01,15,,,,') });
    expect(listSessions(study.read)).toMatchObject([{ label: 'T' }, { label: 'S', date: '2021-03-01' }]);
    expect(listPresence(study.read)).toHaveLength(1);
  });

  it('keeps of a session what it has no column for', async () => {
    const study = makeStudy();
    await applyTables(study, { sessions: writeTable(header, 'T,A,P,2021-01-18,45,P1,MJ,en,') });
    await applyTables(study, { sessions: writeTable('session,company,technique,language', 'T,A,P,de') });
    expect(listSessions(study.read)).toMatchObject([
      { date: '2021-01-18', durationMinutes: 45, interviewer: 'MJ', language: 'de' },
    ]);
  });

  it.each([
    [',A,P,,,,,,', 't.csv, row 2: the session has no name.'],
    ['S,,P,,,,,,', 't.csv, row 2: the company is missing.'],
    ['S,A,Z,,,,,,', 't.csv, row 2: “Z” is no technique of this study; write its letter, such as W.'],
    [
      'S,A,P,02/03/2021,,,,,',
      't.csv, row 2: “02/03/2021” may be 2021-03-02 or 2021-02-03; write the date with the year first, as 2021-02-03.',
    ],
    ['S,A,P,2021-02-30,,,,,', 't.csv, row 2: “2021-02-30” is no date; write it as 2021-02-03.'],
    ['S,A,P,,an hour,,,,', 't.csv, row 2: “an hour” is no number of minutes; write it as 45 or 0:45.'],
    [
      'S,A,P,,,P1;P9,,,',
      't.csv, row 2: the participant “P9” is not in the study; add it to the participants first.',
    ],
  ])('is refused for %s', async (row, sentence) => {
    expect(await refuse('sessions', header, row)).toBe(sentence);
  });

  it('may be applied before its transcripts are imported', async () => {
    const study = makeStudy();
    await applyTables(study, { sessions: writeTable(header, 'B_M1,B,meeting,2021-03-01,,,,,B_M1.docx') });
    expect(listSessions(study.read)).toMatchObject([{ label: 'T' }, { label: 'B_M1', technique: 'M' }]);
  });
});
