import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { sentenceErrors } from './sentence-errors.ts';
import type { ServiceContext } from './service-context.ts';

/** The contract, to be implemented: the compiler holds each handler to its arguments and answer. */
export const service = implement(contract).$context<ServiceContext>().use(sentenceErrors);
