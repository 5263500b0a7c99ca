import { docOf } from './schema.ts';

/** One problem of the environment. */
export interface Problem {
  variable: string;
  /** What is wrong, without the variable's name and without a secret's value. */
  message: string;
}

/** Every problem of the environment at once, for the person who starts the shop. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      [
        problems.length === 1
          ? 'The configuration has a problem:'
          : `The configuration has ${problems.length} problems:`,
        ...problems.map(describe),
      ].join('\n'),
    );
    this.problems = problems;
  }
}

function describe({ variable, message }: Problem): string {
  const { example } = docOf(variable);
  return example.startsWith('openssl ')
    ? `  ${variable} ${message}\n      generate one with: ${example}`
    : `  ${variable} ${message}\n      example: ${variable}=${example}`;
}
