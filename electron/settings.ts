import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });

const recentSchema = z.object({
  path: z.string().min(1),
  name: z.string(),
  /** When it was opened last, in ISO 8601. */
  openedAt: z.iso.datetime(),
});
export type RememberedStudy = z.output<typeof recentSchema>;

const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Where the last window was, in screen pixels; null before there was one. */
  bounds: boundsSchema.nullable().default(null),
  isMaximised: z.boolean().default(false),
  /** Studies opened lately, the newest first. */
  recent: z.array(recentSchema).default([]),
});
export type Settings = z.output<typeof settingsSchema>;

/** Settings kept in a file: what is changed is written at once. */
export type SettingsFile = {
  get(): Settings;
  change(changes: Partial<Settings>): void;
};

/**
 * Opens the settings kept at this path. A file that is not there gives the defaults; one that cannot be
 * understood is set aside as `….broken`, because settings are never worth a program that does not start.
 */
export function openSettings(path: string): SettingsFile {
  let settings = readSettings(path);
  return {
    get: () => settings,
    change: (changes) => {
      settings = { ...settings, ...changes };
      tryToWrite(path, settings);
    },
  };
}

function readSettings(path: string): Settings {
  const text = readIfThere(path);
  if (text === undefined) return settingsSchema.parse({});
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    renameSync(path, `${path}.broken`);
    return settingsSchema.parse({});
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A full disk must not keep a window from closing: what cannot be written is only forgotten. */
function tryToWrite(path: string, settings: Settings): void {
  try {
    writeSettings(path, settings);
  } catch (error) {
    console.error(`The settings could not be written to ${path}.`, error);
  }
}

/** Written beside the file and renamed, so that a crash leaves the old settings or the new, never half of them. */
function writeSettings(path: string, settings: Settings): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(settings, undefined, 2)}\n`);
  renameSync(draft, path);
}
