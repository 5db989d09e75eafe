import { ActionIcon, Tooltip } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { openQuestion, type Question } from '../../db/model/retrieval.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { type EvidenceRequest, useDesk } from '../state/desk.ts';
import { useCodes } from '../state/queries.ts';
import { useRetrieval } from '../state/retrieval.ts';

/** Goes on from a list of evidence in the retrieval, which asks the same and can be asked more. */
export function RefineButton({ request }: { request: EvidenceRequest }) {
  const { data: codes } = useCodes();
  return (
    <Tooltip label="Refine in retrieval">
      <ActionIcon
        aria-label="Refine in retrieval"
        disabled={!codes}
        onClick={() => {
          useRetrieval.getState().ask(toQuestion(request, codes ?? []));
          useDesk.getState().showRetrieval();
        }}
      >
        <IconListSearch size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function toQuestion({ filter }: EvidenceRequest, codes: readonly Code[]): Question {
  const { companyId, techniques, practitionerId, excerptIds, transcriptId, coderIds } = filter;
  const ids = listCodeIds(filter, codes);
  return {
    ...openQuestion,
    filter: {
      ...(ids && { codes: { ids, withSubCodes: false } }),
      ...(companyId !== undefined && { companyIds: [companyId] }),
      ...(techniques && { techniques }),
      ...(practitionerId !== undefined && { practitionerIds: [practitionerId] }),
      ...(excerptIds && { excerptIds }),
      ...(transcriptId !== undefined && { transcriptIds: [transcriptId] }),
      ...(coderIds && { coderIds }),
    },
  };
}

/** Codes may be named by their ids, by those of the scheme's items, or by both, of which both must then be true. */
function listCodeIds(
  { codeIds, itemRefs }: EvidenceRequest['filter'],
  codes: readonly Code[],
): number[] | undefined {
  if (!itemRefs) return codeIds;
  const ofItems = codes.filter(({ itemRef }) => itemRef !== null && itemRefs.includes(itemRef));
  return ofItems.map(({ id }) => id).filter((id) => codeIds?.includes(id) ?? true);
}
