/** What the contract has and the API does not offer yet, as type or Type.field. What gets built is taken off
  the list. */
export const notBuilt: readonly string[] = [];
