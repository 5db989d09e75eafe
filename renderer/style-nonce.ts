/** Returns the nonce that style elements made at run time must carry under the page's content policy. */
export function getStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Where the scroll lock of dialogs (react-style-singleton, through get-nonce) looks for the nonce. */
Object.assign(globalThis, { __webpack_nonce__: getStyleNonce() });
