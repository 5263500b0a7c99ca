import { addAddress } from './profile/addAddress.ts';
import { changeAddress, removeAddress } from './profile/changeAddress.ts';
import { getAddress, listAddresses } from './profile/findAddresses.ts';
import { findProfile } from './profile/findProfile.ts';
import { updateProfile } from './profile/updateProfile.ts';

export type { SavedAddress } from './profile/findAddresses.ts';
export type { Profile } from './profile/findProfile.ts';

export type ProfileService = ReturnType<typeof createProfileService>;

/** What the signed-in customer keeps about themselves: names, language, addresses. */
export function createProfileService() {
  return {
    get: findProfile,
    update: updateProfile,
    listAddresses,
    getAddress,
    addAddress,
    updateAddress: changeAddress,
    removeAddress,
  };
}
