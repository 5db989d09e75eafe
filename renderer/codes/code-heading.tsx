import { Group, Text } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { pathOfCode, titleOfCode } from './code-branches.ts';
import { CodeDot } from './code-dot.tsx';

/** What a code is called, and which branch of the tree it stands in. */
export function CodeHeading({ code }: { code: Code }) {
  return (
    <Group gap={8} wrap="nowrap" align="baseline">
      <CodeDot code={code} />
      <div>
        <Text size="xs" c="dimmed">
          {pathOfCode(code).split(' › ')[0]}
        </Text>
        <Text fw={600}>{titleOfCode(code)}</Text>
      </div>
    </Group>
  );
}
