/** Units that an order holds; once it is confirmed they are sold, once it is closed they are free. */
export const reservationStates = ['live', 'committed', 'released'] as const;
