import { Group, Text } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { titleOfCode } from './code-branches.ts';
import { CodeDot } from './code-dot.tsx';

/** What a code is called, and what it stands beneath. */
export function CodeHeading({ code }: { code: Code }) {
  return (
    <Group gap={8} wrap="nowrap" align="baseline">
      <CodeDot code={code} />
      <div>
        <Text size="xs" c="dimmed">
          {code.trail.join(' › ')}
        </Text>
        <Text fw={600}>{titleOfCode(code)}</Text>
      </div>
    </Group>
  );
}
