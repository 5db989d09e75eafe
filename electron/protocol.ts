import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { protocol } from 'electron';

const scheme = 'casebench';
const host = 'app';

/** The address of the page; nothing else is ever loaded into a window. */
export const pageAddress = `${scheme}://${host}/index.html`;

/** Tells whether an address belongs to the program's own page. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${scheme}:` && url.host === host;
}

/** Makes the program's scheme known to Chromium; to be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the files of the built page, and nothing outside its folder. */
export function servePage(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const file = findFile(folder, request);
    if (file === undefined) return notFound();
    try {
      return file.endsWith('.html')
        ? toPage(await readFile(file, 'utf8'))
        : toAsset(file, await readFile(file));
    } catch {
      return notFound();
    }
  });
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Only files below the folder are found, whatever dots and escapes the address holds. */
function findFile(folder: string, request: Request): string | undefined {
  if (request.method !== 'GET' || !isOwnAddress(request.url)) return undefined;
  const path = decodePath(new URL(request.url).pathname);
  if (path === undefined || path.includes('\0')) return undefined;
  const file = resolve(join(folder, path));
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function toAsset(file: string, bytes: Buffer): Response {
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
  // A copy of its own: Node's buffers may share their memory, which a response body does not accept.
  return new Response(Uint8Array.from(bytes), {
    headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
  });
}

/** The nonce is new at each load; the page hands it to the libraries that write style elements. */
function toPage(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replace('name="csp-nonce" content=""', `name="csp-nonce" content="${nonce}"`), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(nonce),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The page may load its own files and connect to nothing at all. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
