import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress } from './protocol.ts';

/**
 * Transcripts are confidential: nothing leaves the machine. Chromium is told so on its command line, in its
 * session and in every page it makes; the page's own content policy says the same once more.
 */

/** Services of Chromium that would talk to the network by themselves. To be called before the app is ready. */
export function forbidBackgroundNetwork(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // No name and no address can be reached, whatever asks for it.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Cancels every request but those for the program's own files, and refuses every permission and download. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The spelling checker would download its dictionaries.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps each page at its own address, without windows, frames or web views of its own. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Pictures that the page makes itself, and the developer tools of an unpackaged program, need no network. */
function isAllowed(address: string): boolean {
  if (isOwnAddress(address) || /^(data|blob):/.test(address)) return true;
  return !app.isPackaged && address.startsWith('devtools:');
}
