import { findSide, type Side, type Status, statuses } from '../../db/model/coding.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';

/** What the researcher narrows a list of evidence to; null means all. */
export type EvidenceChoice = { status: Status | null; technique: string | null; coderId: number | null };

export const everything: EvidenceChoice = { status: null, technique: null, coderId: null };

/** A row of the list: a heading with the number beneath it, or one coding with its position among the codings. */
export type EvidenceRow =
  | { kind: 'heading'; id: string; title: string; count: number }
  | { kind: 'coding'; id: string; coding: Evidence; position: number };

/** The choices that occur in a list of evidence, each once and in a steady order. */
export type EvidenceChoices = {
  statuses: Status[];
  techniques: string[];
  coders: { id: number; name: string }[];
};

export function listChoices(codings: readonly Evidence[]): EvidenceChoices {
  const coders = new Map(codings.map(({ coderId, coder }) => [coderId, coder]));
  return {
    statuses: statuses.filter((status) => codings.some((coding) => coding.status === status)),
    techniques: [...new Set(codings.map(({ technique }) => technique))],
    coders: [...coders].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Returns the codings that fit all choices. */
export function filterEvidence(codings: readonly Evidence[], choice: EvidenceChoice): Evidence[] {
  return codings.filter(
    ({ status, technique, coderId }) =>
      (choice.status === null || status === choice.status) &&
      (choice.technique === null || technique === choice.technique) &&
      (choice.coderId === null || coderId === choice.coderId),
  );
}

const sides: { side: Side | undefined; title: string }[] = [
  { side: 'for', title: 'For: in place or partly' },
  { side: 'against', title: 'Against: planned or not in place' },
  { side: undefined, title: 'Not stated' },
];

/** Returns the codings as rows, one after another or parted by the side they take; empty sides are left out. */
export function toEvidenceRows(codings: readonly Evidence[], isBySide: boolean): EvidenceRow[] {
  if (!isBySide) return codings.map((coding, position) => toRow(coding, position));
  let position = 0;
  return sides.flatMap(({ side, title }): EvidenceRow[] => {
    const ofSide = codings.filter(({ status }) => findSide(status) === side);
    if (ofSide.length === 0) return [];
    const rows = ofSide.map((coding) => toRow(coding, position++));
    return [{ kind: 'heading', id: `side:${side ?? 'none'}`, title, count: ofSide.length }, ...rows];
  });
}

function toRow(coding: Evidence, position: number): EvidenceRow {
  return { kind: 'coding', id: `coding:${coding.id}`, coding, position };
}

/** Returns how many excerpts and codings there are, in words: two coders may have coded one excerpt. */
export function countEvidence(codings: readonly Evidence[]): string {
  const excerpts = new Set(codings.map(({ excerptId }) => excerptId)).size;
  const ofExcerpts = `${excerpts} excerpt${excerpts === 1 ? '' : 's'}`;
  return excerpts === codings.length ? ofExcerpts : `${ofExcerpts}, ${codings.length} codings`;
}

/** Returns where an excerpt stands, in words: transcript, time and turn. Turns are counted from 1. */
export function describePlace({ transcript, time, turnIndex }: Evidence): string {
  return [transcript, time, `turn ${turnIndex + 1}`].filter(Boolean).join(' · ');
}

/** Returns whether somebody speaks for it and somebody against it. */
export function hasBothSides(codings: readonly Evidence[]): boolean {
  const taken = new Set(codings.map(({ status }) => findSide(status)));
  return taken.has('for') && taken.has('against');
}
