import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTurns } from '../../../../electron/import/speakers/turns.ts';

/** Returns the turns as [label, time, words]. */
function listTurns(text: string) {
  return findTurns(text).turns.map(({ label, time, textStart, end }) => [
    label,
    time,
    text.slice(textStart, end),
  ]);
}

/** Returns the labels found when the line is said between two others' turns. */
function listLabels(line: string) {
  const { speakers } = findTurns(`I: Go on.\nP1: Well.\n${line}\nI: Thank you.\nP1: Yes.\n`);
  return speakers.map(({ label }) => label).filter((label) => label !== 'I' && label !== 'P1');
}

describe('a line that begins a turn', () => {
  it.each([
    ['P1: Hello', 'P1', null],
    ['P-1: Hello', 'P1', null],
    ['p1: Hello', 'P1', null],
    ['P1 (00:12:31): Hello', 'P1', '00:12:31'],
    ['P1 [00:12:31]: Hello', 'P1', '00:12:31'],
    ['P1: [00:12:31] Hello', 'P1', '00:12:31'],
    ['[00:12:31] P1: Hello', 'P1', '00:12:31'],
    ['00:12:31 P1: Hello', 'P1', '00:12:31'],
    ['00:12:31\tP1: Hello', 'P1', '00:12:31'],
    ['#00:12:31-4# P1: Hello', 'P1', '00:12:31-4'],
    ['[00:00:05 - 00:00:09] P1: Hello', 'P1', '00:00:05'],
    ['P1 (data scientist): Hello', 'P1', null],
    ['[P1] Hello', 'P1', null],
    ['<P1> Hello', 'P1', null],
    ['- P1: Hello', 'P1', null],
    ['12. P1: Hello', 'P1', null],
    ['P1:\tHello', 'P1', null],
    ['Speaker 1: Hello', 'Speaker 1', null],
    ['Interviewer: Hello', 'Interviewer', null],
    ['I: Hello', 'I', null],
    ['Q: Hello', 'Q', null],
    ['访谈者：Hello', '访谈者', null],
    ['המראיין: Hello', 'המראיין', null],
    ['Anna van der Berg: Hello', 'Anna van der Berg', null],
    ['DR. O’NEIL: Hello', 'DR. O’NEIL', null],
    ['Anna Berg  0:21\nHello', 'Anna Berg', '0:21'],
    ['Anna Berg 00:00:21\nHello', 'Anna Berg', '00:00:21'],
    ['Anna Berg (0:21)\nHello', 'Anna Berg', '0:21'],
    ['Anna Berg | 0:21\nHello', 'Anna Berg', '0:21'],
    ['Speaker 1\n0:21\nHello', 'Speaker 1', '0:21'],
    ['INTERVIEWER\nHello', 'INTERVIEWER', null],
    ['W8\nHello', 'W8', null],
  ])('%j is the speaker %j at %j', (line, label, time) => {
    const text = `${line}\nB2: Yes.\n${line}`;
    expect(listTurns(text)).toEqual([
      [label, time, 'Hello\n'],
      ['B2', null, 'Yes.\n'],
      [label, time, 'Hello'],
    ]);
  });

  it.each([
    ['for example: the logs'],
    ['For example: the logs'],
    ['Note that: it is late'],
    ['He said: wait'],
    ['Always: wait'],
    ['https://example.org/a'],
    ['See https://example.org/a'],
    ['C:\\data\\raw'],
    ['10:30'],
    ['10:30 was late'],
    ['[00:12:31] and then we stopped'],
    ['We met at 10:30'],
    ['We met on Friday  at the office'],
    ['Date: 2021-01-18'],
    ['Participants: P1, P2'],
    ['Datum: 18.01.2021'],
    ['例如：星期五'],
    ['[laughs] and then we stopped'],
    ['[inaudible 00:12:31]'],
    ['Data\t3'],
    ['SUMMARY'],
    ['The three things that we always do first: wait'],
    ['• collect: from the hubs'],
  ])('%j is what P1 says', (line) => {
    expect(listLabels(line)).toEqual([]);
  });

  it('does not come from a heading in capitals that comes twice between labelled turns', () => {
    const { speakers } = findTurns('DATA FLOW\nI: Go.\nP1: Yes.\nDATA FLOW\nI: On.\nP1: No.\n');
    expect(speakers.map(({ label }) => label)).toEqual(['I', 'P1']);
  });
});

