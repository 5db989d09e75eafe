import { implement } from '@orpc/server';
import type { Study } from '../../../db/study.ts';
import type { ResourceFolders } from '../../resource-folders.ts';
import { contract } from '../contract/contract.ts';
import { sentenceErrors } from './sentence-errors.ts';

/** What every handler is given: the open study, and where the program's own data lies. */
export type ServiceContext = { study: Study; folders: ResourceFolders };

/** The contract, to be implemented: the compiler holds each handler to its arguments and answer. */
export const service = implement(contract).$context<ServiceContext>().use(sentenceErrors);
