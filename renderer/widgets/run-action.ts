import { notifications } from '@mantine/notifications';
import { messageOf } from '../api.ts';

/** The actions that have not ended yet. */
const running = new Set<Promise<unknown>>();

/**
 * Runs a write action of the window. When it fails, the sentence of the error is shown until it is closed.
 * Returns what the action returned, or undefined after a failure.
 */
export async function runAction<T>(action: () => Promise<T>): Promise<T | undefined> {
  const started = action();
  running.add(started);
  try {
    return await started;
  } catch (error) {
    showProblem(messageOf(error));
    return undefined;
  } finally {
    running.delete(started);
  }
}

/** Resolves when no action runs any more; what waits for its turn behind another one is waited for too. */
export async function waitForActions(): Promise<void> {
  do {
    await Promise.allSettled(running);
    await new Promise((resolve) => setTimeout(resolve));
  } while (running.size > 0);
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
