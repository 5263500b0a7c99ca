import { types } from 'node:util';
import winston from 'winston';
import { currentRequest } from '../kernel/requestStore.ts';
import { LEVEL, LogOutput, MESSAGE } from './logOutput.ts';
import { errorFields, redact } from './redact.ts';

export type Logger = winston.Logger;

interface LogOptions {
  level: string;
  format: 'pretty' | 'json';
}

/** Whatever is logged: no line has more characters. */
const MAX_LINE = 16_384;
/** Of a line that would, so much of its message is left. */
const MAX_MESSAGE = 2000;

/** Where winston keeps what was given beside the message (`triple-beam`). */
const SPLAT = Symbol.for('splat');

/**
 * The process's log: one JSON object a line for machines, or one readable line for people. In both
 * secrets are masked, and a line is no longer than {@link MAX_LINE}.
 */
export function createLogger({ level, format }: LogOptions): Logger {
  const { combine } = winston.format;
  const written = format === 'json' ? json() : pretty();
  return winston.createLogger({
    level,
    format: combine(withoutProperties(), placed()),
    transports: [new LogOutput({ format: combine(masked(), written, bounded({ format })) })],
    // A log that cannot be written must not take the shop down.
    exitOnError: false,
  });
}

/**
 * winston copies everything that is attached to an error which is logged alone or beside a message;
 * only an error's own fields are kept.
 */
const withoutProperties = winston.format((info) => {
  const { message } = info;
  const isWhole = types.isNativeError(info);
  if (isWhole || types.isNativeError(message)) {
    const error = isWhole ? (info as Error) : (message as Error);
    return {
      ...errorFields(error),
      level: info.level,
      message: error.message,
      [LEVEL]: info[LEVEL],
    };
  }
  const [beside] = (info[SPLAT] as readonly unknown[] | undefined) ?? [];
  if (!types.isNativeError(beside)) return info;
  const { message: _told, ...fields } = errorFields(beside);
  return { ...fields, level: info.level, message, [LEVEL]: info[LEVEL] };
});

/** Ties a line to the request that caused it and to its moment; the rest is done when it is written. */
const placed = winston.format((info) => {
  const requestId = currentRequest()?.requestId;
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
 * winston's own format creates its serializer for each line, and searches for cycles; masked values
 * have none, and nothing else that cannot be serialized.
 */
const json = winston.format((info) => {
  info[MESSAGE] = JSON.stringify(info);
  return info;
});

/** Truncates a line that is too long; in JSON the result is again a complete object. */
const bounded = winston.format((info, options) => {
  const text = String(info[MESSAGE]);
  if (text.length <= MAX_LINE) return info;
  const { level, message, timestamp, requestId } = info;
  info[MESSAGE] =
    (options as LogOptions).format === 'json'
      ? JSON.stringify({
          level,
          message: String(message).slice(0, MAX_MESSAGE),
          timestamp,
          requestId,
          leftOut: `the rest of ${text.length} characters`,
        })
      : `${text.slice(0, MAX_LINE)}… (${text.length} characters)`;
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
