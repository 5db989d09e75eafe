import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';
import { toCodebookText } from './code-book.ts';
import { useShownCounts } from './counting.ts';

type Props = { codes: readonly Code[]; onOpenAll: () => void; onCloseAll: () => void };

/** What is done with the tree as a whole. */
export function TreeMenu({ codes, onOpenAll, onCloseAll }: Props) {
  const counts = useShownCounts();
  const copy = async () => {
    const entries = await runAction(() => getStudyApi().code.book());
    if (!entries) return;
    const counted = codes.map((code) => ({ ...code, ...counts.ofCode(code) }));
    copyText(toCodebookText(counted, entries));
    showNotice('Codebook copied', `${count(codes.length, 'code')} can be pasted into a spreadsheet.`);
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="More about the codes"
          title="More about the codes"
        >
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onOpenAll}>Open all branches</Menu.Item>
        <Menu.Item onClick={onCloseAll}>Close all branches</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void copy()}>Copy the codebook</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
