import { ActionIcon, Kbd, Modal, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useFrame } from './frame-state.ts';
import { listShortcuts } from './shortcut-list.ts';
import classes from './shortcut-sheet.module.css';

/** All keys on one sheet, under `?` and in the Help menu. */
export function ShortcutSheet() {
  const { areShortcutsShown, showShortcuts } = useFrame();
  return (
    <Modal
      opened={areShortcutsShown}
      onClose={() => showShortcuts(false)}
      title="Keyboard shortcuts"
      size={720}
    >
      <div className={classes.sheet}>
        {listShortcuts().map(({ title, shortcuts }) => (
          <section key={title}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.list}>
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className={classes.row}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

export function ShortcutButton() {
  const showShortcuts = useFrame((frame) => frame.showShortcuts);
  return (
    <Tooltip label="Keyboard shortcuts (?)">
      <ActionIcon aria-label="Keyboard shortcuts" onClick={() => showShortcuts(true)}>
        <IconKeyboard size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
