import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { runAction, showNotice } from './run-action.ts';

/** A format by the ending of its files; `kind` is what the dialog calls it, where that is not the ending in capitals. */
type FileFormat<F extends string> = { format: F; label: string; kind?: string };

type Props<F extends string> = {
  title?: string;
  /** The side of the button on which the menu opens. */
  side?: 'start' | 'end';
  formats: readonly FileFormat<F>[];
  /** The file's name without its ending. */
  name: string;
  onWrite: (path: string, format: F) => Promise<unknown>;
  /** What is told when the file is written. */
  done: string;
};

/** Asks where to write something, in one of several formats, and says when it is there. */
export function ExportMenu<F extends string>({
  title = 'Export',
  side = 'end',
  formats,
  name,
  onWrite,
  done,
}: Props<F>) {
  const save = ({ format, kind = format.toUpperCase() }: FileFormat<F>) =>
    runAction(async () => {
      const filters = [{ name: kind, extensions: [format] }];
      const path = await window.casebench.chooseWhereToSave(`${name}.${format}`, filters);
      if (path === null) return;
      await onWrite(path, format);
      showNotice(done, path);
    });
  return (
    <Menu position={`bottom-${side}`} width={160}>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((one) => (
          <Menu.Item key={one.format} onClick={() => void save(one)}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
