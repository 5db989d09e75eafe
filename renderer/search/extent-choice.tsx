import { Radio, Stack } from '@mantine/core';
import { type PassageExtent, passageExtents } from '../../db/model/search/passages.ts';

const names: Record<PassageExtent, string> = {
  hit: 'The words found alone',
  sentence: 'Their sentence',
  paragraph: 'Their paragraph',
  turn: 'The whole turn',
};

type Props = { value: PassageExtent; onChoose: (extent: PassageExtent) => void };

/** How much around each hit is coded. */
export function ExtentChoice({ value, onChoose }: Props) {
  return (
    <Radio.Group
      label="What is coded"
      value={value}
      onChange={(chosen) => onChoose(passageExtents.find((extent) => extent === chosen) ?? 'sentence')}
    >
      <Stack gap={6} mt={6}>
        {passageExtents.map((extent) => (
          <Radio key={extent} size="xs" value={extent} label={names[extent]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
