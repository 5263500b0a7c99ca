import winston from 'winston';
import { currentAmbient } from './ambient.ts';
import { redact } from './redact.ts';

export type Logger = winston.Logger;

export interface LogOptions {
  level: string;
  format: 'pretty' | 'json';
}

/** The process's log: one JSON object a line for machines, or one readable line for people. Secrets are masked in both. */
export function createLogger({ level, format }: LogOptions): Logger {
  const { combine, timestamp, errors } = winston.format;
  return winston.createLogger({
    level,
    format: combine(
      errors({ stack: true }),
      withRequestId(),
      masked(),
      timestamp(),
      format === 'json' ? winston.format.json() : pretty(),
    ),
    transports: [new winston.transports.Console({ stderrLevels: [] })],
    // A log that cannot be written must not take the shop down.
    exitOnError: false,
  });
}

/** Ties every line that a request caused to that request. */
const withRequestId = winston.format((info) => {
  const requestId = currentAmbient()?.requestId;
  return requestId === undefined ? info : { requestId, ...info };
});

const masked = winston.format((info) => Object.assign(info, redact({ ...info })));

function pretty(): winston.Logform.Format {
  return winston.format.combine(
    // Colours are for a terminal; in a file they are noise.
    ...(process.stdout.isTTY ? [winston.format.colorize({ level: true })] : []),
    winston.format.printf(({ level, message, timestamp, requestId, stack, ...rest }) => {
      const clock = String(timestamp).slice(11, 23);
      const id = typeof requestId === 'string' ? ` ${requestId.slice(-6)}` : '';
      const details = Object.entries(rest).map(([key, value]) => ` ${key}=${shown(value)}`);
      const trace = typeof stack === 'string' ? `\n${stack}` : '';
      return `${clock} ${level}${id} ${String(message)}${details.join('')}${trace}`;
    }),
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value);
}

/** Plain text for the person at the terminal, such as what runs where; the only other way to stdout. */
export function writeOut(text: string): void {
  process.stdout.write(text);
}
