export { MembershipMutations, SignatureMutations } from './mutations';
export { MembershipPayloadResolver, SignaturePayloadResolver } from './payloads';
