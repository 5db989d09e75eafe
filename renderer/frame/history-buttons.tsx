import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useFrame } from './frame-state.ts';
import { keyName } from './key-names.ts';
import { redoStep, undoStep } from './undo.ts';

/** Undo and redo; their tooltips name the step they would act on. */
export function HistoryButtons() {
  const { undo, redo } = useFrame((frame) => frame.history);
  return (
    <>
      <Tooltip label={undo === null ? 'Nothing to undo' : `Undo: ${undo} (${keyName('Z')})`}>
        <ActionIcon
          aria-label={undo === null ? 'Undo' : `Undo: ${undo}`}
          onClick={() => void undoStep()}
          disabled={undo === null}
          bg="transparent"
        >
          <IconArrowBackUp size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redo === null ? 'Nothing to redo' : `Redo: ${redo} (${keyName('Shift', 'Z')})`}>
        <ActionIcon
          aria-label={redo === null ? 'Redo' : `Redo: ${redo}`}
          onClick={() => void redoStep()}
          disabled={redo === null}
          bg="transparent"
        >
          <IconArrowForwardUp size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
