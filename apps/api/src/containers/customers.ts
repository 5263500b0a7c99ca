import { createProfileService } from '../services/profile.service.ts';

/** What customers keep about themselves. */
export function createCustomers() {
  return { profile: createProfileService() };
}
