import { Button } from '@mantine/core';
import type { ReviewedChange } from '../../../electron/ipc/contract/editing.ts';
import { count } from '../../widgets/count.ts';
import { FullSheet } from '../../widgets/full-sheet.tsx';
import { EditReview } from './edit-review.tsx';
import classes from './editing.module.css';
import { useEditing } from './editing-store.ts';
import { saveChange } from './save-edit.ts';

/** What bringing a former text back does to the coded passages, before it is done. */
export function RestoringSheet() {
  const restoring = useEditing((editing) => editing.restoring);
  const leave = () => useEditing.getState().showRestoring(null);
  if (!restoring) return null;
  const { name, effect } = restoring;
  const lost = effect.lost.length;
  return (
    <FullSheet
      opened
      onClose={leave}
      title={`Bring back a former text of ${name}`}
      closeLabel="Close, and leave the text as it is"
    >
      <div className={classes.scroller}>
        <EditReview effect={effect} />
      </div>
      <footer className={classes.foot}>
        <span className={classes.said} />
        <Button size="xs" variant="default" onClick={leave}>
          Leave the text as it is
        </Button>
        <Button size="xs" onClick={() => void bringBackNow(restoring)}>
          {lost > 0 ? `Bring it back and lose ${count(lost, 'passage')}` : 'Bring it back'}
        </Button>
      </footer>
    </FullSheet>
  );
}

async function bringBackNow(restoring: ReviewedChange): Promise<void> {
  if (await saveChange(restoring)) useEditing.getState().showRestoring(null);
}
