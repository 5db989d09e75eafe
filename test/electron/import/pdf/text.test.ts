import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPdfText } from '../../../../electron/import/pdf/text.ts';
import { plainSetting, setPages, toPage, toPiece } from '../../../support/pdf-layout.ts';

const sentence =
  'We retrain the model every night and somebody looks at it in the morning before it is used.';
const long = `${sentence} ${sentence} ${sentence}`;
const readText = (pages: Parameters<typeof toPdfText>[0]) => toPdfText(pages).text;

const words = fc.constantFrom(
  'we',
  'model',
  'retrained',
  'nobody',
  'night',
  'looks',
  'at',
  'production',
  'it',
  'deploys',
);
const sentences = fc
  .array(words, { minLength: 1, maxLength: 30 })
  .map((list) => `${list.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`);
const turn = fc
  .tuple(fc.constantFrom('I: ', 'P1: ', ''), fc.array(sentences, { minLength: 1, maxLength: 3 }))
  .map(([label, said]) => label + said.join(' '));

describe('the paragraphs of a PDF', () => {
  it('are those that were set with space between them, whatever their words, where one has three lines', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 60 }), (others) => {
        const turns = [...others, long];
        // On a page of its own, so that no paragraph begins where nothing but a page break stands before it.
        const pages = setPages(turns, { ...plainSetting, linesPerPage: 10_000 });
        expect(readText(pages)).toBe(turns.join('\n'));
      }),
      { numRuns: 100 },
    );
  });

  it('with labels are found without any space between them and over pages', () => {
    const labelled = turn.filter((text) => /^\w+: /.test(text));
    fc.assert(
      fc.property(fc.array(labelled, { minLength: 1, maxLength: 60 }), (turns) => {
        expect(readText(setPages(turns, { ...plainSetting, gap: 0 }))).toBe(turns.join('\n'));
      }),
      { numRuns: 100 },
    );
  });

  it('may begin further in instead', () => {
    const paragraphs = [long, sentence, long, long, 'Yes.', long];
    expect(readText(setPages(paragraphs, { ...plainSetting, gap: 0, indent: 20 }))).toBe(
      paragraphs.join('\n'),
    );
  });

  it('go on over a page break, unless a label or a short line says otherwise', () => {
    const pages = setPages([long, 'P1: Yes.', long], { ...plainSetting, linesPerPage: 3 });
    expect(pages.length).toBeGreaterThan(2);
    expect(readText(pages)).toBe([long, 'P1: Yes.', long].join('\n'));
  });

  it('keep a heading in larger letters apart', () => {
    const heading = toPiece('Operations', 70, 60, { size: 16 });
    const [page] = setPages([long], plainSetting);
    expect(readText([toPage(1, [heading, ...(page?.pieces ?? [])])])).toBe(`Operations\n${long}`);
  });

  it('have the bold text they begin with told', () => {
    const pieces = [
      toPiece('Anna', 70, 80, { isBold: true }),
      toPiece('Berg', 98, 80, { isBold: true }),
      toPiece('We began.', 125, 80),
    ];
    expect(toPdfText([toPage(1, pieces)])).toMatchObject({
      text: 'Anna Berg We began.',
      boldHeads: [{ start: 0, end: 9 }],
    });
  });

  it('have no letters twice where bold is made by printing them twice', () => {
    const pieces = [toPiece('Anna', 70, 80), toPiece('Anna', 70.3, 80), toPiece('We began.', 105, 80)];
    expect(readText([toPage(1, pieces)])).toBe('Anna We began.');
  });

  it('begin with bold text as long as is read, where its letters are printed twice', () => {
    const isBold = true;
    const pieces = [
      toPiece('Anna', 70, 80, { isBold }),
      toPiece('Anna', 70.3, 80, { isBold }),
      toPiece('We began.', 105, 80),
    ];
    expect(toPdfText([toPage(1, pieces)]).boldHeads).toEqual([{ start: 0, end: 4 }]);
  });

  it('keep raised figures on their line', () => {
    const pieces = [
      toPiece('As we said.', 70, 80),
      toPiece('2', 130.5, 76, { size: 6 }),
      toPiece('Yes.', 140, 80),
    ];
    expect(readText([toPage(1, pieces)])).toBe('As we said.2 Yes.');
  });

  it('of Arabic and Hebrew are read from the right, other scripts and numbers in them from the left', () => {
    const pieces = [
      toPiece('אנחנו', 200, 80),
      toPiece('MLflow', 150, 80),
      toPiece('2', 190, 80),
      toPiece('עם', 130, 80),
    ];
    expect(readText([toPage(1, pieces)])).toBe('אנחנו MLflow 2 עם');
  });
});

