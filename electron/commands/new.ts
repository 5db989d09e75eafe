import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import { makeStudy } from '../import/make-study.ts';
import { makeSampleStudy } from '../import/sample-study.ts';
import { resourceFolders } from '../resource-folders.ts';
import { type Command, needed, readArguments } from './usage.ts';

const sampleUsage = 'sample <out.casebench>';

/** Makes the sample study. */
export const sampleCommand: Command = {
  name: 'sample',
  usage: sampleUsage,
  summary: 'Makes the sample study: thirteen sessions in three companies, coded, rated and placed.',
  run: async (args) => {
    const { words } = readArguments(args, {}, sampleUsage);
    const study = await makeSampleStudy(
      needed(words[0], 'The file to make', sampleUsage),
      resourceFolders().schemes,
    );
    study.close();
    return 0;
  },
};

const newUsage = 'new <out.casebench> --scheme <id or file.yaml> [--name "…"] [--coder "…"]';

/** Makes an empty study from a scheme. */
export const newCommand: Command = {
  name: 'new',
  usage: newUsage,
  summary: 'Makes an empty study from a shipped scheme or from a scheme file of your own.',
  run: async (args) => {
    const { options, words } = readArguments(
      args,
      { scheme: { type: 'string' }, name: { type: 'string' }, coder: { type: 'string' } },
      newUsage,
    );
    const path = needed(words[0], 'The file to make', newUsage);
    const scheme = needed(options.scheme, 'The scheme', newUsage);
    const isFile = /\.(ya?ml|json)$/i.test(scheme);
    const study = makeStudy(path, {
      name: options.name ?? basename(path, extname(path)),
      schemesFolder: resourceFolders().schemes,
      ...(isFile ? { schemePath: scheme } : { schemeId: scheme }),
      coder: options.coder ?? findAccountName(),
    });
    study.close();
    return 0;
  },
};

function findAccountName(): string {
  try {
    return userInfo().username || 'Researcher';
  } catch {
    // Accounts without an entry in the system's list have no name.
    return 'Researcher';
  }
}
