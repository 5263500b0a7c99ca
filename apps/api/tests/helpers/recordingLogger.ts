import { Writable } from 'node:stream';
import winston from 'winston';
import type { Logger } from '../../src/utils/logger.ts';

export interface LogEntry {
  level: string;
  message: string;
  [field: string]: unknown;
}

/** A logger that writes nothing and keeps its lines. */
export function recordingLogger(): Logger & { readonly lines: LogEntry[] } {
  const lines: LogEntry[] = [];
  const stream = new Writable({
    objectMode: true,
    write(line: LogEntry, _encoding, done) {
      lines.push(line);
      done();
    },
  });
  const logger = winston.createLogger({
    level: 'debug',
    transports: [new winston.transports.Stream({ stream, format: winston.format.simple() })],
  });
  return Object.assign(logger, { lines });
}
