import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { createHtmlPage } from './page.ts';
import type { HtmlText } from './place.ts';

/** Text within these is no markup: what the page's tokens are depends on it. */
const modes = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
]);

const pieceLength = 16 * 1024;
const mostAttributes = 5_000;

/** Thrown when a page has a tag as no program writes it, which would take very long to read. */
export class EndlessTagError extends Error {}

/**
 * Reads the text that a browser would show of a page: blocks and `<br>` end lines, list items begin with their mark,
 * cells of a row are separated by tabs, a definition follows its term behind a tab. Only the page's tokens are read, no tree is made of them, so
 * that nothing depends on how deep elements are nested. Nothing is run and nothing is fetched. In XHTML (`isXml`) an
 * element may end itself. Throws an EndlessTagError.
 */
export function readHtml(html: string, isXml: boolean): HtmlText {
  const page = createHtmlPage();
  let text: string[] = [];
  const endText = () => {
    if (text.length > 0) page.write(text.join(''));
    text = [];
  };
  const addText = ({ chars }: Token.CharacterToken) => {
    text.push(chars);
  };
  const tokenizer: PageTokenizer = new PageTokenizer(
    {},
    {
      onStartTag(tag) {
        endText();
        const isEmpty = tag.selfClosing && (isXml || tag.tagName.includes(':'));
        const mode = modes.get(tag.tagName);
        if (mode !== undefined && !isEmpty) tokenizer.state = mode;
        page.open(tag, isEmpty);
      },
      onEndTag(tag) {
        endText();
        page.close(tag.tagName);
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter() {},
      onComment({ data }) {
        endText();
        page.addComment(data);
      },
      onDoctype() {},
      onEof: endText,
    },
  );
  for (let at = 0; at === 0 || at < html.length; at += pieceLength) {
    tokenizer.write(html.slice(at, at + pieceLength), at + pieceLength >= html.length);
    if (tokenizer.countAttributes() > mostAttributes) throw new EndlessTagError();
  }
  return page.finish();
}

class PageTokenizer extends Tokenizer {
  /** Each attribute is compared with those before it in the tag: without an end, that takes time without end. */
  countAttributes(): number {
    return this.currentToken !== null && 'attrs' in this.currentToken ? this.currentToken.attrs.length : 0;
  }
}
