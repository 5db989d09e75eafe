import { describe, expect, it } from 'vitest';
import { canRunDownloader, downloadAddress, programPath } from '../../../electron/setup/electron-package.mjs';

describe("Electron's download", () => {
  const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;

  it('comes from the official releases unless a mirror is named', () => {
    const official = downloadAddress('45.4.1', {});
    expect(official).toBe(`https://github.com/electron/electron/releases/download/v45.4.1/${file}`);
    const mirrored = downloadAddress('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/electron/' });
    expect(mirrored).toBe(`https://mirror.example/electron/v45.4.1/${file}`);
  });

  it("lies in the mirror's own folder where one is named", () => {
    const env = { ELECTRON_MIRROR: 'https://mirror.example/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
    expect(downloadAddress('45.4.1', env)).toBe(`https://mirror.example/45.4.1/${file}`);
  });

  it('is not tried on a Node its downloader does not run on', () => {
    expect(canRunDownloader('20.20.2')).toBe(false);
    expect(canRunDownloader('22.12.0')).toBe(true);
  });

  it('brings a program under another name on each system', () => {
    expect(programPath('win32')).toBe('electron.exe');
    expect(programPath('linux')).toBe('electron');
  });
});
