import { Menu, VisuallyHidden } from '@mantine/core';
import { ratingNames } from '../../db/model/rating.ts';
import type { Scheme, Stage } from '../../db/model/scheme.ts';
import type { CompanyPlacement, Rating } from '../../electron/ipc/contract/maturity.ts';
import { useDesk } from '../state/desk.ts';
import { useMaturityDesk } from './maturity-desk.ts';
import { type ProfilePart, profileStage } from './placement-view.ts';
import { signOfRating } from './rating-rows.ts';
import classes from './stage-profile.module.css';

type Props = { company: CompanyPlacement; scheme: Scheme; ratings: readonly Rating[] };

/** The ratings of a company, one bar a stage from the highest down; each part opens what it counts. */
export function StageProfile({ company, scheme, ratings }: Props) {
  const stages = scheme.stages.filter(({ preconditions }) => preconditions.length > 0).toReversed();
  const widest = Math.max(...stages.map(({ preconditions }) => preconditions.length));
  return (
    <ul className={classes.profile} aria-label={`Ratings of company ${company.label} by stage`}>
      {stages.map((stage) => (
        <li key={stage.number}>
          <span className={classes.stage} title={stage.name}>
            <i style={{ background: `var(--stage-${Math.min(stage.number, 8)})` }} aria-hidden />
            {stage.number} {stage.name}
          </span>
          <span className={classes.track}>
            <span
              className={classes.bar}
              style={{ width: `${(stage.preconditions.length / widest) * 100}%` }}
            >
              {profileStage(stage, company.companyId, ratings).map((part) => (
                <BarPart key={part.value} part={part} stage={stage} company={company} />
              ))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type PartProps = { part: ProfilePart; stage: Stage; company: CompanyPlacement };

function BarPart({ part, stage, company }: PartProps) {
  const openRating = useMaturityDesk((desk) => desk.openRating);
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const { value, itemRefs, excerptIds } = part;
  const nameOf = new Map(stage.preconditions.map(({ id, name }) => [id, name]));
  const title = `${company.label} · stage ${stage.number} · ${ratingNames[value]}`;
  return (
    <Menu position="bottom-start" width={340} returnFocus>
      <Menu.Target>
        <button
          type="button"
          className={classes.part}
          data-value={value}
          style={{ flexGrow: itemRefs.length }}
          title={`${itemRefs.length} ${ratingNames[value]}`}
        >
          <VisuallyHidden>
            Stage {stage.number} in company {company.label}: {itemRefs.length} {ratingNames[value]}
          </VisuallyHidden>
          <span aria-hidden>
            {itemRefs.length} <b>{signOfRating(value)}</b>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>{ratingNames[value]}: open the rating of</Menu.Label>
        {itemRefs.map((itemRef) => (
          <Menu.Item key={itemRef} onClick={() => openRating(company.companyId, itemRef)}>
            {itemRef} {nameOf.get(itemRef)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {excerptIds.length > 0 && (
          <Menu.Item
            onClick={() => showEvidence({ title, filter: { companyId: company.companyId, excerptIds } })}
          >
            Excerpts these ratings rest on ({excerptIds.length})
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() => showEvidence({ title, filter: { companyId: company.companyId, itemRefs } })}
        >
          All evidence on these preconditions
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
