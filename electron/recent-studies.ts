import { existsSync } from 'node:fs';
import type { RecentStudy } from './ipc/contract/bridge.ts';
import type { RememberedStudy } from './settings.ts';

const mostRemembered = 12;

/** Returns the list with this study at its head; each path stands in it once. */
export function withRecent(recent: readonly RememberedStudy[], study: RememberedStudy): RememberedStudy[] {
  return [study, ...withoutRecent(recent, study.path)].slice(0, mostRemembered);
}

/** Returns the list without the study at this path. */
export function withoutRecent(recent: readonly RememberedStudy[], path: string): RememberedStudy[] {
  return recent.filter((remembered) => remembered.path !== path);
}

/** Returns the list with a mark on studies whose file is not at its place now (moved, or on a drive that is off). */
export function markMissing(recent: readonly RememberedStudy[]): RecentStudy[] {
  return recent.map((remembered) => ({ ...remembered, isMissing: !existsSync(remembered.path) }));
}
