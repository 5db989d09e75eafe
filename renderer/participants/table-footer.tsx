import { Button } from '@mantine/core';
import { showNotice } from '../widgets/run-action.ts';
import styles from './table-dialog.module.css';
import { countOutcomes, describeApplied, describeApply, explainOutcomes } from './table-import.ts';
import type { TableImport } from './use-table-import.ts';

type Props = { work: TableImport; onClose: () => void };

/** The button that applies the table, and beside it why it cannot, or what is left out. */
export function TableFooter({ work, onClose }: Props) {
  const { prepared, outcomes, applied, isBusy } = work;
  if (!prepared) return null;
  const counts = countOutcomes(outcomes ?? []);
  const reason = outcomes ? explainOutcomes(prepared.look, prepared.fields, counts) : undefined;
  const apply = async () => {
    const done = await work.apply();
    if (!done || done.refused > 0) return;
    onClose();
    showNotice(describeApplied(prepared.table, done), 'One undo takes it back.');
  };
  return (
    // The button stands at the left, because messages about problems appear at the lower right.
    <div className={styles.footer}>
      <Button
        size="sm"
        loading={isBusy}
        disabled={!outcomes || counts.added + counts.changed === 0}
        onClick={() => void apply()}
      >
        {describeApply(prepared.table, counts)}
      </Button>
      <span role="status" className={styles.meaning}>
        {[applied, reason].filter(Boolean).join(' ')}
      </span>
    </div>
  );
}
