/**
 * Reports an unexpected error on standard error in one line of JSON: its name, code,
 * message and stack, and none of its other properties (a packet, a request).
 */
export function reportUnexpected(message: string, error: unknown): void {
  process.stderr.write(`${JSON.stringify({ level: 'error', message, error: factsOf(error) })}\n`);
}

function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, code: 'code' in error ? error.code : undefined, message, stack };
}
