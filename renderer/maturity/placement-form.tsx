import { Button, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { describePlacement } from '../../db/model/placement.ts';
import { getHighestStage, type Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { SavedField } from '../widgets/saved-field.tsx';
import { changePlacement, clearPlacement } from './judgement-actions.ts';
import classes from './placement-form.module.css';
import { findPlacementRemark, listPlaces } from './placement-view.ts';

type Props = { company: CompanyPlacement; scheme: Scheme };

/** Where the researcher puts the company, since when, and why. */
export function PlacementForm({ company, scheme }: Props) {
  const { companyId, placement, label } = company;
  const remark = findPlacementRemark(company);
  return (
    <div className={classes.form}>
      <h3>Placement</h3>
      <fieldset className={classes.places} aria-label={`Placement of company ${label}`}>
        {listPlaces(getHighestStage(scheme)).map((place) => (
          <button
            key={place}
            type="button"
            className={classes.place}
            data-half={!Number.isInteger(place) || undefined}
            aria-pressed={placement === place}
            title={describePlacement(place)}
            onClick={() => void changePlacement(companyId, { value: place })}
          >
            <VisuallyHidden>{describePlacement(place)}</VisuallyHidden>
            <span aria-hidden>{place}</span>
          </button>
        ))}
      </fieldset>
      <p className={classes.state}>
        {placement === null ? 'Not placed yet' : capitalise(describePlacement(placement))}
        {placement !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => void clearPlacement(companyId)}
          >
            Clear placement
          </Button>
        )}
      </p>
      {remark !== null && (
        <p className={classes.remark} role="note">
          {remark}
        </p>
      )}
      {placement !== null && <Grounds company={company} />}
    </div>
  );
}

function Grounds({ company: { companyId, rationale, date } }: { company: CompanyPlacement }) {
  return (
    <>
      <SavedField value={rationale} onSave={(text) => void changePlacement(companyId, { rationale: text })}>
        {(field) => <Textarea {...field} size="sm" autosize minRows={3} maxRows={12} label="Rationale" />}
      </SavedField>
      <SavedField
        value={date ?? ''}
        onSave={(day) => void changePlacement(companyId, { date: day === '' ? null : day })}
      >
        {(field) => (
          <TextInput {...field} type="date" size="xs" label="Date" className={classes.date ?? ''} />
        )}
      </SavedField>
    </>
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
