import { Title, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { describeInterval, describePlacement } from '../../db/model/placement.ts';
import type { Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { useMatrix, useRatings } from '../state/queries.ts';
import classes from './company-ratings.module.css';
import { useMaturityDesk } from './maturity-desk.ts';
import { describeRating, listStageRows } from './rating-rows.ts';
import { RatingSign } from './rating-sign.tsx';

type Props = { company: CompanyPlacement; scheme: Scheme };

/** The ratings beneath a company's mark, stage by stage; each leads to its evidence sheet. */
export function CompanyRatings({ company, scheme }: Props) {
  const openRating = useMaturityDesk((desk) => desk.openRating);
  const ratings = useRatings().data;
  const claims = useMatrix().data?.claims;
  const stages = useMemo(
    () => listStageRows(scheme, company.companyId, ratings ?? [], claims ?? []),
    [scheme, company, ratings, claims],
  );
  const { placement, computed, label, rationale } = company;
  return (
    <section className={classes.ratings} aria-label={`Ratings of company ${label}`}>
      <Title order={2} size="h6">
        Company {label}: {placement === null ? 'not placed' : describePlacement(placement)}, computed{' '}
        {describeInterval(computed)}
      </Title>
      {rationale !== '' && <p className={classes.rationale}>{rationale}</p>}
      {stages.map(({ stage, rows }) => (
        <div key={stage.number} className={classes.stage}>
          <h3>
            {stage.number} {stage.name}
          </h3>
          <ul>
            {rows.map(({ precondition, rating }) => (
              <li key={precondition.id}>
                <button
                  type="button"
                  title={`${precondition.id} ${precondition.name}`}
                  onClick={() => openRating(company.companyId, precondition.id)}
                >
                  {precondition.id} <RatingSign rating={rating} />
                  <VisuallyHidden>
                    {precondition.name}: {describeRating(rating)}
                  </VisuallyHidden>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
