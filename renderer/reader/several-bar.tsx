import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { count } from '../widgets/count.ts';
import { EvidencePicker } from '../widgets/evidence-picker.tsx';
import { StatusPicker } from '../widgets/status-picker.tsx';
import { CodeChooser } from './code-chooser.tsx';
import classes from './codings-list.module.css';
import { changeCodeOfSeveral, deleteSeveral, saySeveral } from './several-codings.ts';
import { keyOfEvidence, keyOfStatus } from './word-keys.ts';

type Props = {
  codings: readonly Coding[];
  codes: readonly Code[];
  isChangingCode: boolean;
  onChangingCode: (isChanging: boolean) => void;
  /** Takes the focus back to the list. */
  onLeave: () => void;
};

/** What can be done to the chosen codings, each as one step. Status and evidence type are marked where all say the same. */
export function SeveralBar({ codings, codes, isChangingCode, onChangingCode, onLeave }: Props) {
  const ids = codings.map(({ id }) => id);
  const leaveChooser = () => {
    onChangingCode(false);
    onLeave();
  };
  return (
    <section className={classes.several} aria-label="Chosen codings">
      {isChangingCode ? (
        <CodeChooser
          label={`Code for ${count(ids.length, 'coding')}`}
          codes={codes}
          onChoose={(code) => {
            void changeCodeOfSeveral(ids, code);
            leaveChooser();
          }}
          onCancel={leaveChooser}
        />
      ) : (
        <>
          <Text size="xs" fw={600}>
            {count(ids.length, 'coding')} chosen
          </Text>
          <div className={classes.pickers}>
            <StatusPicker
              value={findCommon(codings, 'status')}
              onChoose={(status) => void saySeveral(ids, { status })}
              keyOf={keyOfStatus}
            />
            <EvidencePicker
              value={findCommon(codings, 'evidence')}
              onChoose={(evidence) => void saySeveral(ids, { evidence })}
              keyOf={keyOfEvidence}
            />
          </div>
          <div className={classes.pickers}>
            <Button size="compact-xs" variant="default" onClick={() => onChangingCode(true)}>
              Change code (C)
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconTrash size={13} />}
              onClick={() => {
                void deleteSeveral(ids);
                onLeave();
              }}
            >
              Delete
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Returns what all of them say, or null when they differ. */
function findCommon<K extends 'status' | 'evidence'>(codings: readonly Coding[], key: K): Coding[K] | null {
  const said = new Set(codings.map((coding) => coding[key]));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}
