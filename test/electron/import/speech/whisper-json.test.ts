import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFileError, parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');

async function read(content: unknown, name = 'a.json') {
  const source = typeof content === 'string' ? content : JSON.stringify(content);
  return await parseTranscriptFile({ name, bytes: Buffer.from(source) });
}

const two = '[00:00:00] Speaker 0: Who owns it?\n[00:00:02] Speaker 1: Nobody does.';

describe('JSON of speech', () => {
  it('of Whisper has the time of each paragraph', async () => {
    const segments = [
      { id: 0, start: 0, end: 2.5, text: ' Who owns the model?', tokens: [1] },
      { id: 1, start: 2.5, end: 4, text: ' Nobody does.' },
      { id: 2, start: 66.2, end: 68, text: ' Really?' },
    ];
    const { text, turns } = await read({ text: ' Who owns…', segments, language: 'en' });
    expect(text).toBe('[00:00:00] Who owns the model? Nobody does.\n[00:01:06] Really?');
    expect(turns.map(({ label, time, endTime }) => [label, time, endTime])).toEqual([
      [null, '00:00:00', '00:00:04'],
      [null, '00:01:06', '00:01:08'],
    ]);
  });

  it('of WhisperX has turns, also where the speaker changes within a segment', async () => {
    const segments = [
      {
        start: 0,
        end: 4,
        text: ' Who owns it? Nobody does.',
        speaker: 'SPEAKER_00',
        words: [
          { word: 'Who', start: 0, end: 0.2, speaker: 'SPEAKER_00' },
          { word: 'owns', start: 0.2, end: 0.5, speaker: 'SPEAKER_00' },
          { word: 'it?', start: 0.5, end: 1, speaker: 'SPEAKER_00' },
          { word: 'Nobody', start: 2, end: 3, speaker: 'SPEAKER_01' },
          { word: 'does.', start: 3, end: 4, speaker: 'SPEAKER_01' },
        ],
      },
      { start: 4, end: 5, text: ' Ever.', speaker: 'SPEAKER_01' },
    ];
    const { text, speakers } = await read({ segments, word_segments: [] });
    expect(text).toBe('[00:00:00] SPEAKER_00: Who owns it?\n[00:00:02] SPEAKER_01: Nobody does. Ever.');
    expect(speakers.map(({ label }) => label)).toEqual(['SPEAKER_00', 'SPEAKER_01']);
  });

  it.each<[string, unknown, string]>([
    [
      'whisper.cpp',
      {
        systeminfo: 'AVX = 1',
        model: { type: 'base' },
        transcription: [
          {
            timestamps: { from: '00:00:01,000', to: '00:00:02,000' },
            offsets: { from: 1000, to: 2000 },
            text: ' Yes.',
          },
        ],
      },
      '[00:00:01] Yes.',
    ],
    ['faster-whisper', [{ start: 1.0, end: 2.5, text: ' Yes.' }], '[00:00:01] Yes.'],
    ['faster-whisper, as lists', [[1.0, 2.5, ' Yes.']], '[00:00:01] Yes.'],
    [
      'Transformers',
      { text: 'Yes.', chunks: [{ timestamp: [1.0, null], text: ' Yes.' }] },
      '[00:00:01] Yes.',
    ],
    ['Whisper without segments', { text: ' Yes.' }, 'Yes.'],
    [
      'AssemblyAI',
      {
        id: 'x',
        words: [{ text: 'Who', start: 0, end: 300, speaker: 'A' }],
        utterances: [
          { speaker: 'A', start: 0, end: 1500, text: 'Who owns it?' },
          { speaker: 'B', start: 2000, end: 3500, text: 'Nobody does.' },
        ],
      },
      '[00:00:00] Speaker A: Who owns it?\n[00:00:02] Speaker B: Nobody does.',
    ],
    [
      'Deepgram',
      {
        results: {
          channels: [
            {
              alternatives: [
                {
                  words: [
                    { word: 'who', punctuated_word: 'Who', start: 0, end: 0.5, speaker: 0 },
                    { word: 'owns', punctuated_word: 'owns', start: 0.5, end: 1, speaker: 0 },
                    { word: 'it', punctuated_word: 'it?', start: 1, end: 1.5, speaker: 0 },
                    { word: 'nobody', punctuated_word: 'Nobody', start: 2, end: 2.5, speaker: 1 },
                    { word: 'does', punctuated_word: 'does.', start: 2.5, end: 3, speaker: 1 },
                  ],
                },
              ],
            },
          ],
        },
      },
      two,
    ],
    [
      'Deepgram with utterances',
      {
        results: {
          channels: [{ alternatives: [{ transcript: 'who owns it' }] }],
          utterances: [
            { start: 0.1, end: 1.5, transcript: 'Who owns it?', speaker: 0 },
            { start: 2.1, end: 3.5, transcript: 'Nobody does.', speaker: 1 },
          ],
        },
      },
      two,
    ],
    [
      'Amazon Transcribe',
      {
        jobName: 'x',
        results: {
          transcripts: [{ transcript: 'Who? Nobody.' }],
          speaker_labels: {
            segments: [
              { items: [{ start_time: '0.0', speaker_label: 'spk_0' }] },
              { items: [{ start_time: '2.1', speaker_label: 'spk_1' }] },
            ],
          },
          items: [
            { start_time: '0.0', end_time: '0.5', type: 'pronunciation', alternatives: [{ content: 'Who' }] },
            { type: 'punctuation', alternatives: [{ content: '?' }] },
            {
              start_time: '2.1',
              end_time: '2.5',
              type: 'pronunciation',
              alternatives: [{ content: 'Nobody' }],
            },
            { type: 'punctuation', alternatives: [{ content: '.' }] },
          ],
        },
      },
      '[00:00:00] spk_0: Who?\n[00:00:02] spk_1: Nobody.',
    ],
    [
      'Google',
      {
        results: [
          { alternatives: [{ transcript: 'who nobody' }] },
          {
            alternatives: [
              {
                words: [
                  { startTime: '0s', endTime: '0.5s', word: 'Who?', speakerTag: 1 },
                  { startTime: '2.100s', endTime: '2.5s', word: 'Nobody.', speakerTag: 2 },
                ],
              },
            ],
          },
        ],
      },
      '[00:00:00] Speaker 1: Who?\n[00:00:02] Speaker 2: Nobody.',
    ],
    [
      'Rev',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Who', ts: 0.2, end_ts: 0.5 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'owns', ts: 0.6, end_ts: 0.9 },
              { type: 'punct', value: '?' },
            ],
          },
        ],
      },
      '[00:00:00] Speaker 0: Who owns?',
    ],
    [
      'Azure',
      {
        recognizedPhrases: [
          { speaker: 1, offsetInTicks: 20_000_000, durationInTicks: 5, nBest: [{ display: 'Yes.' }] },
        ],
      },
      '[00:00:02] Speaker 1: Yes.',
    ],
    [
      'Speechmatics',
      {
        results: [
          { type: 'word', start_time: 1, end_time: 2, alternatives: [{ content: 'Yes', speaker: 'S1' }] },
          {
            type: 'punctuation',
            start_time: 2,
            end_time: 2,
            alternatives: [{ content: '.', speaker: 'S1' }],
          },
        ],
      },
      '[00:00:01] S1: Yes.',
    ],
  ])('of %s is read', async (_, content, wanted) => {
    const { text, turns, format } = await read(content);
    expect(text).toBe(wanted);
    expect(turns.at(-1)?.end).toBe(text.length);
    expect(format).toBe('Whisper (JSON)');
  });

  it('may have a line for each segment, and any name', async () => {
    const lines = '{"start": 1, "end": 2, "text": "Yes."}\n{"start": 2, "end": 3, "text": "No."}\n';
    expect((await read(lines, 'a.txt')).text).toBe('[00:00:01] Yes. No.');
    expect((await read('[00:00:01] P1: Yes.', 'a.txt')).format).toBe('Plain text');
    expect((await read('{"quoted"} is how P1: wrote it', 'a.txt')).format).toBe('Plain text');
  });

  it.each([
    ['{"segments": [{"start": 0, "te', 'is damaged JSON'],
    ['{"name": "casebench", "version": "1"}', 'without a transcript'],
    ['[1, 2, 3]', 'without a transcript'],
    ['null', 'without a transcript'],
    ['{"segments": []}', 'without a transcript'],
    [`${'['.repeat(200_000)}`, 'is damaged JSON'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'without a transcript'],
    [`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`, 'without a transcript'],
  ])('that is none is refused in a sentence: %.30s', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toBeInstanceOf(ImportFileError);
  });

  it('of a hundred thousand segments is read', async () => {
    const segments = Array.from({ length: 100_000 }, (_, index) => ({
      start: index,
      end: index + 0.9,
      text: ` word ${index}.`,
      speaker: `S${index % 2}`,
      words: [{ word: 'word', start: index, end: index + 0.4, score: 0.9 }],
    }));
    expect((await read({ segments })).turns).toHaveLength(100_000);
  });

  it('is read or refused in a sentence however its bytes are changed', async () => {
    const original = readFileSync(join(folder, 'whisperx.json'));
    const change = fc.record({
      at: fc.nat(original.length - 1),
      put: fc.oneof(
        fc.constantFrom('{', '}', '"', '[', 'null', '-1', '1e999', ','),
        fc.string({ maxLength: 2 }),
      ),
      cut: fc.nat(12),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = original;
        for (const { at, put, cut } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]);
        }
        try {
          const { text, turns } = await parseTranscriptFile({ name: 'a.json', bytes });
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
