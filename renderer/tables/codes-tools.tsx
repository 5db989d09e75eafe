import { Checkbox } from '@mantine/core';
import type { CrosstabChoice } from '../../electron/ipc/contract/crosstabs.ts';
import { ChoiceSelect } from './choice-select.tsx';
import type { OrderedCode } from './code-order.ts';
import { CodeTools } from './code-tools.tsx';
import { useTablesDesk } from './tables-desk.ts';
import classes from './tables-screen.module.css';
import { TakeTable } from './take-table.tsx';

const kinds = [
  { value: 'company', label: 'companies' },
  { value: 'transcript', label: 'transcripts' },
  { value: 'practitioner', label: 'practitioners' },
  { value: 'technique', label: 'techniques' },
  { value: 'role', label: 'roles' },
] as const;
const counted = [
  { value: 'excerpts', label: 'excerpts' },
  { value: 'persons', label: 'persons' },
] as const;
const shares = [
  { value: 'number', label: 'numbers' },
  { value: 'row', label: '% of row total' },
  { value: 'column', label: '% of column total' },
  { value: 'table', label: '% of table total' },
] as const;
const orders = [
  { value: 'study', label: 'order of the study' },
  { value: 'name', label: 'name' },
  { value: 'total', label: 'largest total' },
] as const;

type Props = {
  ordered: readonly OrderedCode[];
  choice: CrosstabChoice;
  onCopy: () => void;
  canExport: boolean;
};

/** What is counted in the table of codes, and how it is shown. */
export function CodesTools({ ordered, choice, onCopy, canExport }: Props) {
  const { kind, counts, view, change } = useTablesDesk();
  return (
    <div className={classes.tools} role="toolbar" aria-label="Table of codes">
      <ChoiceSelect
        label="Codes by"
        value={kind}
        options={kinds}
        onChoose={(next) => change({ kind: next })}
      />
      <ChoiceSelect
        label="Count"
        value={counts}
        options={counted}
        onChoose={(next) => change({ counts: next })}
      />
      <ChoiceSelect
        label="Show as"
        value={view.share}
        options={shares}
        onChoose={(share) => change({ view: { ...view, share } })}
      />
      <CodeTools ordered={ordered} />
      <ChoiceSelect
        label="Rows by"
        value={view.rows}
        options={orders}
        onChoose={(rows) => change({ view: { ...view, rows } })}
      />
      <ChoiceSelect
        label="Columns by"
        value={view.columns}
        options={orders}
        onChoose={(columns) => change({ view: { ...view, columns } })}
      />
      <Checkbox
        size="xs"
        label="Hide empty"
        checked={view.hidesEmpty}
        onChange={({ currentTarget }) => change({ view: { ...view, hidesEmpty: currentTarget.checked } })}
      />
      {canExport && (
        <span className={classes.last}>
          <TakeTable name={`Codes by ${kind}`} table={{ table: 'codes', choice, view }} onCopy={onCopy} />
        </span>
      )}
    </div>
  );
}
