import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../../../db/model/span.ts';
import { createLineWriter } from '../documents/line-writer.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { splitMarkdown } from './markdown-pieces.ts';
import { type MarkdownTree, writeMarkdown } from './markdown-text.ts';
import { readFileOfText } from './read-text.ts';

/** Markdown, told by its extension alone: every Markdown file is also a text file. */
export const markdown: TranscriptFormat = {
  name: 'Markdown',
  isFormatOf: ({ name }) => /\.(?:md|markdown|mdown|mkd)$/i.test(name),
  read,
};

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const source = readFileOfText(file, options.charset);
  const { text, boldHeads } = toPlainText(file.name, source.text);
  return {
    ...source,
    text,
    mediaType: 'text/markdown',
    boldHeads,
    speechEnd: text.length,
  };
}

function toPlainText(fileName: string, source: string): { text: string; boldHeads: Span[] } {
  const writer = createLineWriter();
  try {
    for (const piece of splitMarkdown(source)) {
      writer.write(piece.before, false);
      writeMarkdown(parseMarkdown(piece.source), writer);
    }
  } catch {
    // The parser's depth is that of the quotations within quotations.
    throw new ImportFileError(
      fileName,
      'has marks too deep to be read: save the transcript as .txt and import that',
    );
  }
  return writer.finish();
}

function parseMarkdown(source: string): MarkdownTree {
  // `[P1]: Yes.` is what somebody says, not the target of a link, and an indented paragraph is no program text.
  const disabled = ['definition', 'codeIndented'];
  // Without link targets, square brackets are looked at in vain, in time that grows with the square of their number.
  if (!source.includes('](')) disabled.push('labelStartLink', 'labelStartImage', 'labelEnd');
  return fromMarkdown(source, { extensions: [{ disable: { null: disabled } }] });
}
