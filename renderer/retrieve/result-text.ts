import { toTabbedCell } from '../../db/model/tabbed-cell.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { describePlace } from '../widgets/evidence-rows.ts';

/** Returns excerpts as text with references: the words, and beneath them who says so, where, under which code. */
export function toReferencedText(codings: readonly Evidence[]): string {
  return codings.map(toParagraph).join('\n\n');
}

function toParagraph(coding: Evidence): string {
  const speakers = coding.speakers.map(({ participant, role }) =>
    [participant, role].filter(Boolean).join(', '),
  );
  const where = [`company ${coding.company}`, coding.technique, coding.date, describePlace(coding)];
  const source = [speakers.join('; ') || 'no practitioner', ...where].filter(Boolean).join(' · ');
  return `“${coding.quote}”\n(${source})\n${titleOf(coding)} · ${coding.status} · ${coding.evidence}`;
}

const titleOf = ({ itemRef, code }: Evidence) => (itemRef === null ? code : `${itemRef} ${code}`);

const columns: [head: string, cell: (coding: Evidence) => string | number][] = [
  ['Quote', ({ quote }) => quote],
  ['Code', titleOf],
  ['Status', ({ status }) => status],
  ['Evidence', ({ evidence }) => evidence],
  ['Participants', ({ speakers }) => speakers.map(({ participant }) => participant).join('; ')],
  ['Practitioners', ({ speakers }) => listOnce(speakers.map(({ practitioner }) => practitioner))],
  ['Roles', ({ speakers }) => listOnce(speakers.map(({ role }) => role))],
  ['Company', ({ company }) => company],
  ['Technique', ({ technique }) => technique],
  ['Date', ({ date }) => date ?? ''],
  ['Transcript', ({ transcript }) => transcript],
  ['Turn', ({ turnIndex }) => turnIndex + 1],
  ['Time', ({ time }) => time ?? ''],
  ['Coder', ({ coder }) => coder],
  ['Comment', ({ comment }) => comment],
];

const listOnce = (words: readonly string[]) => [...new Set(words.filter(Boolean))].join('; ');

/** Returns excerpts as a table for a spreadsheet: cells parted by tabs, with a head. */
export function toTable(codings: readonly Evidence[]): string {
  const rows = [
    columns.map(([head]) => head),
    ...codings.map((coding) => columns.map(([, cell]) => cell(coding))),
  ];
  return rows.map((cells) => cells.map(toTabbedCell).join('\t')).join('\n');
}
