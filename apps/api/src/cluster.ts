import { requireNodeVersion } from './processes/nodeVersion.ts';
import { loadZodInEnglish } from './processes/zodInEnglish.ts';

requireNodeVersion();
await loadZodInEnglish();
const { runPrimary } = await import('./processes/primary.ts');
await runPrimary();
