import type { Shown } from '../kernel/route.ts';
import type { ApiKey, MadeApiKey } from '../services/apiKeys.service.ts';
import type {
  machineClientSchema,
  madeMachineClientSchema,
} from '../validators/machineClients.validator.ts';
import { presentApiKey } from './apiKeys.presenter.ts';

/** A client for staff: never its secret. */
export function presentMachineClient(client: ApiKey): Shown<typeof machineClientSchema> {
  const {
    kind: _,
    publicKey: _key,
    salesChannel: _channel,
    origins: _origins,
    ...shown
  } = presentApiKey(client);
  return shown;
}

/** A client with its secret, for the one answer that shows it. */
export function presentMadeMachineClient({
  apiKey,
  key,
}: MadeApiKey): Shown<typeof madeMachineClientSchema> {
  return { ...presentMachineClient(apiKey), secret: key };
}
