import { Button, Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { CodeChoice } from '../../db/model/retrieval.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { CodeChoiceList } from './code-choice.tsx';
import { makeRelation, type Relation } from './condition-edits.ts';

type AddProps = {
  codes: readonly Code[];
  onAdd: (part: Relation) => void;
  onReplaceLast: (part: Relation) => void;
};

/** A statement is there once its codes are: until then the question stays what it was. */
export function AddStatement({ codes, onAdd, onReplaceLast }: AddProps) {
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<CodeChoice | null>();
  const open = (isNowOpen: boolean) => {
    setOpen(isNowOpen);
    setAdded(undefined);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={open}
      width={320}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => open(!isOpen)}
        >
          Also coded, near, not coded …
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label="Codes of the new statement">
        <CodeChoiceList
          label="Codes of the new statement"
          codes={codes}
          value={added ?? null}
          onChange={(choice) => {
            if (added === undefined) onAdd(makeRelation(choice));
            else onReplaceLast(makeRelation(choice));
            setAdded(choice);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
