import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { count } from '../widgets/count.ts';
import { EvidencePicker } from '../widgets/evidence-picker.tsx';
import { StatusPicker } from '../widgets/status-picker.tsx';
import { CodeChooser } from './code-chooser.tsx';
import classes from './codings-list.module.css';
import { changeCodeOfSeveral, deleteSeveral, saySeveral } from './several-codings.ts';
import { keyOfEvidence, keyOfStatus } from './word-keys.ts';

type Props = {
  ids: readonly number[];
  codes: readonly Code[];
  isChangingCode: boolean;
  onChangingCode: (isChanging: boolean) => void;
  /** Takes the focus back to the list. */
  onLeave: () => void;
};

/** What can be done to the chosen codings, each as one step. Status and evidence type are offered without a choice made. */
export function SeveralBar({ ids, codes, isChangingCode, onChangingCode, onLeave }: Props) {
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
              value={null}
              onChoose={(status) => void saySeveral(ids, { status })}
              keyOf={keyOfStatus}
            />
            <EvidencePicker
              value={null}
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
