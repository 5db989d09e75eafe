import { openQuestion, type Question } from '../../db/model/retrieval.ts';
import type { EvidenceRequest } from '../state/desk.ts';

type Filter = EvidenceRequest['filter'];

/** What the question needs to know of the study: its codes, and the ids of its practitioners. */
export type Known = {
  codes: readonly { id: number; itemRef: string | null }[];
  practitionerIds: readonly number[];
};

/** Returns the question to the codings whose answer is what the evidence lists. */
export function toQuestion(filter: Filter, known: Known): Question {
  const { companyId, companyIds, techniques, excerptIds, transcriptId, coderIds, statuses, roles } = filter;
  const ids = listCodeIds(filter, known.codes);
  const companies = companyId === undefined ? companyIds : [companyId];
  const practitionerIds = listPractitionerIds(filter, known.practitionerIds);
  return {
    ...openQuestion,
    filter: {
      ...(ids && { codes: { ids, withSubCodes: false } }),
      ...(companies && { companyIds: companies }),
      ...(techniques && { techniques }),
      ...(practitionerIds && { practitionerIds }),
      ...(roles && { roles }),
      ...(statuses && { statuses }),
      ...(excerptIds && { excerptIds }),
      ...(transcriptId !== undefined && { transcriptIds: [transcriptId] }),
      ...(coderIds && { coderIds }),
    },
  };
}

/** Codes may be named by their ids, by those of the scheme's items, or by both, of which both must then be true. */
function listCodeIds({ codeIds, itemRefs }: Filter, codes: Known['codes']): number[] | undefined {
  if (!itemRefs) return codeIds;
  const ofItems = codes.filter(({ itemRef }) => itemRef !== null && itemRefs.includes(itemRef));
  return ofItems.map(({ id }) => id).filter((id) => codeIds?.includes(id) ?? true);
}

/** Words of some practitioner are those of any of them; a role says as much. */
function listPractitionerIds(
  { practitionerId, roles, isSpoken }: Filter,
  all: readonly number[],
): number[] | undefined {
  if (practitionerId !== undefined) return [practitionerId];
  return isSpoken && roles === undefined ? [...all] : undefined;
}
