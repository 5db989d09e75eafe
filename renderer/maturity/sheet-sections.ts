import { groupEvidence } from '../../db/analysis/evidence-sheet.ts';
import type { Status } from '../../db/model/coding.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';

/** A part of the evidence sheet with the codings in it. */
export type SheetSection = { id: string; title: string; codings: Evidence[] };

const weaknessTitles: Partial<Record<Status, string>> = {
  partly: 'Weaknesses: only partly in place',
  planned: 'Weaknesses: only planned',
  'not in place': 'Weaknesses: not in place',
};

/** Returns the coding as the analysis reads it: its sources are the practitioners whose words it covers. */
export function toSheetCoding(coding: Evidence): Evidence & { practitionerIds: number[] } {
  return { ...coding, practitionerIds: coding.speakers.map(({ practitionerId }) => practitionerId) };
}

/** Returns the sections of the sheet that hold something, what weighs most first. */
export function listSheetSections(codings: readonly Evidence[]): SheetSection[] {
  const sheet = groupEvidence(codings.map(toSheetCoding));
  const sections: SheetSection[] = [
    { id: 'artefacts', title: 'Artefacts', codings: sheet.artefacts },
    { id: 'indirect', title: 'Indirect artefacts', codings: sheet.indirectArtefacts },
    { id: 'affirmations', title: 'Affirmations', codings: sheet.affirmations },
    ...sheet.weaknesses.map(({ status, codings: weak }) => ({
      id: status,
      title: weaknessTitles[status] ?? status,
      codings: weak,
    })),
    { id: 'not-stated', title: 'Without a status', codings: sheet.notStated },
    { id: 'unattributed', title: 'Without a practitioner: no source', codings: sheet.unattributed },
  ];
  return sections.filter((section) => section.codings.length > 0);
}

/** Returns the codings by the item they are of, in the order of the items; items without codings are left out. */
export function listLinkedSections(
  codings: readonly Evidence[],
  itemRefs: readonly string[],
): SheetSection[] {
  return itemRefs
    .map((itemRef) => {
      const ofItem = codings.filter((coding) => coding.itemRef === itemRef);
      return { id: itemRef, title: `${itemRef} ${ofItem[0]?.code ?? ''}`, codings: ofItem };
    })
    .filter((section) => section.codings.length > 0);
}

/** Returns the list with the id added or, if it is there already, taken out. */
export function toggleId(ids: readonly number[], id: number): number[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
