import { resolve } from 'node:path';

/** How the files of studies end. */
export const studyExtension = 'casebench';

/**
 * Returns the absolute path of the study that a command line names, or undefined. Switches, which belong to
 * Chromium, and the folder of the program are passed over; a relative path counts from the working folder.
 */
export function findStudyArgument(commandLine: readonly string[], workingFolder: string): string | undefined {
  const named = commandLine
    .slice(1)
    .findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith(`.${studyExtension}`));
  return named === undefined ? undefined : resolve(workingFolder, named);
}
