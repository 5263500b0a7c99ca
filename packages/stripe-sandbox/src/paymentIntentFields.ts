import {
  boolean,
  expand,
  hash,
  ignored,
  integer,
  list,
  metadata,
  oneOf,
  plainText,
  required,
  shipping,
  text,
} from './params.ts';
import { methodDataFields } from './paymentMethods.ts';

const amount = integer(1);
const setupFutureUsage = oneOf('off_session', 'on_session', '');
const captureMethod = oneOf('automatic', 'automatic_async', 'manual');

/** Accepted by Stripe and without effect here, in creating, updating and confirming alike. */
const ignoredFields = {
  allowed_payment_method_types: list(plainText),
  amount_details: ignored,
  application_fee_amount: ignored,
  customer_account: ignored,
  excluded_payment_method_types: ignored,
  hooks: ignored,
  on_behalf_of: ignored,
  payment_details: ignored,
  payment_method_configuration: ignored,
  payment_method_options: ignored,
  transfer_data: ignored,
  transfer_group: ignored,
};

const commonFields = {
  ...ignoredFields,
  capture_method: captureMethod,
  customer: text,
  description: text,
  expand,
  metadata,
  payment_method: text,
  payment_method_data: hash(methodDataFields),
  payment_method_types: list(plainText),
  receipt_email: text,
  setup_future_usage: setupFutureUsage,
  shipping,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
};

/** Parameters that have a meaning only with a confirmation. */
const confirmationFields = {
  error_on_requires_action: boolean,
  mandate: ignored,
  mandate_data: ignored,
  off_session: oneOf('true', 'false', 'one_off', 'recurring'),
  radar_options: ignored,
  return_url: text,
  use_stripe_sdk: boolean,
};

export const createFields = {
  ...commonFields,
  ...confirmationFields,
  amount: required(amount),
  currency: required(plainText),
  automatic_payment_methods: hash({
    enabled: required(boolean),
    allow_redirects: oneOf('always', 'never'),
  }),
  confirm: boolean,
  confirmation_method: oneOf('automatic', 'manual'),
};

export const updateFields = { ...commonFields, amount, currency: plainText };

export const confirmFields = {
  ...ignoredFields,
  ...confirmationFields,
  capture_method: captureMethod,
  client_secret: plainText,
  expand,
  payment_method: text,
  payment_method_data: hash(methodDataFields),
  payment_method_types: list(plainText),
  receipt_email: text,
  setup_future_usage: setupFutureUsage,
  shipping,
};

export const captureFields = {
  amount_details: ignored,
  amount_to_capture: amount,
  application_fee_amount: ignored,
  expand,
  final_capture: boolean,
  hooks: ignored,
  metadata,
  payment_details: ignored,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: ignored,
};

export const cancelFields = {
  cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
  expand,
};

export const retrieveFields = { client_secret: plainText, expand };
