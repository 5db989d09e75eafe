import { ActionIcon, Tooltip } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { type EvidenceRequest, useDesk } from '../state/desk.ts';
import { useCodes, usePractitioners } from '../state/queries.ts';
import { useRetrieval } from '../state/retrieval.ts';
import { toQuestion } from './evidence-question.ts';

/** Goes on from a list of evidence in the retrieval, which asks the same and can be asked more. */
export function RefineButton({ request }: { request: EvidenceRequest }) {
  const { data: codes } = useCodes();
  const { data: practitioners } = usePractitioners();
  return (
    <Tooltip label="Refine in retrieval">
      <ActionIcon
        aria-label="Refine in retrieval"
        disabled={!codes || !practitioners}
        onClick={() => {
          const practitionerIds = (practitioners ?? []).map(({ id }) => id);
          useRetrieval.getState().ask(toQuestion(request.filter, { codes: codes ?? [], practitionerIds }));
          useDesk.getState().showRetrieval();
        }}
      >
        <IconListSearch size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
