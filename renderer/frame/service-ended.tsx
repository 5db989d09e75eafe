import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFrame } from './frame-state.ts';
import { runOutcome } from './study-files.ts';

/** When the study's service has ended by itself nothing can be done but to open the study once more. */
export function ServiceEnded() {
  const { ended, noteEnd } = useFrame();
  const [isOpening, setOpening] = useState(false);
  useEffect(() => window.casebench.onStudyEnded(noteEnd), [noteEnd]);
  const reopen = async () => {
    setOpening(true);
    await runOutcome(() => window.casebench.reopenStudy());
    setOpening(false);
  };
  return (
    <Modal
      opened={ended !== null}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="The study has to be opened again"
    >
      <Text size="sm">{ended} Everything you did before is saved in the study.</Text>
      <Group justify="flex-end" mt="lg">
        <Button onClick={() => void reopen()} loading={isOpening} data-autofocus>
          Reopen the study
        </Button>
      </Group>
    </Modal>
  );
}
