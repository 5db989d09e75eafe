/** An element of a web page that is open, with what it hands on to the text in it. */
export type OpenElement = {
  tagName: string;
  isBold: boolean;
  isPreformatted: boolean;
  isLeftOut: boolean;
  /** Called with the text in the element when it ends, where that text is not to be written as it is. */
  onText: ((text: string) => void) | undefined;
  onClose: (() => void) | undefined;
};

/** The elements that are open, which are closed by end tags or by what cannot stand in them. */
export type OpenElements = {
  getInnermost(): OpenElement;
  push(element: OpenElement): void;
  /** Closes the elements that a start tag ends (a paragraph ends where a list begins). */
  makeRoom(tagName: string): void;
  /** Closes an element and those in it; an end tag without an open element is nothing. */
  close(tagName: string): void;
  closeAll(): void;
};

// In these, end tags do not reach what is open around them.
const barriers = new Set(['td', 'th', 'caption']);
const ofTables = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);

const endsParagraph = new Set(
  (
    'address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul xmp'
  ).split(' '),
);

/** What a start tag closes, and what that does not reach beyond. */
const roomFor = new Map<string, { closes: ReadonlySet<string>; within: ReadonlySet<string> }>([
  ['li', { closes: new Set(['li']), within: new Set(['ul', 'ol', 'menu', 'dir']) }],
  ['dt', { closes: new Set(['dt', 'dd']), within: new Set(['dl']) }],
  ['dd', { closes: new Set(['dt', 'dd']), within: new Set(['dl']) }],
  ['td', { closes: new Set(['td', 'th', 'caption']), within: new Set(['tr', 'table']) }],
  ['th', { closes: new Set(['td', 'th', 'caption']), within: new Set(['tr', 'table']) }],
  ['tr', { closes: new Set(['tr', 'caption']), within: new Set(['table']) }],
  ['tbody', { closes: new Set(['thead', 'tbody', 'tfoot', 'caption']), within: new Set(['table']) }],
  ['tfoot', { closes: new Set(['thead', 'tbody', 'tfoot', 'caption']), within: new Set(['table']) }],
]);

/**
 * Makes the list of open elements of a page. It is no tree, so that a hundred thousand elements within each other are
 * as good as any. The time it takes grows with the number of tags: only tags that are known to be open are looked for.
 */
export function createOpenElements(): OpenElements {
  const root: OpenElement = {
    tagName: 'body',
    isBold: false,
    isPreformatted: false,
    isLeftOut: false,
    onText: undefined,
    onClose: undefined,
  };
  const open: OpenElement[] = [];
  /** How many elements of each name are open, in the page and in each cell that is open. */
  const scopes = [new Map<string, number>()];
  const ofPage = new Map<string, number>();

  function count(tagName: string, by: 1 | -1) {
    const counts = ofTables.has(tagName) ? ofPage : scopes.at(-1);
    counts?.set(tagName, (counts.get(tagName) ?? 0) + by);
  }

  function isOpen(tagName: string): boolean {
    return ((ofTables.has(tagName) ? ofPage : scopes.at(-1))?.get(tagName) ?? 0) > 0;
  }

  function pop() {
    const element = open.pop();
    if (element === undefined) return;
    if (barriers.has(element.tagName)) scopes.pop();
    count(element.tagName, -1);
    element.onClose?.();
  }

  function close(tagName: string) {
    if (!isOpen(tagName)) return;
    while (open.at(-1)?.tagName !== tagName) pop();
    pop();
  }

  return {
    getInnermost: () => open.at(-1) ?? root,
    push(element) {
      open.push(element);
      count(element.tagName, 1);
      if (barriers.has(element.tagName)) scopes.push(new Map());
    },
    makeRoom(tagName) {
      if (endsParagraph.has(tagName)) close('p');
      const room = roomFor.get(tagName);
      if (room === undefined || ![...room.closes].some(isOpen)) return;
      // What is passed here is closed, or is a list or table within which the search ends.
      let index = open.length - 1;
      while (index >= 0 && !room.within.has(open[index]?.tagName ?? '')) {
        if (room.closes.has(open[index]?.tagName ?? '')) {
          while (open.length > index) pop();
          return;
        }
        index -= 1;
      }
    },
    close,
    closeAll() {
      while (open.length > 0) pop();
    },
  };
}
