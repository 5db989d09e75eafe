import type { LooseComment, Mark } from '../documents/comment-places.ts';
import type { HtmlLines } from './lines.ts';

type Attributes = ReadonlyMap<string, string>;

/** The comments of a document that Word, Google Docs or LibreOffice saved as a web page. */
export type HtmlComments = {
  list: LooseComment[];
  marks: Map<string, Mark>;
  readMeta(attributes: Attributes): void;
  /** Reads an element that may begin a comment or be its sign in the text. */
  open(attributes: Attributes): void;
  /** Begins a passage that Word's comment is about, and returns what is to be done where it ends. */
  openPassage(style: string): () => void;
  /** Takes text that belongs to a comment, and returns whether it does. */
  write(text: string): boolean;
  endLine(): boolean;
  end(): void;
  /** LibreOffice writes comments as such of the page: where it made the page, they are taken. */
  addHidden(text: string): void;
};

/** Makes a list of comments without any; `lines` say where they stand. */
export function createHtmlComments(lines: HtmlLines): HtmlComments {
  const list: LooseComment[] = [];
  const marks = new Map<string, Mark>();
  const passages = new Map<string, { start: number; end: number; date: string | null }>();
  let isLibreOffice = false;
  let current: { comment: LooseComment; parts: string[] } | undefined;

  function begin(name: string) {
    end();
    const passage = passages.get(name);
    current = { comment: { name, author: '', date: passage?.date ?? null, text: '' }, parts: [] };
    if (passage !== undefined) marks.set(name, { start: passage.start, end: passage.end });
  }

  function end() {
    if (current === undefined) return;
    list.push({ ...current.comment, text: toLines(current.parts.join('')) });
    current = undefined;
  }

  return {
    list,
    marks,
    readMeta(attributes) {
      const isGenerator = attributes.get('name')?.toLowerCase() === 'generator';
      if (isGenerator) isLibreOffice = /^(?:LibreOffice|OpenOffice)/.test(attributes.get('content') ?? '');
    },
    open(attributes) {
      const id = attributes.get('id') ?? '';
      const begun = /^(?:_com_|cmnt)(\d{1,6})$/.exec(id)?.[1];
      const referred = /^cmnt_ref(\d{1,6})$/.exec(id)?.[1];
      const author = /mso-comment-author:\s{0,9}"?([^";]{1,200})/.exec(attributes.get('style') ?? '')?.[1];
      if (begun !== undefined) begin(begun);
      else if (referred !== undefined) marks.set(referred, { start: lines.getPosition() });
      else if (author !== undefined && current !== undefined) current.comment.author = author;
    },
    openPassage(style) {
      const name = /mso-comment-reference:[^;]{0,200}_(\d{1,6})/.exec(style)?.[1] ?? '';
      const date = /mso-comment-date:\s{0,9}(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(style);
      const start = lines.getPosition();
      return () => {
        const day = date === null ? null : `${date[1]}-${date[2]}-${date[3]}T${date[4]}:${date[5]}:00`;
        passages.set(name, { start, end: lines.getPosition(), date: day });
      };
    },
    write(text) {
      current?.parts.push(text.replace(/[\s\u00A0]+/g, ' '));
      return current !== undefined;
    },
    endLine() {
      current?.parts.push('\n');
      return current !== undefined;
    },
    end,
    addHidden(text) {
      // Before the first text stand the page's own comments.
      if (!isLibreOffice || lines.getPosition() === 0 || text.trim() === '') return;
      const name = `hidden ${list.length}`;
      marks.set(name, { start: lines.getPosition() });
      list.push({ name, author: '', date: null, text: text.trim() });
    },
  };
}

function toLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
