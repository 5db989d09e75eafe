import { ActionIcon, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { useShownCoders } from '../state/coders.ts';
import { type EvidenceRequest, useDesk } from '../state/desk.ts';
import { useEvidence } from '../state/queries.ts';
import { EvidenceFilterBar } from './evidence-filter-bar.tsx';
import { EvidenceList } from './evidence-list.tsx';
import classes from './evidence-panel.module.css';
import {
  countEvidence,
  everything,
  filterEvidence,
  hasBothSides,
  listChoices,
  toEvidenceRows,
} from './evidence-rows.ts';
import { RefineButton } from './refine-button.tsx';
import { useFocusWhileOpen } from './use-focus-while-open.ts';

/** The excerpts behind a number, a cell or a mark. Give it a key: a new request starts with its own filters. */
export function EvidencePanel({ request }: { request: EvidenceRequest }) {
  const closeSide = useDesk((desk) => desk.closeSide);
  const shown = useShownCoders().ids;
  const filter = shown ? { coderIds: [...shown], ...request.filter } : request.filter;
  const { data, isPlaceholderData, error } = useEvidence(filter);
  const codings = isPlaceholderData ? undefined : data;
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label="Evidence"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        closeSide();
      }}
    >
      <header className={classes.head}>
        <div className={classes.words}>
          <Title order={2} size="h6">
            {request.title}
          </Title>
          <Text size="xs" c="dimmed" role="status">
            {codings ? countEvidence(codings) : 'Reading …'}
          </Text>
        </div>
        <RefineButton request={request} />
        <ActionIcon aria-label="Close evidence" onClick={() => closeSide()}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {error && (
        <Text size="sm" p="md" role="alert">
          {error.message}
        </Text>
      )}
      {codings?.length === 0 && <NothingFound />}
      {codings && codings.length > 0 && <FilteredList codings={codings} isClaim={isClaim(request)} />}
    </section>
  );
}

/** Whether the request is for one item in one company, where those for and those against answer each other. */
function isClaim({ filter: { companyId, codeIds, itemRefs } }: EvidenceRequest): boolean {
  return companyId !== undefined && [codeIds, itemRefs].some((items) => items?.length === 1);
}

function FilteredList({ codings, isClaim }: { codings: Evidence[]; isClaim: boolean }) {
  const [choice, setChoice] = useState(everything);
  const [isBySide, setBySide] = useState(isClaim && hasBothSides(codings));
  const choices = useMemo(() => listChoices(codings), [codings]);
  const rows = useMemo(
    () => toEvidenceRows(filterEvidence(codings, choice), isBySide),
    [codings, choice, isBySide],
  );
  return (
    <>
      <EvidenceFilterBar
        choices={choices}
        choice={choice}
        onChoose={setChoice}
        isBySide={isBySide}
        onPartBySide={setBySide}
      />
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          No excerpt fits these filters.
        </Text>
      ) : (
        <EvidenceList rows={rows} />
      )}
    </>
  );
}

function NothingFound() {
  return (
    <Text size="sm" c="dimmed" p="md">
      Nobody speaks of this yet: there is no excerpt behind this number.
    </Text>
  );
}
