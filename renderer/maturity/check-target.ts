import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { CompanyPlacement, Finding } from '../../electron/ipc/contract/maturity.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import { type Place, useDesk } from '../state/desk.ts';
import { useMaturityDesk } from './maturity-desk.ts';

export type FindingItem = Finding['items'][number];

/** What the study has, to find the place that an item of a finding names. */
export type KnownThings = {
  companies: readonly CompanyPlacement[];
  codes: readonly Code[];
  practitioners: readonly Practitioner[];
};

/** Where an item of a finding can be mended. */
export type CheckTarget =
  | { kind: 'passage'; place: Place }
  | { kind: 'transcript'; transcriptId: number }
  | { kind: 'rating'; companyId: number; itemRef: string }
  | { kind: 'placement' }
  | { kind: 'people' }
  | { kind: 'code'; title: string; codeId: number };

/**
 * Returns where an item of a finding leads: the passage or the transcript it names, else the rating of its
 * precondition in its company, else the code, else the placements (for a company that has one) or the people.
 */
export function findTarget(item: FindingItem, known: KnownThings): CheckTarget | undefined {
  const { transcriptId, start, end, itemRef } = item;
  if (transcriptId !== undefined && start !== undefined && end !== undefined) {
    return { kind: 'passage', place: { transcriptId, start, end } };
  }
  if (transcriptId !== undefined) return { kind: 'transcript', transcriptId };
  const company = known.companies.find(({ label }) => label === item.company);
  const code =
    itemRef === undefined
      ? undefined
      : known.codes.find((one) => one.itemRef === itemRef || one.name === itemRef);
  if (company && code?.kind === 'precondition') {
    return { kind: 'rating', companyId: company.companyId, itemRef: code.itemRef ?? code.name };
  }
  if (code) return { kind: 'code', title: code.name, codeId: code.id };
  const isOfPerson =
    item.participant !== undefined ||
    known.practitioners.some(({ name }) => item.description.startsWith(name));
  if (isOfPerson) return { kind: 'people' };
  return company ? { kind: 'placement' } : undefined;
}

/** Shows the place. */
export function openTarget(target: CheckTarget): void {
  const desk = useDesk.getState();
  const maturity = useMaturityDesk.getState();
  if (target.kind === 'passage') desk.openPlace(target.place);
  else if (target.kind === 'transcript') desk.openTranscript(target.transcriptId);
  else if (target.kind === 'rating') maturity.openRating(target.companyId, target.itemRef);
  else if (target.kind === 'placement') maturity.showPart('placement');
  else if (target.kind === 'people') desk.showScreen('people');
  else desk.showEvidence({ title: target.title, filter: { codeIds: [target.codeId] } });
}
