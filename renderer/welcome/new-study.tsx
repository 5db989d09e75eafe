import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { ShippedScheme } from '../../electron/ipc/contract/bridge.ts';
import { useFrame } from '../frame/frame-state.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './new-study.module.css';
import { type SchemeChoice, SchemeChooser } from './scheme-chooser.tsx';

/** Asks for what a study cannot do without: a name, a coding scheme, and who codes. */
export function NewStudy() {
  const { isMakingStudy, setMakingStudy } = useFrame();
  const [schemes, setSchemes] = useState<ShippedScheme[]>([]);
  useEffect(() => {
    if (isMakingStudy)
      void runAction(() => window.casebench.listSchemes()).then((list) => setSchemes(list ?? []));
  }, [isMakingStudy]);
  const close = () => setMakingStudy(false);
  return (
    <Modal opened={isMakingStudy} onClose={close} title="New study" size={600}>
      <NewStudyForm schemes={schemes} onDone={close} />
    </Modal>
  );
}

const coderKey = 'name of the coder';

function NewStudyForm({ schemes, onDone }: { schemes: ShippedScheme[]; onDone: () => void }) {
  const [name, setName] = useState('');
  const [coder, setCoder] = useState(() => localStorage.getItem(coderKey) ?? '');
  const [chosen, setChosen] = useState<SchemeChoice>();
  const scheme = chosen ?? { schemeId: schemes[0]?.id ?? '', schemePath: null };
  const [problem, setProblem] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setMaking(true);
    localStorage.setItem(coderKey, coder);
    const outcome = await runAction(() => window.casebench.newStudy({ name, coder, ...scheme }));
    setMaking(false);
    if (outcome?.ok) onDone();
    else if (outcome && 'message' in outcome) setProblem(outcome.message);
  };
  return (
    <form onSubmit={(event) => void make(event)}>
      <Stack gap="md">
        <TextInput
          label="Name of the study"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          required
          maxLength={200}
        />
        <SchemeChooser schemes={schemes} choice={scheme} onChoose={setChosen} />
        <TextInput
          label="Coder"
          description="Your name or initials; it stands beside each coding."
          value={coder}
          onChange={(event) => setCoder(event.currentTarget.value)}
          required
          maxLength={80}
        />
        {problem !== undefined && (
          <Alert
            color="red"
            title="The study was not made"
            icon={<IconAlertTriangle size={18} />}
            role="alert"
            className={classes.problem ?? ''}
          >
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={isMaking}>
            Choose where to save…
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
