import { Button, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { PassageExtent } from '../../db/model/search/passages.ts';
import { useCurrentCoder } from '../state/coders.ts';
import { count } from '../widgets/count.ts';
import { EvidencePicker } from '../widgets/evidence-picker.tsx';
import { FullSheet } from '../widgets/full-sheet.tsx';
import { StatusPicker } from '../widgets/status-picker.tsx';
import classes from './auto-code.module.css';
import { type AutoCodeSource, useAutoCode } from './auto-code-store.ts';
import { type ChosenCode, CodeChoice } from './code-choice.tsx';
import { ExtentChoice } from './extent-choice.tsx';
import { PassageList } from './passage-list.tsx';
import { useAutoCoding } from './use-auto-coding.ts';
import { type ChosenTurns, usePassageList } from './use-passage-list.ts';
import { WhoseTurnsFields } from './whose-turns-fields.tsx';

/** Coding many passages at once: which, with what; a list to untick; then one undoable step. */
export function AutoCodeSheet() {
  const source = useAutoCode((state) => state.source);
  const close = useAutoCode((state) => state.close);
  if (source === null) return null;
  return (
    <FullSheet
      opened
      onClose={close}
      closeLabel="Close without coding"
      title={source.kind === 'search' ? `Code the hits of “${source.words}”` : 'Code by speaker'}
    >
      <Sheet source={source} onClose={close} />
    </FullSheet>
  );
}

function Sheet({ source, onClose }: { source: AutoCodeSource; onClose: () => void }) {
  const [extent, setExtent] = useState<PassageExtent>('sentence');
  const [turns, setTurns] = useState<ChosenTurns>({ whose: null, transcriptIds: [] });
  const [code, setCode] = useState<ChosenCode | null>(null);
  const [status, setStatus] = useState<Status>('not stated');
  const [evidence, setEvidence] = useState<EvidenceType>('affirmation');
  const coderId = useCurrentCoder()?.id;
  const list = usePassageList(source, extent, turns, code, coderId);
  const coding = useAutoCoding(onClose);
  const start = () => {
    if (list.listId === null || code === null || coderId === undefined) return;
    const { listId, leftOut } = list;
    void coding.run({ listId, leftOut: [...leftOut], code, coderId, status, evidence });
  };
  return (
    <div className={classes.sheet}>
      <div className={classes.choices}>
        {source.kind === 'search' ? (
          <ExtentChoice value={extent} onChoose={setExtent} />
        ) : (
          <WhoseTurnsFields value={turns} onChange={setTurns} />
        )}
        <CodeChoice value={code} onChoose={setCode} />
        <Labelled label="Status">
          <StatusPicker value={status} onChoose={setStatus} withWords />
        </Labelled>
        <Labelled label="Evidence type">
          <EvidencePicker value={evidence} onChoose={setEvidence} withWords />
        </Labelled>
      </div>
      <PassageList list={list} isWaiting={source.kind === 'speaker' && turns.whose === null} />
      <footer className={classes.footer}>
        <Text size="sm" role="status" className={classes.status ?? ''}>
          {coding.progress
            ? `Coding ${coding.progress.done.toLocaleString('en')} of ${count(coding.progress.total, 'passage')}`
            : describe(list.total, list.chosen, list.coded.size)}
        </Text>
        {coding.progress ? (
          <>
            <Progress
              className={classes.progress ?? ''}
              size="sm"
              value={(100 * coding.progress.done) / Math.max(1, coding.progress.total)}
              aria-label="Coded passages"
            />
            <Button size="xs" variant="default" onClick={coding.cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <Button
            size="xs"
            disabled={list.chosen === 0 || code === null || coderId === undefined}
            onClick={start}
          >
            {list.chosen === 0 ? 'Code passages' : `Code ${count(list.chosen, 'passage')}`}
          </Button>
        )}
      </footer>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

function describe(total: number, chosen: number, coded: number): string {
  if (total === 0) return '';
  const already = coded === 0 ? '' : `; ${coded.toLocaleString('en')} coded so already`;
  return `${chosen.toLocaleString('en')} of ${count(total, 'passage')} chosen${already}`;
}
