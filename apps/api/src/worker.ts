import { keepCompiledModules } from './processes/compileCache.ts';
import { requireNodeVersion } from './processes/nodeVersion.ts';
import { loadZodInEnglish } from './processes/zodInEnglish.ts';

requireNodeVersion();
keepCompiledModules();
await loadZodInEnglish();
const { runJobWorker } = await import('./processes/jobWorker.ts');
await runJobWorker();
