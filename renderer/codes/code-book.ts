import type { Code, CodeBookEntry } from '../../electron/ipc/contract/codes.ts';
import { toCellText } from '../widgets/cell-text.ts';
import { titleOfCode } from './code-branches.ts';

/**
 * Returns all codes in the order of the tree as a table for a spreadsheet, with what is written of their use and how often
 * they are used: cells divided by tabs, rows by line ends.
 */
export function toCodebookText(codes: readonly Code[], entries: readonly CodeBookEntry[]): string {
  const heads = [
    'Code',
    'Stands under',
    'Definition',
    'When to use',
    'When not to use',
    'Anchor example',
    'Excerpts',
    'Transcripts',
    'Persons',
  ];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = listInTreeOrder(codes).map((code) => [
    titleOfCode(code),
    code.trail.join(' › '),
    code.definition,
    code.whenToUse,
    byId.get(code.id)?.whenNotToUse ?? '',
    byId.get(code.id)?.anchorExample ?? '',
    String(code.excerpts),
    String(code.transcripts),
    String(code.persons),
  ]);
  return [heads, ...rows].map((row) => row.map(toCellText).join('\t')).join('\n');
}

/** Each code is followed by what stands beneath it. */
function listInTreeOrder(codes: readonly Code[]): Code[] {
  const children = new Map<number | null, Code[]>();
  for (const code of codes) {
    const siblings = children.get(code.parentId);
    if (siblings) siblings.push(code);
    else children.set(code.parentId, [code]);
  }
  const listBeneath = (parentId: number | null): Code[] =>
    (children.get(parentId) ?? []).flatMap((code) => [code, ...listBeneath(code.id)]);
  return listBeneath(null);
}
