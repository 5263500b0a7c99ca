/** The status of an invitation. */
export const invitationStatuses = ['pending', 'accepted', 'revoked', 'expired'] as const;

export type InvitationStatus = (typeof invitationStatuses)[number];
