import { Button, ColorPicker, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';
import { quoteCodes } from './code-actions.ts';
import { findContrastProblem, swatches } from './colour-contrast.ts';

type Props = { codes: readonly Code[]; meant: readonly Code[]; onClose: () => void };

/** Gives open codes another colour. */
export function ColourDialog({ codes, meant, onClose }: Props) {
  const ids = meant.map(({ id }) => id);
  const [colour, setColour] = useState(meant[0]?.colour ?? '#78808a');
  const isColour = /^#[0-9a-f]{6}$/i.test(colour);
  const save = () => {
    onClose();
    void runAction(() => getStudyApi().code.recolour({ ids, colour }));
  };
  return (
    <Modal opened onClose={onClose} title={`Colour of ${quoteCodes(codes, ids)}`} size="sm">
      <TextInput
        size="xs"
        mb="xs"
        label="Colour, as #rrggbb"
        data-autofocus
        value={colour}
        error={isColour ? undefined : 'Six digits from 0 to f after a #, such as #4f74e8.'}
        description={isColour ? findContrastProblem(colour) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => setColour(event.currentTarget.value)}
      />
      <ColorPicker
        fullWidth
        format="hex"
        swatches={[...swatches]}
        swatchesPerRow={11}
        saturationLabel="Strength and brightness"
        hueLabel="Hue"
        value={isColour ? colour : '#78808a'}
        onChange={setColour}
      />
      <Group justify="end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!isColour} onClick={save}>
          Set the colour
        </Button>
      </Group>
    </Modal>
  );
}
