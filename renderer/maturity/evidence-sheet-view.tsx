import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { readEvidence } from '../../db/analysis/evidence-sheet.ts';
import { ratingNames } from '../../db/model/rating.ts';
import { listSupportingActivities, type Scheme } from '../../db/model/scheme.ts';
import type { Claim, CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { useShownCoders } from '../state/coders.ts';
import { useDesk } from '../state/desk.ts';
import { useEvidence } from '../state/queries.ts';
import { ClaimMarkIcon } from '../widgets/claim-mark-icons.tsx';
import { listClaimMarks } from '../widgets/claim-marks.ts';
import { DegreeMark } from '../widgets/degree-mark.tsx';
import classes from './evidence-sheet-view.module.css';
import { changeRating } from './judgement-actions.ts';
import type { PreconditionRow } from './rating-rows.ts';
import { SheetExcerpts } from './sheet-excerpts.tsx';
import { listLinkedSections, listSheetSections, toggleId, toSheetCoding } from './sheet-sections.ts';

type Props = { company: CompanyPlacement; row: PreconditionRow; scheme: Scheme };

/** All that was said of a precondition in a company, in the groups in which one weighs it. */
export function EvidenceSheetView({ company, row, scheme }: Props) {
  const { precondition, claim, rating } = row;
  const linked = listSupportingActivities(scheme, precondition.id);
  const coderIds = useShownCoders().ids;
  const { data, isPlaceholderData } = useEvidence({
    ...(coderIds ? { coderIds: [...coderIds] } : {}),
    companyId: company.companyId,
    itemRefs: [precondition.id, ...linked],
  });
  const codings = useMemo(
    () => (isPlaceholderData ? [] : (data ?? [])).filter(({ itemRef }) => itemRef === precondition.id),
    [data, isPlaceholderData, precondition.id],
  );
  if (!data || isPlaceholderData) return null;
  const linkedSections = listLinkedSections(data, linked);
  const ticked = rating?.excerptIds ?? [];
  const tick = (excerptId: number) =>
    void changeRating(company.companyId, precondition.id, {
      excerptIds: (former) => toggleId(former, excerptId),
    });
  return (
    <section className={classes.sheet} aria-label="Evidence sheet">
      <Strength claim={claim} company={company} itemRef={precondition.id} />
      <Hint reading={readEvidence(codings.map(toSheetCoding))} />
      {codings.length === 0 && (
        <Text size="sm" c="dimmed">
          No passage of company {company.label} is coded with {precondition.id}.
        </Text>
      )}
      {listSheetSections(codings).map((section) => (
        <SheetExcerpts key={section.id} section={section} ticked={ticked} onTick={tick} />
      ))}
      {linkedSections.length > 0 && (
        <details className={classes.linked} open={codings.length === 0}>
          <summary>
            Linked activities:{' '}
            {linkedSections.map(({ id, codings: { length } }) => `${id} (${length})`).join(', ')}
          </summary>
          <p className={classes.reading}>A reading, no rule: {scheme.supports?.reading}</p>
          {linkedSections.map((section) => (
            <SheetExcerpts key={section.id} section={section} ticked={ticked} onTick={tick} />
          ))}
        </details>
      )}
    </section>
  );
}

/** How well the claim is triangulated, and who contradicts whom. */
function Strength({
  claim,
  company,
  itemRef,
}: {
  claim: Claim | undefined;
  company: CompanyPlacement;
  itemRef: string;
}) {
  const showEvidence = useDesk((desk) => desk.showEvidence);
  if (!claim) return null;
  return (
    <div className={classes.strength}>
      <p>
        <b>Degree</b> <DegreeMark degree={claim.degree} /> {claim.reason}
      </p>
      {listClaimMarks(claim).map(({ sign, meaning }) => (
        <p key={sign} className={classes.mark} data-sign={sign}>
          {sign !== '+i' && <ClaimMarkIcon sign={sign} />} {meaning}
        </p>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          showEvidence({
            title: `${company.label} · ${itemRef}`,
            filter: { companyId: company.companyId, itemRefs: [itemRef] },
          })
        }
      >
        {claim.conflict || claim.self ? 'Compare both sides' : 'Open the evidence'}
      </Button>
    </div>
  );
}

/** What the evidence would allow at most; never applied by itself. */
function Hint({ reading }: { reading: ReturnType<typeof readEvidence> }) {
  return (
    <p className={classes.hint}>
      Read like SCAMPI, the evidence allows at most <b>{reading.allows}</b> ({ratingNames[reading.allows]}).{' '}
      {reading.sentence} <span>A hint; the rating is yours.</span>
    </p>
  );
}
