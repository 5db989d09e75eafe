import { ColorInput } from '@mantine/core';
import { findContrastProblem, swatches } from './colour-contrast.ts';

type Props = { value: string; onSave: (colour: string) => void };

/** Chooses the colour of a code, from the palette or as #rrggbb; says when it is hard to see in one of the themes. */
export function ColourField({ value, onSave }: Props) {
  const save = (colour: string) => {
    if (/^#[0-9a-f]{6}$/i.test(colour) && colour !== value) onSave(colour);
  };
  return (
    <ColorInput
      size="xs"
      label="Colour"
      description={findContrastProblem(value)}
      inputWrapperOrder={['label', 'input', 'description']}
      format="hex"
      withEyeDropper={false}
      swatches={[...swatches]}
      swatchesPerRow={11}
      value={value}
      onChangeEnd={save}
    />
  );
}
