import { z } from 'zod';

/**
 * How the speakers of a file are found: by the shapes that transcripts have (`automatic`), not at all (`none`, for
 * notes), or by a regular expression of the researcher's, matched against the beginning of each line. Its group
 * `label` is who speaks (without named groups, the first group), its group `time`, if any, when.
 */
export const speakerRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('automatic') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('pattern'), pattern: z.string().min(1).max(500) }),
]);
export type SpeakerRule = z.output<typeof speakerRuleSchema>;

/** Patterns to begin with, each with the shape of line it is for. */
export const speakerPatternExamples: readonly { name: string; pattern: string }[] = [
  { name: 'P1: words', pattern: String.raw`(?<label>\p{L}[^:\t]{0,40}?)\s*[:：]` },
  {
    name: 'P1 (00:12:31): words',
    pattern: String.raw`(?<label>\p{L}[^:(\[]{0,40}?)\s*[(\[](?<time>[\d:.,]+)[)\]]\s*:?`,
  },
  {
    name: '[00:12:31] P1: words',
    pattern: String.raw`[(\[](?<time>[\d:.,]+)[)\]]\s*(?<label>\p{L}[^:]{0,40}?)\s*[:：]`,
  },
  { name: 'P1 with a number only', pattern: String.raw`(?<label>[A-Z]{1,3}\d{1,3})\b[:.\-–\s]*` },
  { name: 'ANNA BERG in capitals', pattern: String.raw`(?<label>\p{Lu}[\p{Lu}.’' \-]{1,40})(?:[:\t]|\s*$)` },
  {
    name: 'Anna Berg 0:21 on its own line',
    pattern: String.raw`(?<label>\p{L}.{0,40}?)\s+(?<time>\d{1,2}(?::\d{2}){1,2})\s*$`,
  },
  { name: 'P1 and a tab', pattern: String.raw`(?<label>[^\t]{1,40}?)\s*\t` },
  { name: '<P1> or [P1]', pattern: String.raw`[<\[](?<label>\p{L}[^>\]]{0,40})[>\]]:?` },
];
