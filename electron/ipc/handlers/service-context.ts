import type { Study } from '../../../db/study.ts';
import type { ResourceFolders } from '../../resource-folders.ts';

/** What every handler is given: the open study, and where the program's own data lies. */
export type ServiceContext = { study: Study; folders: ResourceFolders };
