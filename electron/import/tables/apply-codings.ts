import {
  type EvidenceType,
  evidenceTypes,
  findEvidenceType,
  findStatus,
  type Status,
  statuses,
} from '../../../db/model/coding.ts';
import type { Span } from '../../../db/model/span.ts';
import type { WriteHandle } from '../../../db/sql.ts';
import { ensureCoder, listCoders } from '../../../db/tables/coders.ts';
import { ensureOpenCode, findItemCode, findOpenCode } from '../../../db/tables/codes.ts';
import { applyCode, getCoding } from '../../../db/tables/codings.ts';
import { getTranscriptText } from '../../../db/tables/transcripts.ts';
import type { Mistakes } from './apply-mistakes.ts';
import { cellOf, type Table, type TableRow } from './csv-table.ts';
import { readTranscriptsByName, type TranscriptsByName } from './transcripts-by-name.ts';

/** Excerpts of the codings just applied, by the id that the table gives a coding. */
export type ExcerptsByCodingId = Map<string, number>;

type Transcript = { id: number; name: string; text: string };

/**
 * Puts codes on passages: columns transcript, code, coder, and quote or start and end (UTF-16 units, end
 * exclusive), and if wanted id, status, evidence, comment. A quote must stand in the transcript exactly once.
 * A code is the id of a scheme item, the name of an open code, or `open: Name` for a new one.
 */
export function applyCodings(write: WriteHandle, table: Table, mistakes: Mistakes): ExcerptsByCodingId {
  const excerpts: ExcerptsByCodingId = new Map();
  const transcripts = new TranscriptTexts(write);
  for (const row of table.rows) {
    mistakes.collect(table, row, () => {
      const transcript = transcripts.get(cellOf(row, 'transcript'));
      const span = findPassage(row, transcript);
      const id = applyCode(
        write,
        {
          transcriptId: transcript.id,
          ...span,
          codeId: ensureCode(write, cellOf(row, 'code')),
          coderId: findCoderOf(write, row),
          status: readStatus(row),
          evidence: readEvidence(row),
          comment: cellOf(row, 'comment'),
        },
        transcript.text,
      );
      const name = cellOf(row, 'id');
      if (name !== '') excerpts.set(name, getCoding(write, id).excerptId);
    });
  }
  return excerpts;
}

/** Reads each transcript's text once, however many codings it has. */
class TranscriptTexts {
  private readonly write: WriteHandle;
  private readonly names: TranscriptsByName;
  private readonly known = new Map<string, Transcript>();

  constructor(write: WriteHandle) {
    this.write = write;
    this.names = readTranscriptsByName(write);
  }

  get(name: string): Transcript {
    const known = this.known.get(name);
    if (known) return known;
    const found = this.names.get(name.toLowerCase());
    if (!found)
      throw new Error(`there is no transcript “${name}” in the study; import it first, or correct the name`);
    const transcript = { id: found.id, name: found.name, text: getTranscriptText(this.write, found.id) };
    this.known.set(name, transcript);
    return transcript;
  }
}

function findPassage(row: TableRow, { name, text }: Transcript): Span {
  const quote = row.cells.get('quote') ?? '';
  const start = cellOf(row, 'start');
  const end = cellOf(row, 'end');
  if (start !== '' && end !== '')
    return checkOffsets({ start: Number(start), end: Number(end) }, quote, name, text);
  if (quote.trim() === '') throw new Error('there is neither a quote nor a start and an end');
  const first = findOnce(text, quote) ?? findOnce(text, quote.trim());
  if (first === undefined) {
    throw new Error(
      `the quote “${shorten(quote)}” does not stand in “${name}”; copy it from the transcript letter by letter`,
    );
  }
  if (first === 'often') {
    throw new Error(
      `the quote “${shorten(quote)}” stands in “${name}” more than once; make it longer, or give start and end`,
    );
  }
  return first;
}

function findOnce(text: string, quote: string): Span | 'often' | undefined {
  const start = text.indexOf(quote);
  if (start < 0) return undefined;
  return text.indexOf(quote, start + 1) < 0 ? { start, end: start + quote.length } : 'often';
}

function checkOffsets(span: Span, quote: string, name: string, text: string): Span {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length) {
    throw new Error(
      `the passage ${start}–${end} does not lie in “${name}”, which has ${text.length} UTF-16 units`,
    );
  }
  if (quote !== '' && text.slice(start, end) !== quote) {
    throw new Error(
      `at ${start}–${end} “${name}” says “${shorten(text.slice(start, end))}”, not the quote given`,
    );
  }
  return span;
}

function ensureCode(write: WriteHandle, code: string): number {
  const open = /^open:\s*(?<name>.+)$/i.exec(code)?.groups?.name;
  if (open) return ensureOpenCode(write, open);
  const known = findItemCode(write, code) ?? findOpenCode(write, code);
  if (known) return known.id;
  throw new Error(
    `“${code}” is no item of the scheme and no open code; for a new open code write “open: ${code || 'Name'}”`,
  );
}

function findCoderOf(write: WriteHandle, row: TableRow): number {
  const name = cellOf(row, 'coder');
  if (name !== '') return ensureCoder(write, name);
  const first = listCoders(write)[0];
  if (!first) throw new Error('the coder is missing');
  return first.id;
}

function readStatus(row: TableRow): Status {
  const status = findStatus(cellOf(row, 'status'));
  if (!status)
    throw new Error(`“${cellOf(row, 'status')}” is no status; write one of ${statuses.join(', ')}`);
  return status;
}

function readEvidence(row: TableRow): EvidenceType {
  const type = findEvidenceType(cellOf(row, 'evidence'));
  if (!type)
    throw new Error(
      `“${cellOf(row, 'evidence')}” is no evidence type; write one of ${evidenceTypes.join(', ')}`,
    );
  return type;
}

function shorten(quote: string): string {
  return quote.length > 60 ? `${quote.slice(0, 57)}…` : quote;
}
