import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import { quoteCodes } from './code-actions.ts';
import { ColourField } from './colour-field.tsx';

type Props = { codes: readonly Code[]; meant: readonly Code[]; onClose: () => void };

/** Gives open codes another colour. */
export function ColourDialog({ codes, meant, onClose }: Props) {
  const ids = meant.map(({ id }) => id);
  const [colour, setColour] = useState(meant[0]?.colour ?? '#78808a');
  const save = () => {
    onClose();
    void runAction(() => getStudyApi().code.recolour({ ids, colour }));
  };
  return (
    <Modal opened onClose={onClose} title={`Colour of ${quoteCodes(codes, ids)}`} size="sm">
      <ColourField value={colour} isFocused onSave={setColour} />
      <Group justify="end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={save}>Set the colour</Button>
      </Group>
    </Modal>
  );
}
