import { Radio, Text } from '@mantine/core';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import type { StudySummary } from '../../electron/ipc/contract/study.ts';
import { useRatings } from '../state/queries.ts';
import { CompanyPlacementView } from './company-placement-view.tsx';
import { chooseRule } from './judgement-actions.ts';
import classes from './placement-part.module.css';

type Props = { study: StudySummary; placements: readonly CompanyPlacement[] };

/** What the ratings of each company amount to, and where the researcher puts it. */
export function PlacementPart({ study, placements }: Props) {
  const ratings = useRatings().data;
  if (!ratings) return null;
  const { scheme, ruleId } = study;
  return (
    <section className={classes.part} aria-label="Placement">
      <Radio.Group
        className={classes.rules}
        label="Rule for the computed stage"
        size="xs"
        value={ruleId}
        onChange={(value) => void chooseRule(value)}
      >
        <div className={classes.ruleList}>
          {scheme.rules.map(({ id, name, definition }) => (
            <Radio key={id} size="xs" value={id} label={name} description={definition} />
          ))}
        </div>
      </Radio.Group>
      <Text size="xs" c="dimmed" className={classes.note}>
        An unknown rating is read as N for the lower end of an interval and as F for its upper end.
      </Text>
      {placements.map((company) => (
        <CompanyPlacementView
          key={company.companyId}
          company={company}
          scheme={scheme}
          ruleId={ruleId}
          ratings={ratings}
        />
      ))}
    </section>
  );
}
