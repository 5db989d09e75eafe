import { Button, Group, Modal } from '@mantine/core';
import type { Version, VersionRow } from '../../electron/ipc/contract/transcripts.ts';
import { useVersion } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { bringBack } from './editing/bring-back.ts';
import { saveOriginal } from './save-original.ts';
import classes from './version-sheet.module.css';

type Props = { transcriptId: number; name: string; version: VersionRow; onClose: () => void };

/** A former version of a transcript, to be read; it is never coded. */
export function VersionSheet({ transcriptId, name, version, onClose }: Props) {
  const { data } = useVersion(transcriptId, version.id);
  const { number, fileName } = version;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${name}, version ${number}`}
      closeButtonProps={{ 'aria-label': 'Close version' }}
    >
      <header className={classes.head}>
        <p className={classes.facts}>{describe(version)}</p>
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => bringBack(transcriptId, version, onClose)}>
            Bring this text back…
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => saveOriginal(transcriptId, fileName, version.id)}
          >
            Save its file…
          </Button>
        </Group>
      </header>
      <div className={classes.text} role="document" aria-label={`Text of version ${number}`}>
        {data?.id === version.id && <Turns version={data} />}
      </div>
    </Modal>
  );
}

function describe({ fileName, reason, replacedAt, excerpts }: VersionRow): string {
  const ended = reason === 'edit' ? 'edited here' : 'replaced';
  return `From ${fileName}, ${ended} on ${replacedAt.slice(0, 10)}. It had ${count(excerpts, 'excerpt')}.`;
}

/** Keyed by their places: a version never changes. */
function Turns({ version: { text, turns } }: { version: Version }) {
  return turns.map(({ start, textStart, end, label }) => (
    <p key={start} className={classes.turn}>
      {label !== null && <b>{text.slice(start, textStart)}</b>}
      {text.slice(label === null ? start : textStart, end)}
    </p>
  ));
}
