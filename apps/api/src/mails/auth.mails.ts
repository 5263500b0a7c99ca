import { authEvents } from '../events/auth.events.ts';
import { defineMail } from './defineMail.ts';

const to = 'customer';

/** The mails about accounts, to the address that each concerns. */
export const authMails = {
  verifyEmail: defineMail(authEvents, {
    to,
    name: 'user.verify_email',
    event: 'user.verification_requested',
  }),
  registrationRefused: defineMail(authEvents, {
    to,
    name: 'user.registration_refused',
    event: 'user.registration_refused',
  }),
  welcome: defineMail(authEvents, {
    to,
    name: 'user.welcome',
    event: 'user.verified',
    when: ({ isFirst }) => isFirst === true,
  }),
  resetPassword: defineMail(authEvents, {
    to,
    name: 'user.reset_password',
    event: 'user.reset_requested',
  }),
  passwordChanged: defineMail(authEvents, {
    to,
    name: 'user.password_changed',
    event: 'user.password_changed',
  }),
  changeEmail: defineMail(authEvents, {
    to,
    name: 'user.change_email',
    event: 'user.email_change_requested',
  }),
  emailChangeStarted: defineMail(authEvents, {
    to,
    name: 'user.email_change_started',
    event: 'user.email_change_requested',
  }),
  emailChanged: defineMail(authEvents, {
    to,
    name: 'user.email_changed',
    event: 'user.email_changed',
  }),
  newDevice: defineMail(authEvents, {
    to,
    name: 'session.new_device',
    event: 'session.opened_on_new_device',
  }),
  sessionReused: defineMail(authEvents, {
    to,
    name: 'session.reused',
    event: 'session.reuse_detected',
  }),
};
