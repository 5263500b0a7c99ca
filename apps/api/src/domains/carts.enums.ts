export const cartStatuses = ['open', 'completed'] as const;
export type CartStatus = (typeof cartStatuses)[number];
