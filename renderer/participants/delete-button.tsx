import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { runAction } from '../widgets/run-action.ts';
import styles from './participants.module.css';

/** Deletes at once, since undo brings everything back. `what` names the thing, such as `practitioner A-01`. */
export function DeleteButton({ what, onDelete }: { what: string; onDelete: () => Promise<unknown> }) {
  return (
    <ActionIcon
      className={styles.delete ?? ''}
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={`Delete ${what}`}
      title={`Delete ${what} (undo brings it back)`}
      onClick={() => void runAction(onDelete)}
    >
      <IconTrash size={15} stroke={1.6} />
    </ActionIcon>
  );
}
