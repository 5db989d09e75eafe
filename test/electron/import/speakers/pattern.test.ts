import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speakerPatternExamples } from '../../../../db/model/speaker-rule.ts';
import { findTurnsByPattern, SpeakerPatternError } from '../../../../electron/import/speakers/pattern.ts';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

/** Returns the turns as [label, time, words]. */
function listTurns(text: string, pattern: string) {
  return findTurnsByPattern(text, pattern).turns.map(({ label, time, textStart, end }) => [
    label,
    time,
    text.slice(textStart, end).trim(),
  ]);
}

describe('a pattern for speakers', () => {
  it.each([
    ['named groups', String.raw`\[(?<time>[\d:]+)\] (?<label>\w+) =`],
    ['groups without names', String.raw`(?:\[([\d:]+)\] )(\w+) =`.replace('([\\d:]+)', '[\\d:]+')],
    ['no group', String.raw`\w+ =`],
  ])('with %s tells who begins a line', (name, pattern) => {
    const text = name === 'no group' ? 'a = Yes.\nb = No.' : '[0:01] a = Yes.\n[0:02] b = No.';
    const turns = listTurns(text, pattern);
    const times = name === 'named groups' ? ['0:01', '0:02'] : [null, null];
    const labels = name === 'no group' ? ['a =', 'b ='] : ['a', 'b'];
    expect(turns).toEqual([
      [labels[0], times[0], 'Yes.'],
      [labels[1], times[1], 'No.'],
    ]);
  });

  it('takes the second group for the time when groups have no names', () => {
    expect(listTurns('a@0:01 Yes.', String.raw`(\w+)@([\d:]+)`)).toEqual([['a', '0:01', 'Yes.']]);
  });

  it('begins no turn where the label is empty or the line does not begin with it', () => {
    expect(listTurns('Yes: no.\n: no.\n a: no.\na: yes.', '(?<label>[a-z]*):')).toEqual([
      [null, null, 'Yes: no.\n: no.\n a: no.'],
      ['a', null, 'yes.'],
    ]);
    expect(listTurns('Yes.\nNo.', '(?<label>)')).toEqual([[null, null, 'Yes.\nNo.']]);
    expect(listTurns('Yes.\nNo.', '(?<time>Yes)')).toEqual([[null, null, 'Yes.\nNo.']]);
    expect(listTurns('', '(?<label>a*)')).toEqual([]);
  });

  it('makes one speaker of two spellings, and doubts a name that comes once', () => {
    const { speakers } = findTurnsByPattern('anna: a\nANNA: b\np-1: c\nJo: d', '([^:]+):');
    expect(speakers.map(({ label, turns, isDoubtful }) => [label, turns, isDoubtful])).toEqual([
      ['anna', 2, false],
      ['P1', 1, false],
      ['Jo', 1, true],
    ]);
  });

  it.each([
    ['(P', 'The pattern for speakers has “(” without “)” (character 1): close it, or write “\\(”.'],
    [
      'P)',
      'The pattern for speakers closes a bracket that was not opened (character 2): leave “)” out, or write “\\)”.',
    ],
    ['a[b', 'The pattern for speakers has “[” without “]” (character 2): close it, or write “\\[”.'],
    [
      'a]',
      'The pattern for speakers closes a bracket that was not opened (character 2): leave “]” out, or write “\\]”.',
    ],
    ['a\\', 'The pattern for speakers ends with a backslash (character 2): write two, or none.'],
    ['*a', 'The pattern for speakers repeats nothing (character 1): write “\\*” for the sign itself.'],
    [
      'a{',
      'The pattern for speakers has a curly bracket that is no count (character 2): write “\\{” for the bracket itself.',
    ],
    ['\\y', 'The pattern for speakers has a backslash before “y” (character 1): leave the backslash out.'],
    [
      '(?<a b>x)',
      'The pattern for speakers has a group with a name that cannot be used (character 1): begin its name with a letter.',
    ],
    [
      '(?<label>x)(?<label>y)',
      'The pattern for speakers has two groups called label (character 12): give the name to one of them.',
    ],
    [
      '(?<=a)(?z)',
      'The pattern for speakers is not a regular expression that can be used: write a backslash before signs that stand for themselves.',
    ],
  ])('that is wrong as %j is, is said to be so in a sentence', (pattern, message) => {
    expect(() => findTurnsByPattern('P1: Yes.', pattern)).toThrow(SpeakerPatternError);
    expect(() => findTurnsByPattern('P1: Yes.', pattern)).toThrow(message);
  });

  it('sees 400 characters of a line', () => {
    const line = `${'a'.repeat(398)}:`;
    expect(listTurns(`${line} x`, '(a+):')[0]?.[0]).toHaveLength(398);
    expect(listTurns(`a${line} x`, '(a+):')[0]?.[0]).toBeNull();
    expect(listTurns('a'.repeat(401), '(a+)$')[0]?.[0]).toBeNull();
  });

  it('is refused or divides any text without gap or overlap', () => {
    const patterns = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '(.*)',
        '(?<label>\\S*)',
        '^(\\w+):',
        '(P\\d)|(?<=a)',
        '\\p{L}+',
        '(?:)',
        '(?<label>.)(?<time>.)',
      ),
    );
    fc.assert(
      fc.property(
        patterns,
        fc.array(fc.constantFrom('P1: ', '\n', 'a', ' ', '😀', '\n\n')),
        (pattern, pieces) => {
          const text = pieces.join('');
          let turns: ReturnType<typeof findTurnsByPattern>['turns'] = [];
          try {
            turns = findTurnsByPattern(text, pattern).turns;
          } catch (error) {
            expect(error).toBeInstanceOf(SpeakerPatternError);
            return;
          }
          let position = 0;
          for (const { start, end, textStart } of turns) {
            expect(start).toBe(position);
            expect(end).toBeGreaterThan(start);
            expect(textStart).toBeGreaterThanOrEqual(start);
            expect(textStart).toBeLessThanOrEqual(end);
            position = end;
          }
          expect(position).toBe(text.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an example of a pattern', () => {
  const lines: Record<string, [string, string, string | null]> = {
    'P1: words': ['Anna Berg: Yes.', 'Anna Berg', null],
    'P1 (00:12:31): words': ['P1 (00:12:31): Yes.', 'P1', '00:12:31'],
    '[00:12:31] P1: words': ['[00:12:31] P1: Yes.', 'P1', '00:12:31'],
    'P1 with a number only': ['P1 Yes.', 'P1', null],
    'ANNA BERG in capitals': ['ANNA BERG\nYes.', 'ANNA BERG', null],
    'Anna Berg 0:21 on its own line': ['Anna Berg 0:21\nYes.', 'Anna Berg', '0:21'],
    'P1 and a tab': ['P1\tYes.', 'P1', null],
    '<P1> or [P1]': ['<P1> Yes.', 'P1', null],
  };

  it.each(speakerPatternExamples.map(({ name, pattern }) => [name, pattern]))(
    '%s finds what it says',
    (name, pattern) => {
      const [text, label, time] = lines[name] ?? ['', '', null];
      expect(listTurns(`No label here\n${text}`, pattern)).toEqual([
        [null, null, 'No label here'],
        [label, time, 'Yes.'],
      ]);
    },
  );
});

describe('the rule for speakers of a file', () => {
  const text = { name: 'talk.txt', bytes: Buffer.from('I: Why?\nP1: So.\n') };
  const subtitles = {
    name: 'talk.vtt',
    bytes: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v I>Why?\n\n00:03.000 --> 00:04.000\n<v P1>So.'),
  };

  it('none makes one turn of nobody, or those of subtitles with their times', async () => {
    const speakers = { kind: 'none' } as const;
    const [plain, timed] = await Promise.all([
      parseTranscriptFile(text, { speakers }),
      parseTranscriptFile(subtitles, { speakers }),
    ]);
    expect(plain.turns.map(({ label, start, end }) => [label, start, end])).toEqual([[null, 0, 16]]);
    expect(timed.turns.map(({ label, time, endTime }) => [label, time, endTime])).toEqual([
      [null, '00:00:01', '00:00:02'],
      [null, '00:00:03', '00:00:04'],
    ]);
    expect([plain.speakers, timed.speakers]).toEqual([[], []]);
  });

  it('a pattern searches the text, of subtitles too', async () => {
    const speakers = { kind: 'pattern', pattern: String.raw`(?:\[[\d:]+\] )?(?<label>P\d):` } as const;
    const parsed = await parseTranscriptFile(subtitles, { speakers });
    expect(parsed.turns.map(({ label, time }) => [label, time])).toEqual([
      [null, '00:00:01'],
      ['P1', '00:00:03'],
    ]);
  });

  it('a pattern that is none is told', async () => {
    const speakers = { kind: 'pattern', pattern: '(' } as const;
    await expect(parseTranscriptFile(text, { speakers })).rejects.toThrow(SpeakerPatternError);
  });
});
