import { Modal, type ModalProps } from '@mantine/core';
import styles from './full-sheet.module.css';

type Props = Pick<
  ModalProps,
  'opened' | 'onClose' | 'title' | 'children' | 'onKeyDown' | 'onDragOver' | 'onDrop'
> & {
  closeLabel: string;
  /** For rules that hold in this sheet only. */
  contentClass?: string | undefined;
};

/** A dialog as large as the window, for work that needs the room: a line of heading, and beneath it what fills the rest. */
export function FullSheet({ closeLabel, contentClass = '', ...props }: Props) {
  return (
    <Modal
      {...props}
      fullScreen
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': closeLabel }}
      classNames={{
        content: `${styles.content} ${contentClass}`,
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    />
  );
}
