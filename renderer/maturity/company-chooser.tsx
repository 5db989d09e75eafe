import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { useMaturityDesk } from './maturity-desk.ts';
import classes from './rating-part.module.css';

type Props = { companies: readonly CompanyPlacement[]; chosen: CompanyPlacement };

/** Chooses the company: side by side while they fit, as a list when there are many. */
export function CompanyChooser({ companies, chosen }: Props) {
  const chooseCompany = useMaturityDesk((desk) => desk.chooseCompany);
  const shared = {
    size: 'xs',
    'aria-label': 'Company',
    value: String(chosen.companyId),
  } as const;
  const isShort = companies.length <= 6 && companies.every(({ label }) => label.length <= 6);
  return (
    <div className={classes.company}>
      {isShort ? (
        <SegmentedControl
          {...shared}
          fullWidth
          data={companies.map(({ companyId, label }) => ({ value: String(companyId), label }))}
          onChange={(value) => chooseCompany(Number(value))}
        />
      ) : (
        <NativeSelect
          {...shared}
          data={companies.map(({ companyId, label, name }) => ({
            value: String(companyId),
            label: name === label ? label : `${label} ${name}`,
          }))}
          onChange={({ currentTarget }) => chooseCompany(Number(currentTarget.value))}
        />
      )}
      <p className={classes.companyName}>{isShort && chosen.name !== chosen.label ? chosen.name : ''}</p>
    </div>
  );
}
