import type { Handlers } from '../kernel/route.ts';
import {
  isNamedBy,
  presentOutdatedAddress,
  presentOutdatedProfile,
  presentProfile,
  presentSavedAddress,
  profileEtag,
  savedAddressEtag,
} from '../presenters/profile.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { profileRoutes } from '../routes/profile.routes.ts';
import type { Profile, ProfileService, SavedAddress } from '../services/profile.service.ts';
import { created, ok, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  profile: ProfileService;
}

function show(profile: Profile) {
  return tagged(ok(presentProfile(profile)), profileEtag(profile));
}

function showAddress(saved: SavedAddress) {
  return tagged(ok(presentSavedAddress(saved)), savedAddressEtag(saved));
}

export function createProfileController({ profile }: Services): Handlers<typeof profileRoutes> {
  return {
    async getProfile(ctx) {
      return show(await profile.get(ctx));
    },

    async updateProfile(ctx, { headers, body }) {
      const isExpected = isNamedBy(headers['if-match'], profileEtag);
      const updated = profile.update(ctx, { change: body, isExpected });
      return show(await showingCurrent(updated, presentOutdatedProfile));
    },

    async listAddresses(ctx) {
      return ok((await profile.listAddresses(ctx)).map(presentSavedAddress));
    },

    async createAddress(ctx, { body }) {
      const saved = await profile.addAddress(ctx, body);
      const reply = created(presentSavedAddress(saved), `${API_BASE}/me/addresses/${saved.id}`);
      return tagged(reply, savedAddressEtag(saved));
    },

    async getAddress(ctx, { params }) {
      return showAddress(await profile.getAddress(ctx, params.addressId));
    },

    async updateAddress(ctx, { params, headers, body }) {
      const isExpected = isNamedBy(headers['if-match'], savedAddressEtag);
      const updated = profile.updateAddress(ctx, params.addressId, { change: body, isExpected });
      return showAddress(await showingCurrent(updated, presentOutdatedAddress));
    },

    async removeAddress(ctx, { params, headers }) {
      const isExpected = isNamedBy(headers['if-match'], savedAddressEtag);
      const removed = profile.removeAddress(ctx, params.addressId, { isExpected });
      return ok(presentSavedAddress(await showingCurrent(removed, presentOutdatedAddress)));
    },
  };
}
