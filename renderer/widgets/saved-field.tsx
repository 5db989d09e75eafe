import { type ChangeEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

type Field = {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

type Props = { value: string; onSave: (value: string) => void; children: (field: Field) => ReactNode };

/**
 * Keeps what is typed until the field is left, by whatever way, and saves it then as one step; Ctrl+Enter saves at
 * once. Give it a key, so that another object gets a field of its own.
 */
export function SavedField({ value, onSave, children }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ value, draft, onSave });
  latest.current = { value, draft, onSave };

  const save = () => {
    const { value: saved, draft: typed, onSave: send } = latest.current;
    latest.current = { ...latest.current, draft: null };
    setDraft(null);
    if (typed !== null && typed !== saved) send(typed);
  };
  // Going elsewhere by a key takes the field away without a blur; what was typed is saved nevertheless.
  useEffect(
    () => () => {
      const { value: saved, draft: typed, onSave: send } = latest.current;
      if (typed !== null && typed !== saved) send(typed);
    },
    [],
  );
  return children({
    value: draft ?? value,
    onChange: (event) => setDraft(event.currentTarget.value),
    onBlur: save,
    onKeyDown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    },
  });
}
