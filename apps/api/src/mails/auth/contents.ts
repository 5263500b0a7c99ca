import {
  changeEmail,
  emailChangeStarted,
  registrationRefused,
  resetPassword,
  verifyEmail,
} from './links.ts';
import { emailChanged, newDevice, passwordChanged, sessionReused, welcome } from './notices.ts';

export const contents = [
  verifyEmail,
  registrationRefused,
  resetPassword,
  passwordChanged,
  changeEmail,
  emailChangeStarted,
  emailChanged,
  newDevice,
  sessionReused,
  welcome,
];
