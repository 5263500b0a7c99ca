import { orderMailSubscriber } from '../events/orderMail.subscriber.ts';
import { refundMailSubscriber } from '../events/refundMail.subscriber.ts';
import { staffMailSubscriber } from '../events/staffMail.subscriber.ts';
import { defineDomain } from './defineDomain.ts';

export const email = defineDomain({
  subscribers: [orderMailSubscriber, refundMailSubscriber, staffMailSubscriber],
});
