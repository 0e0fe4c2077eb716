export { CollectiveAction, CollectiveActionTranslation, Signature } from './collective-action';
export { CollectiveActionResolver, SignatureResolver } from './collective-action-resolver';
export {
  MembershipMutations,
  MembershipPayloadResolver,
  SignatureMutations,
  SignaturePayloadResolver,
} from './commands';
export { isSheetLocale, networkPagePath, SHEET_LOCALES, sheetPath, sheetTitle, type SheetLocale } from './fact-sheet';
export { Initiative, InitiativeFilter, initiativeFilter, InitiativeTranslation } from './initiative';
export { InitiativeResolver } from './initiative-resolver';
export { networks, networksOfCity } from './lists';
export { Membership, MembershipRole } from './membership';
export { CityNetworksResolver, MembershipResolver } from './membership-resolver';
export { FormerName, Network, NetworkConnection, NetworkEdge, NetworkTranslation } from './network';
export { NetworkFilter, networkFilter, type NetworkListArgs } from './network-filter';
export { NetworkOverlapResolver, NetworkResolver } from './network-resolver';
export {
  collectiveActionReads,
  currentMembersFrom,
  initiativeReads,
  membershipReads,
  networkOrders,
  networkReads,
  sharedNetworkCount,
  signatureReads,
  validOn,
} from './reads';
