import { CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { getStudyApi } from '../api.ts';
import { runAction } from '../widgets/run-action.ts';

type Props = { initialName: string; onMade: (codeId: number) => void; onClose: () => void };

/** A field for the name of a new open code: Enter makes it, Esc leaves it. */
export function NewCode({ initialName, onMade, onClose }: Props) {
  const [name, setName] = useState(initialName);
  const make = async () => {
    if (name.trim() === '') return;
    const made = await runAction(() => getStudyApi().code.create({ name }));
    if (!made) return;
    onMade(made.id);
    onClose();
  };
  return (
    <TextInput
      size="xs"
      mt={6}
      aria-label="Name of the new open code"
      placeholder="Name of the new open code"
      data-autofocus
      autoFocus
      value={name}
      rightSection={<CloseButton size="xs" aria-label="Leave new code" onClick={onClose} />}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void make();
        if (event.key === 'Escape') onClose();
      }}
    />
  );
}
