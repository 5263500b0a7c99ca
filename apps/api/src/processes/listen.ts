import { once } from 'node:events';
import type { Server } from 'node:http';
import { errorCode } from '../utils/errorCode.ts';
import { StartupError } from './fail.ts';

const MAX_PORT = 65_535;

/** The environment variable that sets a port, and its current value. */
export interface PortSetting {
  variable: string;
  port: number;
  /** The variable that sets the address; HOST by default. */
  hostVariable?: string;
}

/**
 * Listens, or reports what to do when that is not possible.
 * @param setting the variable to change when the port is not available.
 * @throws {StartupError} when the port is taken or not allowed.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  setting: PortSetting,
): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} on ${host} is in use, perhaps by another shop. ` +
          `Stop what listens there, or choose another port: ${otherPort(setting)}`,
      );
    }
    if (code === 'EACCES') {
      throw new StartupError(
        `This user may not listen on port ${port}. Choose one above 1023: ${setting.variable}=8080`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError(
        `This machine does not have the address ${host}: check ${setting.hostVariable ?? 'HOST'}.`,
      );
    }
    throw error;
  }
}

/** Far enough for the ports that follow the API's. */
function otherPort({ variable, port }: PortSetting): string {
  return `${variable}=${port + 100 < MAX_PORT ? port + 100 : port - 100}`;
}

/** The port on which a server listens; it differs from the configured one when that is 0. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
