/**
 * A file that cannot be imported. The message is one sentence for the researcher: which file, where in it if that
 * is known, what is wrong and what to do.
 */
export class ImportFileError extends Error {
  readonly fileName: string;
  readonly place?: string;

  /** `problem` continues a sentence that begins with the file's name, such as `is empty: choose another file`. */
  constructor(fileName: string, problem: string, place?: string) {
    super(`“${fileName}”${place === undefined ? '' : ` (${place})`} ${problem}.`);
    this.name = 'ImportFileError';
    this.fileName = fileName;
    if (place !== undefined) this.place = place;
  }

  /** Makes the error anew from its file name and whole message, as they come from another thread. */
  static restore(fileName: string, message: string): ImportFileError {
    const error = new ImportFileError(fileName, '');
    error.message = message;
    return error;
  }
}
