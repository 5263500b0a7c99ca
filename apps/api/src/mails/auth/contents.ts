import { changeEmail, emailChangeStarted, resetPassword, verifyEmail } from './links.ts';
import { emailChanged, newDevice, passwordChanged, sessionReused } from './notices.ts';

export const contents = [
  verifyEmail,
  resetPassword,
  passwordChanged,
  changeEmail,
  emailChangeStarted,
  emailChanged,
  newDevice,
  sessionReused,
];
