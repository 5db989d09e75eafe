import { Button, CloseButton, Group } from '@mantine/core';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { mergeCodes } from './code-actions.ts';
import { pathOfCode } from './code-branches.ts';
import { useCodeDesk } from './code-desk.ts';
import classes from './code-tree.module.css';

/** Says which code has a name that was typed for another one, and leads there. */
export function ClashNotice({
  codes,
  onChoose,
}: {
  codes: readonly Code[];
  onChoose: (codeId: number) => void;
}) {
  const clash = useCodeDesk((desk) => desk.clash);
  const { forgetClash, stopAdding, showInTree } = useCodeDesk.getState();
  const owner = codes.find(({ id }) => id === clash?.ownerId);
  if (!clash || !owner) return null;
  const { forId } = clash;
  return (
    <div role="alert" className={classes.clash}>
      <Group gap={4} wrap="nowrap" align="start" justify="space-between">
        <span>
          “{clash.name}” is the name of a code already: <b>{pathOfCode(owner)}</b>
        </span>
        <CloseButton size="xs" aria-label="Close the message" onClick={forgetClash} />
      </Group>
      <Group gap={6} mt={4}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            forgetClash();
            stopAdding();
            onChoose(owner.id);
            showInTree(owner.id);
          }}
        >
          Go there
        </Button>
        {forId === null ? null : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void mergeCodes(codes, [forId], owner.id)}
          >
            Merge into it
          </Button>
        )}
      </Group>
    </div>
  );
}
