import winston from 'winston';
import { currentAmbient } from './ambient.ts';
import { LEVEL, LogOutput, MESSAGE } from './logOutput.ts';
import { redact } from './redact.ts';

export type Logger = winston.Logger;

export interface LogOptions {
  level: string;
  format: 'pretty' | 'json';
}

/** The process's log: one JSON object a line for machines, or one readable line for people. Secrets are masked in both. */
export function createLogger({ level, format }: LogOptions): Logger {
  const { combine, errors } = winston.format;
  return winston.createLogger({
    level,
    format: combine(errors({ stack: true }), placed()),
    transports: [
      new LogOutput({ format: combine(masked(), format === 'json' ? json() : pretty()) }),
    ],
    // A log that cannot be written must not take the shop down.
    exitOnError: false,
  });
}

/** Ties a line to the request that caused it and to its moment; the rest is done when it is written. */
const placed = winston.format((info) => {
  const requestId = currentAmbient()?.requestId;
  if (requestId !== undefined) info['requestId'] ??= requestId;
  info['timestamp'] = new Date().toISOString();
  return info;
});

const masked = winston.format((info) => {
  const line = redact(info) as winston.Logform.TransformableInfo;
  line[LEVEL] = info[LEVEL];
  return line;
});

/**
 * winston's own format makes its serializer anew for each line, and looks for cycles; after masking
 * there is none, and nothing else that cannot be written.
 */
const json = winston.format((info) => {
  info[MESSAGE] = JSON.stringify(info);
  return info;
});

function pretty(): winston.Logform.Format {
  return winston.format.combine(
    // Colours are for a terminal; in a file they are noise.
    ...(process.stdout.isTTY ? [winston.format.colorize({ level: true })] : []),
    winston.format.printf(({ level, message, timestamp, requestId, stack, ...rest }) => {
      const clock = String(timestamp).slice(11, 23);
      const id = typeof requestId === 'string' ? ` ${requestId.slice(-6)}` : '';
      const details = Object.entries(rest).map(([key, value]) => ` ${key}=${detail(value)}`);
      const trace = typeof stack === 'string' ? `\n${stack}` : '';
      return `${clock} ${level}${id} ${String(message)}${details.join('')}${trace}`;
    }),
  );
}

function detail(value: unknown): string {
  return typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value);
}

/** Plain text for the person at the terminal, such as what runs where; the only other way to stdout. */
export function writeOut(text: string): void {
  process.stdout.write(text);
}
