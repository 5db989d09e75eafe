import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subRip, webVtt } from '../../../../electron/import/captions/captions.ts';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

function read(content: string, name = 'talk.vtt') {
  return parseTranscriptFile({ name, bytes: Buffer.from(content) });
}

/** Returns the turns as [label, begin, end, words]. */
async function listTurns(content: string) {
  const { text, turns } = await read(content);
  return turns.map(({ label, time, endTime, textStart, end }) => [
    label,
    time,
    endTime,
    text.slice(textStart, end).trim(),
  ]);
}

/** Returns a WebVTT file of captions of a second each. */
function toVtt(captions: readonly string[]): string {
  const stamp = (second: number) => new Date(second * 1_000).toISOString().slice(11, 23);
  const cues = captions.map((words, index) => `${stamp(index)} --> ${stamp(index + 1)}\n${words}\n`);
  return ['WEBVTT\n', ...cues].join('\n');
}

describe('subtitles', () => {
  it.each([
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nYes.'],
    ['\uFEFFWEBVTT Kind: captions\r\n\r\n00:01.000 --> 00:02.000\r\nYes.'],
    ['WEBVTT\r\r00:01.000 --> 00:02.000\rYes.'],
    ['\n\nWEBVTT\n\n00:01.000 --> 00:02.000\nYes.'],
  ])('are WebVTT in %j', async (content) => {
    const parsed = await read(content, 'talk.txt');
    expect([parsed.format, parsed.text]).toEqual(['Subtitles (WebVTT)', '[00:00:01] Yes.']);
  });

  it.each([
    ['1\n00:00:01,000 --> 00:00:02,000\nYes.'],
    ['\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nYes.\r\n'],
    ['00:00:01.000-->00:00:02.000\nYes.'],
    ['\n\n 1 \n\n00:00:01,0 --> 00:00:02,0  X1:40 X2:600\nYes.'],
    ['00:01,000 --> 00:02,000\nYes.'],
  ])('are SubRip in %j', async (content) => {
    const parsed = await read(content, 'talk.txt');
    expect([parsed.format, parsed.text]).toEqual(['Subtitles (SubRip)', '[00:00:01] Yes.']);
  });

  it.each([
    ['WEBVTTER is a word'],
    ['P1: 00:00:01 --> 00:00:02'],
    ['1\nP1: Yes.'],
    ['0:0:0.0 --> 0:0:2.1\nP1\nYes.'],
  ])('are not what %j begins', (content) => {
    const file = { name: 'talk.txt', bytes: Buffer.from(content) };
    expect([webVtt.isFormatOf(file), subRip.isFormatOf(file)]).toEqual([false, false]);
  });

  it('that begin with something else are known by their name', async () => {
    const parsed = await read('Talk of May\n\n1\n00:00:01,000 --> 00:00:02,000\nYes.', 'talk.srt');
    expect([parsed.format, parsed.text]).toEqual(['Subtitles (SubRip)', 'Talk of May\n[00:00:01] Yes.']);
  });
});

describe('the speaker of a subtitle', () => {
  it('is the voice that WebVTT names, several in one', async () => {
    const captions = [
      '<v.first Anna &amp; Jo>Yes.</v>',
      '<v Anna &amp; Jo>On\nFridays.',
      '<v P1>No.</v> <v P2>Ha.',
    ];
    expect(await listTurns(toVtt(captions))).toEqual([
      ['Anna & Jo', '00:00:00', '00:00:02', 'Yes. On Fridays.'],
      ['P1', '00:00:02', '00:00:03', 'No.'],
      ['P2', '00:00:02', '00:00:03', 'Ha.'],
    ]);
  });

  it('is nobody where other subtitles have voices and it has none', async () => {
    const turns = await listTurns(toVtt(['<v P1>Yes.</v>', 'A door closes.', '<v P1>No.</v>']));
    expect(turns.map(([label]) => label)).toEqual(['P1', null, 'P1']);
  });

  it.each([
    ['Anna Berg: Yes.', 'Jo: No.', ['Anna Berg', 'Jo']],
    ['[SPEAKER_00]: Yes.', '[SPEAKER_01]: No.', ['SPEAKER_00', 'SPEAKER_01']],
    ['SPEAKER_00 : Yes.', 'SPEAKER_01 : No.', ['SPEAKER_00', 'SPEAKER_01']],
    ['[Anna] Yes.', '[Jo] No.', ['Anna', 'Jo']],
    ['(Anna) Yes.', '(Jo) No.', ['Anna', 'Jo']],
    ['- Anna: Yes.', '- Jo: No.', ['Anna', 'Jo']],
    ['>> Anna: Yes.', '&gt;&gt; Jo: No.', ['Anna', 'Jo']],
    ['<i>Anna:</i> Yes.', '<b>Jo</b>: No.', ['Anna', 'Jo']],
    ['访谈者：Yes.', '张伟：No.', ['访谈者', '张伟']],
  ])('is named before the words, as in %j', async (first, second, labels) => {
    const turns = await listTurns(toVtt([first, second, first, second]));
    expect(turns.map(([label, , , words]) => [label, words])).toEqual([
      [labels[0], 'Yes.'],
      [labels[1], 'No.'],
      [labels[0], 'Yes.'],
      [labels[1], 'No.'],
    ]);
  });

  it('speaks until another is named', async () => {
    const captions = ['P1: We do it', 'for example: by hand,', '10:30 is late.', 'I: Why?'];
    expect(await listTurns(toVtt(captions))).toEqual([
      ['P1', '00:00:00', '00:00:03', 'We do it for example: by hand, 10:30 is late.'],
      ['I', '00:00:03', '00:00:04', 'Why?'],
    ]);
  });

  it('changes at dashes and arrows without being named, and a minus is no dash', async () => {
    expect(await listTurns(toVtt(['- Yes.\n- No.', '-5 degrees.', '>> So. >>> News.']))).toEqual([
      [null, '00:00:00', '00:00:01', '- Yes.'],
      [null, '00:00:00', '00:00:02', '- No. -5 degrees.'],
      [null, '00:00:02', '00:00:03', '>> So.'],
      [null, '00:00:02', '00:00:03', '>>> News.'],
    ]);
  });

  it.each([
    ['[Music] and then'],
    ['(laughs) and then'],
    ['GOOD MORNING\nALL'],
    ['NOTE: late'],
    ['See https://example.org'],
  ])('is not taken from %j', async (words) => {
    const { speakers } = await read(toVtt([words, 'and so on', words, 'to the end', words]));
    expect(speakers).toEqual([]);
  });
});

