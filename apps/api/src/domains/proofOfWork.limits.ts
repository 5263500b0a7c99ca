/** What a proof of work is made for; one that was made for something else does not count. */
export const proofOfWorkPurposes = ['sign_in', 'registration'] as const;

export type ProofOfWorkPurpose = (typeof proofOfWorkPurposes)[number];
