import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Sheet } from '../../db/analysis/code-sheets.ts';
import type { TableChoice } from '../../electron/ipc/contract/crosstabs.ts';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { ExportMenu } from '../widgets/export-menu.tsx';
import { showNotice } from '../widgets/run-action.ts';
import { toHtmlTable, toTabbedText } from './sheet-text.ts';

const formats = [
  { format: 'csv', label: 'CSV table' },
  { format: 'xlsx', label: 'Excel', kind: 'Excel' },
] as const;

type Props = {
  /** The file's name without its ending. */
  name: string;
  table: TableChoice;
  onCopy: () => void;
};

/** Takes the table along as it is shown: to the clipboard, or to a file. */
export function TakeTable({ name, table, onCopy }: Props) {
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => onCopy()}
      >
        Copy
      </Button>
      <ExportMenu
        formats={formats}
        name={name}
        onWrite={(path, format) => getStudyApi().crosstab.export({ path, format, table })}
        done="Table exported"
      />
    </>
  );
}

/** Puts a table on the clipboard, for spreadsheets and for texts. */
export function copySheet(sheet: Sheet): void {
  copyText(toTabbedText(sheet), toHtmlTable(sheet));
  showNotice('Table copied', `${count(sheet.rows.length, 'row')}, to paste into a spreadsheet or a text.`);
}
