import type { ReadHandle } from '../../../db/sql.ts';
import { getTranscriptText, listNamesakes } from '../../../db/tables/transcripts.ts';
import type { FilePreview } from '../../ipc/contract/imports.ts';
import type { ParsedTranscript } from '../parsed-transcript.ts';
import type { ReadFile } from '../reading.ts';

type Candidate = { name: string; file: ReadFile; company: string; parsed: ParsedTranscript };

/** What people add to the name of a file when they have corrected it. */
const correctionMarks =
  /[\s_.-]*(?:\(\d{1,2}\)|v\d{1,2}(?:\.\d{1,2})?|version[\s_-]?\d{1,2}|corrected|corr|revised|rev\d{0,2}|edited|final|new|neu|korrigiert|copy|kopie)$/iu;

/** Two transcripts of which at least this share of lines is the same are two versions of one. */
const commonLines = 0.3;

/**
 * Returns the transcript of which a file is probably a corrected version: it has the same name, marks such as `v2` or
 * `(1)` left aside, in the same company if that is known, and shares lines with the file.
 */
export function findFormerVersion(
  read: ReadHandle,
  { name, file, company, parsed }: Candidate,
): FilePreview['versionOf'] {
  const namesakes = listNamesakes(read, name, file.name);
  const bare = withoutMarks(name);
  const others = namesakes.length === 0 && bare !== name ? listNamesakes(read, bare, bare) : [];
  const candidates = [...namesakes, ...others].filter((one) => company === '' || one.company === company);
  if (candidates.length === 0) return null;
  const lines = toLines(parsed.text);
  const former = candidates.find(
    ({ id }) => shareOf(lines, toLines(getTranscriptText(read, id))) >= commonLines,
  );
  return former ? { transcriptId: former.id, name: former.name, codings: former.codings } : null;
}

function withoutMarks(name: string): string {
  let bare = name;
  for (let next = bare.replace(correctionMarks, ''); next !== bare && next !== ''; ) {
    bare = next;
    next = bare.replace(correctionMarks, '');
  }
  return bare;
}

function toLines(text: string): Set<string> {
  return new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 10),
  );
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  let common = 0;
  for (const line of left) if (right.has(line)) common += 1;
  return common / smaller;
}