describe('a speaker', () => {
  it('with an id who speaks once is a turn and not in doubt', () => {
    const { turns, speakers } = findTurns('I: Anybody?\nP1: No.\nI: Sure?\nP1: Yes.\nW8: Wait.\n');
    expect(turns.at(-1)).toMatchObject({ start: 38, end: 48, label: 'W8', time: null, textStart: 42 });
    expect(speakers.at(-1)).toMatchObject({ label: 'W8', turns: 1, isDoubtful: false });
  });

  it('with a name who speaks once is in doubt', () => {
    const { speakers } = findTurns('Anna: Anybody?\nJo: No.\nAnna: Sure?\nJo: Yes.\nMaria: Wait.\n');
    expect(speakers.map(({ label, isDoubtful }) => [label, isDoubtful])).toEqual([
      ['Anna', false],
      ['Jo', false],
      ['Maria', true],
    ]);
  });

  it('is one under different spellings, with turns, words and first words counted', () => {
    const { speakers } = findTurns('INTERVIEWER: Why?\nP 1: It’s 你好.\nInterviewer: So what?\nP-1: No.\n');
    expect(speakers).toEqual([
      {
        label: 'INTERVIEWER',
        turns: 2,
        words: 3,
        firstWords: 'Why?',
        isDoubtful: false,
        isInterviewer: true,
      },
      { label: 'P1', turns: 2, words: 4, firstWords: 'It’s 你好.', isDoubtful: false, isInterviewer: false },
    ]);
  });
});

describe('the description above a transcript', () => {
  it('begins no turn', () => {
    const text = 'Date: 2021-01-18\nInterviewer: Anna\nParticipant: P1\n\nI: Hello.\nP1: Hello.\n';
    expect(findTurns(text).turns[0]).toMatchObject({ start: 0, end: 52, label: null });
    expect(findTurns(text).speakers.map(({ label }) => label)).toEqual(['I', 'P1']);
  });
});

describe('bold at the start of lines', () => {
  const text = 'Anna Berg Hello.\nJo Lee Hello.\nAnna Berg Good.\nJo Lee Good.';
  const boldHeads = [
    { start: 0, end: 9 },
    { start: 17, end: 23 },
    { start: 31, end: 40 },
    { start: 47, end: 53 },
  ];

  it('is a speaker when it comes again', () => {
    expect(findTurns(text, boldHeads).speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['Anna Berg', 2],
      ['Jo Lee', 2],
    ]);
  });

  it('is emphasis when it comes once, and plain words are never one', () => {
    expect(findTurns(text, boldHeads.slice(0, 2)).speakers).toEqual([]);
    expect(findTurns(text).speakers).toEqual([]);
  });
});

describe('turns of any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'P1: ',
      '\n',
      '\n\n',
      '[00:01:02] ',
      'I: ',
      'Anna Berg  0:21\n',
      '\t',
      '：',
      'W8',
      '#00:00:01-2#',
      '0:0:0.0 --> 0:0:2.1\n',
      '12 ',
      '> ',
      '**',
      'P2 – ',
      'P3. ',
      '[P1] ',
      'A: ',
      '0:21\n',
      'INTERVIEWER\n',
      '\u200f',
      '10:15 AM ',
      'From Anna to Jo: ',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('cover it without gap or overlap, each with its words inside', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { turns, speakers } = findTurns(text);
        let position = 0;
        for (const { start, end, textStart } of turns) {
          expect(start).toBe(position);
          expect(end).toBeGreaterThan(start);
          expect(textStart).toBeGreaterThanOrEqual(start);
          expect(textStart).toBeLessThanOrEqual(end);
          position = end;
        }
        expect(position).toBe(text.length);
        const labels = new Set(turns.flatMap(({ label }) => label ?? []));
        expect(new Set(speakers.map(({ label }) => label))).toEqual(labels);
      }),
      { numRuns: 500 },
    );
  });

  it('are found in 10 MB with 90,000 turns within seconds', () => {
    const words = 'we deploy it by hand every week and then we wait for it '.repeat(2);
    const text = Array.from({ length: 90_000 }, (_, index) => `P${index % 7} (0:00:10): ${words}\n`).join('');
    expect(findTurns(text).turns).toHaveLength(90_000);
  });

  it('are found in one line of 10 MB, and 100,000 of them, within seconds', () => {
    expect(findTurns(`P1: ${'we deploy it by hand '.repeat(500_000)}`).turns).toHaveLength(1);
    const shapes = [
      'P1 – Yes.\nP2 – No.\n',
      '[P1] Yes.\n[P2] No.\n',
      'Anna Berg  0:21\nYes.\nJo Lee  0:22\nNo.\n',
    ];
    for (const pair of shapes) expect(findTurns(pair.repeat(50_000)).turns).toHaveLength(100_000);
    const names = Array.from({ length: 100_000 }, (_, index) => `Speaker ${index} Lee: Yes.\n`).join('');
    expect(findTurns(names).speakers).toHaveLength(100_000);
  });

  it.each([
    ['spaces after an id', `P1${' '.repeat(90)}x\n`],
    ['words in capitals', `${'AB CD '.repeat(30)}\n`],
    ['times', `${'1:11:1'.repeat(30)}\n`],
    ['dashes', `${'- – '.repeat(40)}\n`],
    ['brackets', `${'[(<{'.repeat(40)}\n`],
    ['time marks', `${'#0:00'.repeat(40)}\n`],
    ['cells', `${'P1\t'.repeat(60)}\n`],
    ['times of a day', `P1 ${'10:10 AM '.repeat(20)}\n`],
    ['quotation marks', `${'> '.repeat(100)}\n`],
  ])('are looked for in time that does not explode on lines of %s', (_name, line) => {
    const text = line.repeat(10_000);
    expect(findTurns(text).turns.at(-1)?.end).toBe(text.length);
  });
});