describe('two columns', () => {
  const left = Array.from({ length: 20 }, (_, index) =>
    toPiece(`before ${index} of many words`, 50, 80 + 13 * index),
  );
  const right = Array.from({ length: 20 }, (_, index) =>
    toPiece(`behind ${index} of many words`, 220, 84 + 13 * index),
  );

  it('of prose are read one after the other, below what runs over both', () => {
    const title = toPiece('A title that runs over the whole width of both columns', 50, 50);
    const { text } = toPdfText([toPage(1, [title, ...left, ...right])]);
    expect(text.indexOf('A title')).toBe(0);
    expect(text.indexOf('before 19')).toBeLessThan(text.indexOf('behind 0'));
    expect(text).not.toContain('\t');
  });

  it('of labels and words are a table, whose rows have tabs', () => {
    const rows = ['P1', 'I', 'P1', 'I'].flatMap((label, index) => [
      toPiece(label, 50, 80 + 40 * index),
      toPiece('We retrain the model every night', 120, 80 + 40 * index),
      toPiece('and somebody looks.', 120, 93 + 40 * index),
    ]);
    const said = 'We retrain the model every night and somebody looks.';
    expect(readText([toPage(1, rows)])).toBe(`P1\t${said}\nI\t${said}\nP1\t${said}\nI\t${said}`);
  });

  it('of prose may be ragged, with lines that stand at other heights than those beside them', () => {
    const lengths = [40, 31, 9, 38, 22, 41, 36, 12, 40, 25, 39, 8];
    const toColumn = (name: string, left: number, top: number) =>
      lengths.map((length, index) =>
        toPiece(`${name}${index} ${'a'.repeat(length - 4)}`, left, top + 13 * index, { size: 8 }),
      );
    const { text } = toPdfText([toPage(1, [...toColumn('x', 40, 80), ...toColumn('y', 230, 86)])]);
    expect(text).not.toContain('\t');
    expect(text.indexOf('x11')).toBeLessThan(text.indexOf('y0'));
  });

  it('of which each belongs to one speaker are a table too', () => {
    const rows = [
      'How often do you retrain the model?',
      'Every night, by a script.',
      'And who looks at it?',
      'I do, mostly.',
    ];
    const pieces = [...rows, ...rows].map((said, index) =>
      toPiece(said, index % 2 === 0 ? 40 : 240, 80 + 22 * index),
    );
    const lines = [...rows, ...rows].map((said, index) => (index % 2 === 0 ? said : `\t${said}`));
    expect(readText([toPage(1, pieces)])).toBe(lines.join('\n'));
  });

  it('are searched for in a short time on a page full of letters', () => {
    const pieces = Array.from({ length: 24_000 }, (_, index) =>
      toPiece('x', (index % 60) * 30 + (index % 7), 20 + Math.floor(index / 60) * 2, { size: 3 }),
    );
    const letters = readText([toPage(1, pieces)]).replace(/[^x]/g, '');
    expect(letters).toHaveLength(24_000);
  });

  it('of bullets and points are a list, not a table', () => {
    const points = [0, 1, 2, 3].flatMap((index) => [
      toPiece('•', 50, 80 + 13 * index),
      toPiece(`point ${index}`, 68, 80 + 13 * index),
    ]);
    expect(readText([toPage(1, points)])).toBe('• point 0\n• point 1\n• point 2\n• point 3');
  });

  it('are not seen in the wide gaps of justified lines', () => {
    const rows = [
      ['retrain', 'in', 'production'],
      ['we', 'responsible', 'people'],
      ['model', 'looks', 'different'],
    ];
    const lines = rows.flatMap((row, index) => {
      const gap = (300 - row.join('').length * 5.5) / 2;
      return row.map((word, at) => {
        const left = 50 + row.slice(0, at).join('').length * 5.5 + at * gap;
        return toPiece(word, left, 80 + 13 * index);
      });
    });
    expect(readText([toPage(1, lines)])).not.toContain('\t');
  });
});

