import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ImportFileError, parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');

async function read(content: string | Buffer, name = 'a.csv') {
  return await parseTranscriptFile({ name, bytes: Buffer.from(content) });
}

async function readText(content: string, name?: string): Promise<string> {
  return (await read(content, name)).text;
}

describe('a table of turns', () => {
  it('joins the rows of one speaker into a turn with begin and end', async () => {
    const { text, turns, format } = await read(
      'Speaker Name,Start Time,End Time,Text\nAnna Berg,00:00:01,00:00:03,So who\nAnna Berg,00:00:03,00:00:05,owns it?\nP1,00:00:06.4,00:01:00,"Nobody, ""really""."\n',
    );
    expect(text).toBe('[00:00:01] Anna Berg: So who owns it?\n[00:00:06] P1: Nobody, "really".');
    expect(turns.map(({ label, time, endTime }) => [label, time, endTime])).toEqual([
      ['Anna Berg', '00:00:01', '00:00:05'],
      ['P1', '00:00:06', '00:01:00'],
    ]);
    expect(format).toBe('Table of turns (CSV)');
  });

  it.each([
    [
      'semicolons',
      'Sprecher;Zeit;Wortlaut\nI;0:01;Wie oft?\nP1;0:03;Täglich; fast.\n',
      '[00:00:01] I: Wie oft?\n[00:00:03] P1: Täglich; fast.',
    ],
    ['tabs', 'speaker\tutterance\nI\tHow often?\nP1\tDaily.\n', 'I: How often?\nP1: Daily.'],
    ['bars', 'who|words\nI|How often?\nP1|Daily.\n', 'I: How often?\nP1: Daily.'],
    ['a first line of Excel', 'sep=;\nspeaker;text\nI;How often?\nP1;Daily.', 'I: How often?\nP1: Daily.'],
    [
      'Chinese heads',
      '说话人,开始时间,内容\n访谈者,00:00:01,多久？\n受访者,00:00:04,每周。\n',
      '[00:00:01] 访谈者: 多久？\n[00:00:04] 受访者: 每周。',
    ],
    [
      'no heads',
      'I,How often do you do it?\nP1,"Daily, I think."\nI,And on Sundays?\nP1,Never on Sundays.\n',
      'I: How often do you do it?\nP1: Daily, I think.\nI: And on Sundays?\nP1: Never on Sundays.',
    ],
    [
      'times without heads',
      '0:01,I,How often do you?\n0:03,P1,Daily as I said.\n0:08,I,And then what?\n',
      '[00:00:01] I: How often do you?\n[00:00:03] P1: Daily as I said.\n[00:00:08] I: And then what?',
    ],
    [
      'names written once',
      'speaker,text\nI,How often?\n,And why?\nP1,Daily.\n,Because.\n',
      'I: How often?\nAnd why?\nP1: Daily.\nBecause.',
    ],
    ['cells of several lines', 'speaker,text\nP1,"One.\nTwo."\nI,Three.\n', 'P1: One.\nTwo.\nI: Three.'],
    [
      'a title above',
      'Interview C1,,\n,,\nTimecode,Speaker,Dialogue\n00:00:01:12,I,Yes?\n00:01:02:03,P1,Yes.\n',
      'Interview C1\n[00:00:01] I: Yes?\n[00:01:02] P1: Yes.',
    ],
    [
      'commas without quotes',
      'time,speaker,text\n0:01,I,So, how often?\n0:05,P1,Daily, well, nearly.\n',
      '[00:00:01] I: So, how often?\n[00:00:05] P1: Daily, well, nearly.',
    ],
    [
      'ranges of time',
      'Time,Speaker,Text\n0:01 - 0:03,I,Yes?\n0:03 - 0:05,P1,No.\n',
      '[00:00:01] I: Yes?\n[00:00:03] P1: No.',
    ],
  ])('is read with %s', async (_, content, wanted) => {
    expect(await readText(content)).toBe(wanted);
  });

  it('of Whisper has its times in milliseconds, whatever it is called', async () => {
    const table = 'start\tend\ttext\n0\t2500\tWho owns the model?\n2500\t66000\tNobody does.\n';
    expect(await readText(table, 'a.tsv')).toBe('[00:00:00] Who owns the model? Nobody does.');
    expect(await readText(table, 'a.txt')).toBe(await readText(table, 'a.tsv'));
  });

  it('says which columns were left out', async () => {
    const { notes } = await read('id,speaker,text,confidence\n1,I,Yes?,0.9\n2,P1,No.,0.8\n');
    expect(notes).toEqual(['Columns were left out: id, confidence.']);
  });

  it('is read in another character set and with quotes that do not close', async () => {
    const { text } = await read(
      iconv.encode('Sprecher;Text\nI;Wie oft prüfen Sie?\nP1;Täglich für uns.\n', 'windows-1252'),
    );
    expect(text).toBe('I: Wie oft prüfen Sie?\nP1: Täglich für uns.');
    const open = await read('speaker,text\nI,"How often?\nP1,Daily.\n');
    expect(open.text).toBe('I: "How often?\nP1: Daily.');
    expect(open.notes).toHaveLength(1);
  });

  it('of a hundred thousand rows is read', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `P${index % 2},"Sentence ${index}, of many."`);
    expect((await read(`speaker,text\n${rows.join('\n')}`)).turns).toHaveLength(100_000);
  });
});

describe('a .csv that is no table of turns', () => {
  it('is read as plain text when it is prose, with a note', async () => {
    const prose = 'I: How often, roughly?\nP1: Daily, or weekly, or when we, you know, like it.\n\nI: Ah.\n';
    const { text, format, notes, speakers } = await read(prose);
    expect([text, speakers.length]).toEqual([prose, 2]);
    expect(notes).toEqual(['The name ends in .csv, but the file holds plain text.']);
    expect(format).toBe('Plain text');
  });

  it.each([
    ['participant,company,role\nP1,C1,Developer\nW1,C1,Manager\n', 'import it under People'],
    ['year,month,sales\n2020,1,500\n2020,2,600\n', 'name its columns speaker and text'],
    [
      'id,age,answer one,answer two\n1,33,We do it often here,Because of that\n2,44,We do it never,Well no reason\n',
      'name its columns',
    ],
  ])('is refused with a remedy: %.25s', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});

describe('a .csv with any bytes', () => {
  it('is read or refused in a sentence', async () => {
    const original = readFileSync(join(folder, 'trint-like.csv'));
    const change = fc.record({
      at: fc.nat(original.length - 1),
      put: fc.oneof(fc.constantFrom('"', ',', ';', '\n', '\t', '""', '\r'), fc.string({ maxLength: 3 })),
      cut: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = original;
        for (const { at, put, cut } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]);
        }
        try {
          const { text, turns } = await parseTranscriptFile({ name: 'a.csv', bytes });
          expect(turns.map(({ start }) => start)).toEqual([0, ...turns.map(({ end }) => end)].slice(0, -1));
          expect(turns.at(-1)?.end).toBe(text.length);
        } catch (error) {
          if (!(error instanceof ImportFileError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