describe('the text of subtitles', () => {
  it.each([
    ['<i>Yes</i>, <c.yellow.bg_blue>of</c> <b>course</b>', 'Yes, of course'],
    ['Yes<00:00:00.500><c> of</c><00:00:00.700><c> course</c>', 'Yes of course'],
    ['{\\an8}{\\pos(20,30)}<font color="#fff" size=3>Yes</font>', 'Yes'],
    ['&quot;Yes&quot;&nbsp;&#8211; &eacute;&lt;&hellip; &amp;c', '"Yes" – é<… &c'],
    ['2 < 3 and 5 > 4 & <laughs> {so} &nothing; <5', '2 < 3 and 5 > 4 & <laughs> {so} &nothing; <5'],
    ['<lang en>Yes</lang><br>No', 'Yes No'],
    ['كيف&rlm; تنشرون؟', 'كيف تنشرون؟'],
  ])('%j is %j', async (written, text) => {
    expect((await read(toVtt([written]))).text).toBe(`[00:00:00] ${text}`);
  });

  it('has what somebody says twice, unless the file shows everything twice', async () => {
    const captions = ['Yes.', 'Yes.', 'We do.', 'On Fridays.', 'By hand.', 'Always.', 'Yes.'];
    expect((await read(toVtt(captions))).text).toContain('Yes. Yes. We do.');
    const rolling = ['We do', 'We do\non Fridays', 'on Fridays\nby hand', 'by hand\nby hand'];
    expect((await read(toVtt(rolling))).text).toBe('[00:00:00] We do on Fridays by hand by hand');
  });

  it('keeps the words of captions whose time cannot be read, and says which', async () => {
    const { text, notes } = await read(
      'WEBVTT\n\n00:0x.000 --> 00:02.000\nYes.\n\n00:03.000 --> never\nNo.\n',
    );
    expect(text).toContain('Yes.');
    expect(text).toContain('No.');
    expect(notes).toEqual(['Times could not be read; the words were kept: line 3, 6.']);
  });
});

describe('any subtitles', () => {
  const words = fc.array(
    fc.constantFrom('yes', 'no', 'well', 'Größe', '规模', 'a < b', '12', 'a --> b', '😀'),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  const caption = fc.record({
    number: fc.constantFrom('', '7\n', 'c-1\n'),
    times: fc.constantFrom(
      '00:00:01.000 --> 00:00:02.000',
      '00:01,5 --> 00:03,5 align:start',
      '00:00:0x.000 --> 00:00:02.000',
      '99:00:01.000 --> 00:00:00.000',
    ),
    words: words.map((list) => `said ${list.join(' ')}`),
    gap: fc.constantFrom('\n', '\n\n', '\n \n', '\n\n\n'),
  });

  it('lose no words, and their turns cover the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(caption, { minLength: 1, maxLength: 12 }), async (captions) => {
        const file = captions.map(
          ({ number, times, words: said, gap }) => `${number}${times}\n${said}${gap}`,
        );
        const { text, turns } = await read(`WEBVTT\n\n${file.join('')}`);
        const heard = text.replace(/\[\d\d:\d\d:\d\d\] /g, '').replace(/\s+/g, ' ');
        const unique = captions.filter(({ words: said }, index) => said !== captions[index - 1]?.words);
        for (const { words: said } of unique) expect(heard).toContain(said);
        let position = 0;
        for (const { start, end, textStart } of turns) {
          expect(start).toBe(position);
          expect(textStart).toBeGreaterThanOrEqual(start);
          expect(textStart).toBeLessThanOrEqual(end);
          position = end;
        }
        expect(position).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('are read or refused in a sentence, whatever they hold', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(
        '-->',
        '\n',
        '\n\n',
        '00:01.000',
        '<v ',
        '>',
        '&#',
        ';',
        'NOTE',
        '{\\',
        '>> ',
        '- ',
        'P1: ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const outcome = await read(`WEBVTT\n\n${pieces.join('')}`).catch((error: unknown) => error);
        expect(outcome instanceof Error ? outcome.name : 'ImportFileError').toBe('ImportFileError');
      }),
      { numRuns: 300 },
    );
  });

  it('of 100,000 captions, and of one line of 10 MB, are read within seconds', async () => {
    const captions = Array.from(
      { length: 100_000 },
      (_, index) => `<v P${index % 7}>we deploy &amp; wait</v>`,
    );
    expect((await read(toVtt(captions))).turns).toHaveLength(100_000);
    for (const unit of ['<', '<c', '&am', '{\\', '>> ', '- ', '-->', '<v P1>a', 'P1: ']) {
      const line = unit.repeat(Math.ceil(2_000_000 / unit.length));
      expect((await read(toVtt([line]))).text.length).toBeGreaterThan(0);
    }
    expect((await read(toVtt(['we deploy by hand '.repeat(600_000)]))).text.length).toBeGreaterThan(
      10_000_000,
    );
  }, 60_000);
});
