import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ChildrenOfMerged } from '../../db/model/code-tree.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { count } from '../widgets/count.ts';
import { mergeCodes, quoteCodes } from './code-actions.ts';
import { titleOfCode } from './code-branches.ts';
import { CodePicker, type PickedCode } from './code-picker.tsx';

type Props = {
  codes: readonly Code[];
  meant: readonly Code[];
  onClose: () => void;
  onChoose: (codeId: number) => void;
};

/** Merges codes into another one, found by its name; says what goes over, and asks where sub-codes go. */
export function MergeDialog({ codes, meant, onClose, onChoose }: Props) {
  const [picked, setPicked] = useState<PickedCode | null>(null);
  const [children, setChildren] = useState<ChildrenOfMerged>('target');
  const ids = useMemo(() => meant.map(({ id }) => id), [meant]);
  // Several codes may become one of themselves; one code only another one.
  const targets = useMemo(
    () => (ids.length > 1 ? codes : codes.filter(({ id }) => !ids.includes(id))),
    [codes, ids],
  );
  const subcodes = codes.filter(({ id, parentId }) => ids.includes(parentId ?? 0) && !ids.includes(id));
  const merge = (target: PickedCode) => {
    if (target.kind !== 'code') return;
    onClose();
    onChoose(target.code.id);
    const merged = ids.filter((id) => id !== target.code.id);
    void mergeCodes(codes, merged, target.code.id, children);
  };
  return (
    <Modal opened onClose={onClose} title={`Merge ${quoteCodes(codes, ids)} into another code`} size="lg">
      <CodePicker
        label="Into which code?"
        codes={targets}
        picked={picked}
        onPick={setPicked}
        // With a choice to make, Enter only picks.
        onAccept={(target) => (subcodes.length > 0 ? setPicked(target) : merge(target))}
      />
      {subcodes.length > 0 ? (
        <Radio.Group
          mt="xs"
          label={`Its ${count(subcodes.length, 'sub-code')}`}
          value={children}
          onChange={(value) => setChildren(value === 'parent' ? 'parent' : 'target')}
        >
          <Stack gap={4} mt={4}>
            <Radio size="xs" value="target" label="go beneath the code that stays" />
            <Radio size="xs" value="parent" label="stay where they are, one level up" />
          </Stack>
        </Radio.Group>
      ) : null}
      <Text size="sm" mt="sm">
        {describeMerge(meant, picked)}
      </Text>
      <Group justify="end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={picked === null} onClick={() => picked && merge(picked)}>
          Merge
        </Button>
      </Group>
    </Modal>
  );
}

function describeMerge(meant: readonly Code[], picked: PickedCode | null): string {
  const target = picked?.kind === 'code' ? picked.code : undefined;
  const codings = meant.reduce((sum, code) => sum + (code.id === target?.id ? 0 : code.codings), 0);
  const into = target ? `“${titleOfCode(target)}”` : 'the code you choose';
  const go = codings === 1 ? 'goes' : 'go';
  return `${count(codings, 'coding')} ${go} over to ${into}, with memos, summaries and definitions. Where one coder has both codes on the same excerpt, one coding stays, with the comments of both.`;
}
