import { writeWholeFile } from '../export/atomic-file.ts';

/** Writes a text to the file, or to stdout when none is named. */
export async function writeOutput(text: string, path: string | undefined): Promise<void> {
  if (path !== undefined) return writeWholeFile(path, text);
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
