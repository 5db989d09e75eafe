import { notifications } from '@mantine/notifications';
import { messageOf } from '../api.ts';

/**
 * Runs a write action of the window. When it fails, the sentence of the error is shown until it is closed.
 * Returns what the action returned, or undefined after a failure.
 */
export async function runAction<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    showProblem(messageOf(error));
    return undefined;
  }
}

/** Shows a sentence about something that did not work; it stays until it is closed. */
export function showProblem(message: string): void {
  notifications.show({
    // The same problem twice is one message.
    id: message,
    title: 'That did not work',
    message,
    color: 'red',
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}

/** Tells of an effect that cannot be seen on screen, such as a file that was written. */
export function showNotice(title: string, message: string): void {
  notifications.show({
    title,
    message,
    autoClose: 6000,
    role: 'status',
    closeButtonProps: { 'aria-label': 'Close message' },
  });
}
