import { Button, Group } from '@mantine/core';
import { IconArrowUpRight, IconQuote } from '@tabler/icons-react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { useCodeTexts } from '../state/queries.ts';
import { runAction } from '../widgets/run-action.ts';
import { EditableText } from './editable-text.tsx';

/** A passage that could become the example of a code: the selected words, or those of the selected coding. */
export type AnchorSource = { label: string; transcriptId: number; start: number; end: number };

/** The example that anchors a code: written, or taken from a transcript, where it then leads. */
export function AnchorPart({ code, source }: { code: Code; source: AnchorSource | undefined }) {
  const texts = useCodeTexts(code.id).data;
  if (!texts || texts.id !== code.id) return null;
  const { anchorExample, anchor } = texts;
  const take = ({ transcriptId, start, end }: AnchorSource) =>
    void runAction(() => getStudyApi().code.setAnchor({ id: code.id, place: { transcriptId, start, end } }));
  return (
    <EditableText
      label="Anchor example"
      invitation="Add an anchor example"
      value={anchorExample}
      isQuote
      onSave={(example) =>
        void runAction(() => getStudyApi().code.update({ id: code.id, anchorExample: example }))
      }
    >
      {source || anchor ? (
        <Group gap={6} mt={4}>
          {anchor ? (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconArrowUpRight size={13} />}
              onClick={() => useDesk.getState().openPlace(anchor)}
            >
              {anchor.transcript}
            </Button>
          ) : null}
          {source ? (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconQuote size={13} />}
              onClick={() => take(source)}
            >
              {source.label}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </EditableText>
  );
}