describe('what surrounds the text of pages', () => {
  const topics = ['data', 'models', 'people', 'rules', 'tools', 'money', 'habits', 'errors', 'plans'];
  const body = (page: number) => [
    toPiece(`We talked about ${topics[page - 1]} for most of that day.`, 70, 80),
    toPiece(`Then ${topics[page % 9]} came up.`, 70, 93),
  ];
  const toPages = (count: number, extra: (page: number) => ReturnType<typeof toPiece>[]) =>
    Array.from({ length: count }, (_, index) => toPage(index + 1, [...extra(index + 1), ...body(index + 1)]));

  it.each([
    ['3', (page: number) => `${page + 2}`],
    ['- 1 -', (page: number) => `- ${page} -`],
    ['Page 1 of 4', (page: number) => `Page ${page} of 4`],
    ['1/4', (page: number) => `${page}/4`],
    ['iii', (page: number) => ['iii', 'iv', 'v', 'vi'][page - 1] ?? ''],
    ['第 1 页', (page: number) => `第 ${page} 页`],
  ])('is left out when it counts the pages as %s does', (first, write) => {
    const { text, leftOut } = toPdfText(toPages(4, (page) => [toPiece(write(page), 200, 650)]));
    expect(text).not.toContain(first);
    expect(leftOut).toEqual([{ kind: 'numbers', text: first, pages: 4 }]);
  });

  it('is left out when the same words stand at the same height of pages in a row', () => {
    const { text, leftOut } = toPdfText(
      toPages(6, (page) => [
        toPiece(page < 4 ? 'First part' : 'Second part', 70, 40),
        toPiece(`Draft of ${page} May`, 70, 650),
      ]),
    );
    expect(text.split('\n')[0]).toMatch(/^We talked/);
    expect(leftOut).toEqual([
      { kind: 'head', text: 'First part', pages: 3 },
      { kind: 'head', text: 'Second part', pages: 3 },
      { kind: 'foot', text: 'Draft of 1 May', pages: 6 },
    ]);
  });

  it('is kept when it is a short turn that pages happen to begin with', () => {
    const pages = Array.from({ length: 9 }, (_, index) => {
      const first = index % 3 === 0 ? 'P1: Mhm.' : `I: What about the year ${1990 + index * 7}?`;
      return toPage(index + 1, [toPiece(first, 70, 67), ...body(index + 1)]);
    });
    const { text, leftOut } = toPdfText(pages);
    expect(text.match(/P1: Mhm\./g)).toHaveLength(3);
    expect(leftOut).toEqual([]);
  });

  it('is left out when it numbers lines at the margin, each or every fifth', () => {
    const lines = Array.from({ length: 20 }, (_, index) =>
      toPiece(`line ${index} of what was said here`, 90, 80 + 13 * index),
    );
    const every = (step: number) =>
      lines.flatMap((line, index) =>
        (index + 1) % step === 0 ? [toPiece(`${index + 1}`, 60, line.baseline)] : [],
      );
    const without = toPdfText([toPage(1, lines)]).text;
    expect(toPdfText([toPage(1, [...every(1), ...lines])])).toMatchObject({
      text: without,
      numberedPages: 1,
    });
    expect(toPdfText([toPage(1, [...every(5), ...lines])])).toMatchObject({
      text: without,
      numberedPages: 1,
    });
  });
});
