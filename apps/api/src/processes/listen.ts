import { once } from 'node:events';
import type { Server } from 'node:http';
import { errorCode } from '../utils/errorCode.ts';
import { StartupError } from './fail.ts';

/**
 * Listens, or says what to do when that is not possible.
 * @param variable the environment variable that sets the port.
 * @throws {StartupError} when the port is taken or not allowed.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  variable: string,
): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} on ${host} is in use, perhaps by another shop. ` +
          `Stop what listens there, or choose another port: ${variable}=${port + 100} npm start`,
      );
    }
    if (code === 'EACCES') {
      throw new StartupError(
        `This user may not listen on port ${port}. Choose one above 1023: ${variable}=8080 npm start`,
      );
    }
    if (code === 'EADDRNOTAVAIL') {
      throw new StartupError(`This machine does not have the address ${host}: check HOST.`);
    }
    throw error;
  }
}

/** The port a server listens on, which differs from the wanted one when that was 0. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
