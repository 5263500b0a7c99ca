import process from 'node:process';

/** Where the command was typed: npm changes the folder to the project's before it runs a script. */
export function callerFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}
