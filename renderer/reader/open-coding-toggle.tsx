import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencilBolt } from '@tabler/icons-react';
import { useStudy } from '../state/queries.ts';
import { useIsOpenCoding } from './open-coding.ts';
import { toggleOpenCoding } from './run-command.ts';

/** Whether each selection asks for a code at once; also the key O in the text. */
export function OpenCodingToggle() {
  const guid = useStudy().data?.guid ?? '';
  const isOn = useIsOpenCoding(guid);
  return (
    <Tooltip label={isOn ? 'Open coding is on: each selection asks for a code (O)' : 'Open coding (O)'}>
      <ActionIcon
        size="sm"
        variant={isOn ? 'filled' : 'subtle'}
        color={isOn ? 'indigo' : 'gray'}
        aria-label="Open coding"
        aria-pressed={isOn}
        onClick={() => toggleOpenCoding(guid)}
      >
        <IconPencilBolt size={15} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
