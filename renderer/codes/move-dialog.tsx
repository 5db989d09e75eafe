import { Button, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listAncestors, listBranch } from '../../db/model/code-tree.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { moveCodes, quoteCodes } from './code-actions.ts';
import { CodePicker, type PickedCode } from './code-picker.tsx';

type Props = { codes: readonly Code[]; meant: readonly Code[]; onClose: () => void };

/** Puts codes beneath another code, found by its name: also beneath an item of the scheme. */
export function MoveDialog({ codes, meant, onClose }: Props) {
  const [picked, setPicked] = useState<PickedCode | null>(null);
  const ids = meant.map(({ id }) => id);
  const targets = useMemo(() => listTargets(codes, meant), [codes, meant]);
  const isAtTop = meant.every(({ parentId }) => parentId === null);
  const move = (target: PickedCode) => {
    onClose();
    const parentId = target.kind === 'code' ? target.code.id : null;
    void moveCodes(codes, ids, { parentId, beforeId: null });
  };
  return (
    <Modal opened onClose={onClose} title={`Move ${quoteCodes(codes, ids)}`} size="lg">
      <CodePicker
        label="Beneath which code?"
        codes={targets}
        hasTop={!isAtTop}
        picked={picked}
        onPick={setPicked}
        onAccept={move}
      />
      <Group justify="end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={picked === null} onClick={() => picked && move(picked)}>
          Move
        </Button>
      </Group>
    </Modal>
  );
}

/** What the codes can stand beneath: nothing that stands beneath them, and not where all of them are already. */
function listTargets(codes: readonly Code[], meant: readonly Code[]): Code[] {
  const branch = listBranch(
    codes,
    meant.map(({ id }) => id),
  );
  const parents = new Set(meant.map(({ id }) => listAncestors(codes, id).at(-1)?.id));
  return codes.filter(({ id }) => !branch.has(id) && !(parents.size === 1 && parents.has(id)));
}
