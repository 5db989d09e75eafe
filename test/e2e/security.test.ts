import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/api.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';

/** A server on this very machine: what cannot reach it reaches nothing. */
let server: Server;
let hits = 0;
let address: string;
let running: RunningCasebench;

test.beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('connection', () => {
    hits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.beforeEach(async () => {
  hits = 0;
  running = await launchCasebench();
  await expect(running.page.getByRole('button', { name: 'New study' })).toBeVisible();
});

test.afterEach(() => closeCasebench(running));

test('the server that must not be reached can be reached by anybody else', async () => {
  expect(await (await fetch(`http://${address}/`)).text()).toBe('reached');
  expect(hits).toBe(1);
});

test('the page reaches no server by any way there is', async () => {
  const results = await running.page.evaluate(async (host) => {
    const settle = (start: (done: (word: string) => void) => void) =>
      new Promise<string>((resolve) => {
        start(resolve);
        setTimeout(() => resolve('nothing happened'), 1500);
      });
    const load = (tag: 'img' | 'script' | 'link' | 'iframe' | 'video', attribute: string, url: string) =>
      settle((done) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => done(tag === 'iframe' ? 'nothing happened' : 'loaded'));
        element.addEventListener('error', () => done('refused'));
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        element.setAttribute(attribute, url);
        document.body.append(element);
      });
    const attempt = async (task: () => Promise<string>) => {
      try {
        return await task();
      } catch {
        return 'refused';
      }
    };
    return {
      fetch: await attempt(async () => (await fetch(`http://${host}/`)).text()),
      secureFetch: await attempt(async () => (await fetch(`https://${host}/`)).text()),
      request: await settle((done) => {
        const request = new XMLHttpRequest();
        request.onload = () => done('loaded');
        request.onerror = () => done('refused');
        request.open('GET', `http://${host}/`);
        request.send();
      }),
      socket: await attempt(() =>
        settle((done) => {
          const socket = new WebSocket(`ws://${host}/`);
          socket.onopen = () => done('loaded');
          socket.onerror = () => done('refused');
        }),
      ),
      stream: await attempt(() =>
        settle((done) => {
          const stream = new EventSource(`http://${host}/`);
          stream.onopen = () => done('loaded');
          stream.onerror = () => done('refused');
        }),
      ),
      picture: await load('img', 'src', `http://${host}/a.png`),
      script: await load('script', 'src', `http://${host}/a.js`),
      style: await load('link', 'href', `http://${host}/a.css`),
      frame: await load('iframe', 'src', `http://${host}/`),
      video: await load('video', 'src', `http://${host}/a.mp4`),
      beacon: navigator.sendBeacon(`http://${host}/`) ? 'nothing happened' : 'refused',
      localFile: await attempt(async () => (await fetch('file:///etc/hostname')).text()),
    };
  }, address);
  for (const [way, result] of Object.entries(results)) {
    expect(['refused', 'nothing happened'], way).toContain(result);
  }
  expect(hits).toBe(0);
});

test('neither the page nor the session of the program follows an address outside', async () => {
  const { app, page } = running;
  const before = page.url();
  await page.evaluate((host) => {
    window.open(`http://${host}/opened`);
    const link = document.createElement('a');
    link.href = `http://${host}/link`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    const form = document.createElement('form');
    form.action = `http://${host}/form`;
    document.body.append(form);
    form.submit();
    window.location.href = `http://${host}/moved`;
  }, address);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    window.location.href = 'file:///etc/hostname';
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  const answer = await app.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => 'reached',
        (error: Error) => error.message,
      ),
    `http://${address}/`,
  );
  expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(hits).toBe(0);
});

test('the page gets no permission', async () => {
  const answers = await running.page.evaluate(async () => {
    const place = await new Promise<string | number>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code),
      ),
    );
    const names = ['geolocation', 'microphone', 'camera', 'midi', 'clipboard-read'];
    const states = names.map(async (name) => {
      // The types know fewer names than Chromium.
      const found = await navigator.permissions.query({ name: name as PermissionName });
      return found.state;
    });
    return { place, asked: await Notification.requestPermission(), states: await Promise.all(states) };
  });
  // 1 is “permission denied”.
  expect(answers.place).toBe(1);
  expect(answers.asked).toBe('denied');
  expect(new Set(answers.states)).toEqual(new Set(['denied']));
});

test('the page knows nothing of Node and only the named calls of main', async () => {
  const found = await running.page.evaluate(() => ({
    globals: ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    calls: Object.keys(window.casebench).sort(),
  }));
  expect(found.globals).toEqual([]);
  expect(found.calls).toEqual(
    [
      'platform',
      'version',
      'whatToShow',
      'listRecent',
      'forgetRecent',
      'listSchemes',
      'newStudy',
      'chooseScheme',
      'chooseTable',
      'openStudy',
      'openSample',
      'saveStudyAs',
      'reopenStudy',
      'chooseFilesToImport',
      'chooseWhereToSave',
      'pathOfDroppedFile',
      'showInFolder',
      'getTheme',
      'setTheme',
      'onMenu',
      'onOpeningProgress',
      'onStudyEnded',
      'onFinish',
    ].sort(),
  );
});

test('main refuses calls whose arguments do not fit', async () => {
  const refusals = await running.page.evaluate(async () => {
    const attempt = (call: () => unknown) =>
      Promise.resolve()
        .then(call)
        .then(
          () => 'done',
          (error: Error) => error.message,
        );
    // Calls as a page that was taken over would make them, past the types.
    const bridge = window.casebench as unknown as Record<string, (...given: unknown[]) => unknown>;
    return Promise.all([
      attempt(() => bridge.openStudy?.(42)),
      attempt(() => bridge.openStudy?.('relative/path.casebench')),
      attempt(() => bridge.setTheme?.('purple')),
      attempt(() => bridge.newStudy?.({ name: '', schemeId: '', schemePath: null, coder: 'M' })),
      attempt(() => bridge.listRecent?.('one too many')),
    ]);
  });
  for (const refusal of refusals) expect(refusal).toContain('was called with wrong arguments');
});

test('the program’s own scheme gives out the files of the page and no others', async () => {
  const read = (url: string) =>
    running.app.evaluate(
      ({ net }, wanted) =>
        net.fetch(wanted).then(
          async (response) => `${response.status} ${(await response.text()).slice(0, 15)}`,
          (error: Error) => error.message,
        ),
      url,
    );
  expect(await read('casebench://app/index.html')).toBe('200 <!doctype html>');
  for (const path of [
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    '%00',
    '%',
  ]) {
    expect(await read(`casebench://app/${path}`), path).toMatch(/^404/);
  }
  expect(await read('casebench://other/index.html')).not.toMatch(/^200/);
});

test('using the program violates its own content policy nowhere', async () => {
  test.slow();
  const { page } = running;
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        // The function that the test has put into the page.
        const { noteViolation } = window as unknown as { noteViolation: (violation: string) => void };
        noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      },
    );
  });
  await page.reload();
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible({ timeout: 60_000 });
  for (const screen of ['People', 'Triangulation', 'Maturity', 'Transcripts']) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();
    await page.waitForTimeout(800);
  }
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.getByRole('button', { name: /^Coder:/ }).click();
  await page.getByRole('menuitem', { name: 'Add coder…' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).hover();
  await page.waitForTimeout(600);
  expect(violations).toEqual([]);
  // A style without the nonce shows that violations are noted at all.
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'a { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => violations.length).toBeGreaterThan(0);
});
