import type { FontChoice } from './fonts.ts';
import type { ParagraphWriter } from './writer.ts';

/** Where the text of a group goes. `paragraphs` is there where lines and cells end; `finish` is called when the group ends. */
export type RtfTarget = {
  write(text: string, isBold: boolean): void;
  paragraphs?: ParagraphWriter;
  isFontTable?: boolean;
  finish?(): void;
};

/** What holds within a group until it ends. `outer` is where the text of `\upr` goes; `fallback` is `\uc`. */
export type RtfGroup = FontChoice & {
  target: RtfTarget;
  outer: RtfTarget | undefined;
  isBold: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isStarred: boolean;
  isInTable: boolean;
  fallback: number;
};

/** Takes text that is left out. */
export const nowhere: RtfTarget = { write() {} };

/** Makes a target that keeps the text of a group and hands it over, without outer blanks, when the group ends. */
export function capture(use: (text: string) => void): RtfTarget {
  const parts: string[] = [];
  return {
    write(text) {
      parts.push(text);
    },
    finish() {
      use(parts.join('').trim());
    },
  };
}

/** Makes a target of paragraphs, which `use` gets when the group ends. */
export function toParagraphs(paragraphs: ParagraphWriter, use: (text: string) => void): RtfTarget {
  return { write: paragraphs.write, paragraphs, finish: () => use(paragraphs.finish().text) };
}

export function createFirstGroup(target: RtfTarget): RtfGroup {
  return {
    target,
    outer: undefined,
    font: null,
    other: null,
    isRightToLeft: false,
    isBold: false,
    isHidden: false,
    isDeleted: false,
    isStarred: false,
    isInTable: false,
    fallback: 1,
  };
}
