import { implement, os } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { sentenceErrors } from './sentence-errors.ts';
import type { ServiceContext } from './service-context.ts';

/** While an import is being written, calls wait: they would see what may still be taken back, and could not write. */
const whenFree = os.$context<ServiceContext>().middleware(async ({ context, next }) => {
  await context.study.whenFree();
  return next();
});

/** The contract, to be implemented: the compiler holds each handler to its arguments and answer. */
export const service = implement(contract).$context<ServiceContext>().use(sentenceErrors).use(whenFree);
