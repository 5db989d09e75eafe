import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { makeCode } from './code-actions.ts';
import { titleOfCode } from './code-branches.ts';
import { useCodeDesk } from './code-desk.ts';

type Props = {
  codes: readonly Code[];
  parentId: number | null;
  initialName: string;
  onMade: (codeId: number) => void;
  onClose: () => void;
};

/** A field for the name of a new open code: Enter makes it, Esc leaves it. */
export function NewCode({ codes, parentId, initialName, onMade, onClose }: Props) {
  const [name, setName] = useState(initialName);
  const parent = codes.find(({ id }) => id === parentId);
  const make = async () => {
    if (name.trim() === '') return;
    const id = await makeCode(codes, name.trim(), parentId);
    if (id === undefined) return;
    onMade(id);
    onClose();
  };
  return (
    <TextInput
      size="xs"
      mt={6}
      aria-label="Name of the new open code"
      placeholder="Name of the new open code"
      description={parent ? `Beneath ${titleOfCode(parent)}` : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-autofocus
      autoFocus
      value={name}
      rightSection={<CloseButton size="xs" aria-label="Leave new code" onClick={onClose} />}
      onChange={(event) => {
        setName(event.currentTarget.value);
        useCodeDesk.getState().forgetClash();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void make();
        if (event.key === 'Escape') onClose();
      }}
    />
  );
}
