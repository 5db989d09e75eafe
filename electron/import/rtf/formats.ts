import { flush, type RtfReading } from './reading.ts';
import type { ParagraphWriter } from './writer.ts';

/** Takes a word about the looks of text and returns whether it was one. */
export function readFormat(reading: RtfReading, name: string, value: number | null): boolean {
  const change = formats.get(name);
  if (change === undefined) return false;
  if (reading.group.target.isFontTable === true) {
    reading.fonts.readTable(name, value);
    return true;
  }
  flush(reading);
  change(reading, value);
  return true;
}

type Change = (reading: RtfReading, value: number | null) => void;

const formats: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['f', ({ group }, value) => (group.font = value)],
  ['af', ({ group }, value) => (group.other = value)],
  ['rtlch', ({ group }) => (group.isRightToLeft = true)],
  ['ltrch', ({ group }) => (group.isRightToLeft = false)],
  ['b', ({ group }, value) => (group.isBold = value !== 0)],
  ['v', ({ group }, value) => (group.isHidden = value !== 0)],
  ['deleted', ({ group }, value) => (group.isDeleted = value !== 0)],
  // What was moved away with changes tracked stands at its new place, too.
  ['mvf', ({ group }, value) => (group.isDeleted = value !== 0)],
  ['plain', ({ group }) => Object.assign(group, { isBold: false, isHidden: false, isDeleted: false })],
  ['uc', ({ group }, value) => (group.fallback = Math.min(Math.max(0, value ?? 1), 16))],
  // Tab stops stand at the start of a paragraph, where nothing is on the line yet.
  ['tx', ({ group }) => group.target.paragraphs?.expectItem()],
  ['ilvl', ({ group }, value) => group.target.paragraphs?.setLevel(value ?? 0)],
  [
    'pard',
    ({ group }) => {
      group.isInTable = false;
      group.target.paragraphs?.setLevel(0);
    },
  ],
  ['intbl', ({ group }) => (group.isInTable = true)],
  ['deff', ({ fonts }, value) => fonts.readHead('deff', value)],
  ['ansicpg', ({ fonts }, value) => fonts.readHead('ansicpg', value)],
  ['mac', ({ fonts }) => fonts.readHead('mac', null)],
  ['pc', ({ fonts }) => fonts.readHead('pc', null)],
  ['pca', ({ fonts }) => fonts.readHead('pca', null)],
]);

/** Takes a word that ends a line, a paragraph or a cell and returns whether it was one. */
export function readEnd(reading: RtfReading, name: string): boolean {
  const end = ends.get(name);
  if (end === undefined) return false;
  flush(reading);
  const { target, isDeleted, isInTable } = reading.group;
  // Where the end of a paragraph was deleted the next one goes on.
  if (isDeleted) return true;
  if (target.paragraphs !== undefined) end(target.paragraphs, isInTable);
  else target.write(' ', false);
  return true;
}

const ends: ReadonlyMap<string, (paragraphs: ParagraphWriter, isInTable: boolean) => void> = new Map([
  ['par', (paragraphs: ParagraphWriter, isInTable: boolean) => paragraphs.endParagraph(isInTable)],
  ['line', (paragraphs: ParagraphWriter) => paragraphs.endLine()],
  ['lbr', (paragraphs: ParagraphWriter) => paragraphs.endLine()],
  ['page', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['column', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['sect', (paragraphs: ParagraphWriter) => paragraphs.endStartedLine()],
  ['cell', (paragraphs: ParagraphWriter) => paragraphs.endCell()],
  ['row', (paragraphs: ParagraphWriter) => paragraphs.endRow()],
  ['nestcell', (paragraphs: ParagraphWriter) => paragraphs.endNestedCell()],
  ['nestrow', (paragraphs: ParagraphWriter) => paragraphs.endNestedRow()],
]);
