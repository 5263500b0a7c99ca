import { orderMailSubscriber } from './orderMail.subscriber.ts';
import { refundMailSubscriber } from './refundMail.subscriber.ts';
import { staffMailSubscriber } from './staffMail.subscriber.ts';

/** Every durable subscriber. The queue's job of each is listed from here by jobs/registry.ts. */
export const subscribers = [
  orderMailSubscriber,
  refundMailSubscriber,
  staffMailSubscriber,
] as const;
