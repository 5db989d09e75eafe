import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getStudyApi } from '../api.ts';
import { runAction, showNotice } from './run-action.ts';

/** Tells what a step did and offers to undo it. `label` is that of the step, so that nothing else is ever undone. */
export function showUndoable(message: string, label: string): void {
  const id = `undo ${label} ${Date.now()}`;
  const undo = async () => {
    notifications.hide(id);
    await runAction(async () => {
      const { history } = await getStudyApi().study.get();
      if (history.undo === label) await getStudyApi().history.undo();
      else showNotice('Something was done since', 'Use Undo in the bar at the top, step by step.');
    });
  };
  notifications.show({
    id,
    message: (
      <>
        {message}{' '}
        <Button size="compact-xs" variant="light" ml={4} onClick={() => void undo()}>
          Undo
        </Button>
      </>
    ),
    autoClose: 12_000,
    role: 'status',
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
