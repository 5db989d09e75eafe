import { useMemo, useRef } from 'react';
import type { Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { useMatrix, useRatings } from '../state/queries.ts';
import { CompanyChooser } from './company-chooser.tsx';
import { EvidenceSheetView } from './evidence-sheet-view.tsx';
import { changeRating } from './judgement-actions.ts';
import { useMaturityDesk } from './maturity-desk.ts';
import { PreconditionList } from './precondition-list.tsx';
import { RatingForm } from './rating-form.tsx';
import classes from './rating-part.module.css';
import { findRatingOfKey, listStageRows } from './rating-rows.ts';

type Props = { scheme: Scheme; companies: readonly CompanyPlacement[] };

/** One precondition of one company at a time: the evidence, and what the researcher makes of it. */
export function RatingPart({ scheme, companies }: Props) {
  const desk = useMaturityDesk();
  const ratings = useRatings().data;
  const matrix = useMatrix().data;
  const company = companies.find(({ companyId }) => companyId === desk.companyId) ?? companies[0];
  const sheet = useRef<HTMLDivElement>(null);
  const stages = useMemo(
    () => (company ? listStageRows(scheme, company.companyId, ratings ?? [], matrix?.claims ?? []) : []),
    [scheme, company, ratings, matrix],
  );
  const rows = stages.flatMap((stage) => stage.rows);
  const row = rows.find(({ precondition }) => precondition.id === desk.itemRef) ?? rows[0];
  if (!company || !row || !ratings) return null;
  const itemRef = row.precondition.id;
  const stage = stages.find(({ stage: { preconditions } }) =>
    preconditions.includes(row.precondition),
  )?.stage;

  return (
    <section
      className={classes.part}
      aria-label="Rating"
      onKeyDown={(event) => {
        const value = isTyping(event.target) || hasModifier(event) ? undefined : findRatingOfKey(event.key);
        if (value === undefined) return;
        event.preventDefault();
        void changeRating(company.companyId, itemRef, { value });
      }}
    >
      <div className={classes.side}>
        <CompanyChooser companies={companies} chosen={company} />
        <PreconditionList
          stages={stages}
          chosen={itemRef}
          onChoose={(id) => {
            desk.choosePrecondition(id);
            sheet.current?.scrollTo({ top: 0 });
          }}
        />
      </div>
      <div ref={sheet} className={classes.sheet}>
        <RatingForm
          key={`${company.companyId}:${itemRef}`}
          company={company}
          row={row}
          stage={stage}
          scheme={scheme}
        />
        <EvidenceSheetView company={company} row={row} scheme={scheme} />
      </div>
    </section>
  );
}

function isTyping(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function hasModifier(event: React.KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
