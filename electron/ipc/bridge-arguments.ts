import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { BridgeCall, CasebenchBridge } from './contract/bridge.ts';

const path = z.string().min(1).max(4096).refine(isAbsolute, 'an absolute path');
const nothing = z.tuple([]);

const studyChoice = z.strictObject({
  name: z.string().trim().min(1).max(200),
  schemeId: z.string().max(100),
  schemePath: path.nullable(),
  coder: z.string().trim().min(1).max(80),
});

const fileFilter = z.strictObject({
  name: z.string().max(100),
  extensions: z.array(z.string().max(20)).max(20),
});

/** The arguments of every call that main answers; what does not fit is refused before anything is done. */
export const bridgeArguments: { [Call in BridgeCall]: z.ZodType<Parameters<CasebenchBridge[Call]>> } = {
  whatToShow: nothing,
  listRecent: nothing,
  forgetRecent: z.tuple([path]),
  listSchemes: nothing,
  newStudy: z.tuple([studyChoice]),
  chooseScheme: nothing,
  openStudy: z.tuple([path.nullable()]),
  openSample: nothing,
  saveStudyAs: nothing,
  reopenStudy: nothing,
  chooseFilesToImport: nothing,
  chooseTable: nothing,
  chooseWhereToSave: z.tuple([z.string().max(1000), z.array(fileFilter).max(20)]),
  showInFolder: z.tuple([path]),
  getTheme: nothing,
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
};
