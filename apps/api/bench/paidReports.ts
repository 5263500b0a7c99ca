import { Client } from 'pg';

type Query = (...args: unknown[]) => Promise<unknown>;
interface Config {
  name?: string;
  values?: readonly unknown[];
}

/**
 * Reports each paid order from within the process that records it, as soon as the transaction is
 * committed.
 */
export function reportPaidOrders(tell: (orderId: string) => void): void {
  const original = Reflect.get(Client.prototype, 'query') as Query;
  const moved = new WeakMap<Client, string>();
  Client.prototype.query = function query(this: Client, ...args: unknown[]) {
    const sent = original.apply(this, args);
    const [config] = args;
    if (config === 'COMMIT') {
      const orderId = moved.get(this);
      moved.delete(this);
      if (orderId !== undefined) void sent.then(() => tell(orderId));
    } else if (typeof config === 'object') {
      const { name, values = [] } = config as Config;
      if (name === 'orders.transition' && values.includes('paid')) {
        moved.set(this, String(values[0]));
      }
    }
    return sent;
  } as Client['query'];
}
