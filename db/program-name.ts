/** Written into each study, so that a file from a newer program can name what wrote it. */
export const programName = 'Casebench 0.1.0';
