import { Title } from '@mantine/core';
import type { Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement, Rating } from '../../electron/ipc/contract/maturity.ts';
import { IntervalTable } from './interval-table.tsx';
import { useMaturityDesk } from './maturity-desk.ts';
import { PlacementForm } from './placement-form.tsx';
import classes from './placement-part.module.css';
import { StageProfile } from './stage-profile.tsx';

type Props = { company: CompanyPlacement; scheme: Scheme; ruleId: string; ratings: readonly Rating[] };

/** One company: its ratings stage by stage, the computed intervals, and the placement. */
export function CompanyPlacementView({ company, scheme, ruleId, ratings }: Props) {
  const heading = company.name === company.label ? company.label : `${company.label} ${company.name}`;
  return (
    <section className={classes.company} aria-label={`Company ${company.label}`}>
      <Title order={2} size="h5">
        {heading}
      </Title>
      <div className={classes.columns}>
        <div className={classes.facts}>
          <StageProfile company={company} scheme={scheme} ratings={ratings} />
          <IntervalTable company={company} scheme={scheme} ruleId={ruleId} />
          <Preconditions
            title="To ask about: a rating would narrow the interval"
            itemRefs={company.narrowing}
            company={company}
            scheme={scheme}
          />
          <Preconditions
            title="In the way of the next stage"
            itemRefs={company.blocking}
            company={company}
            scheme={scheme}
          />
        </div>
        <PlacementForm key={company.companyId} company={company} scheme={scheme} />
      </div>
    </section>
  );
}

type PreconditionsProps = { title: string; itemRefs: string[]; company: CompanyPlacement; scheme: Scheme };

/** Ids of preconditions, each of which leads to its rating. */
function Preconditions({ title, itemRefs, company, scheme }: PreconditionsProps) {
  const openRating = useMaturityDesk((desk) => desk.openRating);
  if (itemRefs.length === 0) return null;
  const nameOf = new Map(
    scheme.stages.flatMap(({ preconditions }) => preconditions.map(({ id, name }) => [id, name])),
  );
  return (
    <div className={classes.items}>
      <h3>{title}</h3>
      <ul>
        {itemRefs.map((itemRef) => (
          <li key={itemRef}>
            <button
              type="button"
              title={nameOf.get(itemRef)}
              aria-label={`${itemRef} ${nameOf.get(itemRef) ?? ''}, rate it in company ${company.label}`}
              onClick={() => openRating(company.companyId, itemRef)}
            >
              {itemRef}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
