import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { configurationTable, envExample } from '../src/config/documentation.ts';
import { projectRoot } from '../src/config/paths.ts';
import { withTable } from './readmeTable.ts';

// Writes .env.example and the configuration table of the README from the schema of the environment.
const readme = path.join(projectRoot, 'README.md');
writeFileSync(path.join(projectRoot, '.env.example'), envExample());
if (existsSync(readme)) {
  const text = withTable(readFileSync(readme, 'utf8'), configurationTable());
  const style = await resolveConfig(readme);
  writeFileSync(readme, await format(text, { ...style, parser: 'markdown' }));
}
