import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconEdit, IconFileDownload, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Transcript, VersionRow } from '../../electron/ipc/contract/transcripts.ts';
import { useVersions } from '../state/queries.ts';
import { deleteTranscript } from './delete-transcript.ts';
import { beginEditing } from './editing/begin-editing.ts';
import { useEditing } from './editing/editing-store.ts';
import { saveOriginal } from './save-original.ts';
import { VersionSheet } from './version-sheet.tsx';

/** What the file and the former versions of the open transcript are for. */
export function TranscriptMenu({ transcript }: { transcript: Transcript }) {
  const versions = useVersions(transcript.id).data ?? [];
  const [shown, setShown] = useState<VersionRow | null>(null);
  const hasDraft = useEditing(({ drafts }) => drafts.has(transcript.id));
  const edit = () => void beginEditing(transcript.id);
  return (
    <>
      {hasDraft && (
        <Button size="compact-xs" variant="light" onClick={edit}>
          Text changed, not saved
        </Button>
      )}
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" aria-label="File and versions of this transcript">
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEdit size={15} stroke={1.6} />} onClick={edit}>
            {hasDraft ? 'Go on editing the text…' : 'Edit text…'}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileDownload size={15} stroke={1.6} />}
            onClick={() => saveOriginal(transcript.id, transcript.fileName)}
          >
            Save the imported file…
          </Menu.Item>
          {versions.length > 0 && <Menu.Label>Former versions</Menu.Label>}
          {versions.map((version) => (
            <Menu.Item
              key={version.id}
              leftSection={<IconHistory size={15} stroke={1.6} />}
              onClick={() => setShown(version)}
            >
              {describeVersion(version)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={15} stroke={1.6} />}
            onClick={() => void deleteTranscript(transcript)}
          >
            Delete the transcript
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {shown && (
        <VersionSheet
          transcriptId={transcript.id}
          name={transcript.name}
          version={shown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

const describeVersion = ({ number, reason, replacedAt, words }: VersionRow) =>
  `Version ${number}, ${reason === 'edit' ? 'before an edit on' : 'until'} ${replacedAt.slice(0, 10)} · ${words.toLocaleString()} words`;
