import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';

/** The samples of the production guide. */
export const sampleNames = ['us', 'eu', 'uk'] as const;

type SampleName = (typeof sampleNames)[number];

export const sampleFile = (name: SampleName) =>
  path.join(projectRoot, `docs/guides/shop-config/${name}.yaml`);

export const sampleText = (name: SampleName) => readFileSync(sampleFile(name), 'utf8');
