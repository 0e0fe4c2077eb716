import { cityId, documentOf, idOf, networkId, solutionId, type MutationName } from '../writing/desk';

/** Who asks. */
export type Who = 'bogota' | 'london' | 'manager' | 'admin';

/** A mutation, who sends it, and the codes of what is wrong with it: of its userErrors, or of the error that it ends with. */
export interface Writing {
  name: string;
  query: string;
  variables: { input: object };
  who?: Who;
  outcome: string[];
}

const write = (mutation: MutationName, input: object, who?: Who, ...outcome: string[]): Writing => ({
  name: `${mutation} of ${who ?? 'nobody'}: ${outcome.join() || 'done'}`,
  query: documentOf(mutation),
  variables: { input },
  who,
  outcome,
});

const metro = { cityId: cityId('bogota'), title: 'Metro', summary: 'Begun.', sector: 'TRANSPORT', locale: 'es' };
const once = { ...metro, title: 'Tram', idempotencyKey: 'tram' };
const action = {
  cityId: cityId('bogota'),
  title: 'Trees',
  sector: 'WATER',
  status: 'PLANNED',
  reportedOn: '2025-06-30',
};

/** In this order: what is written is what the next ones go on from. */
export const writings: Writing[] = [
  write('shareSolution', metro, undefined, 'UNAUTHENTICATED'),
  write('shareSolution', metro, 'london', 'FORBIDDEN'),
  write('shareSolution', { ...metro, title: ' ', networkIds: ['garbage'] }, 'bogota', 'NOT_FOUND', 'INVALID'),
  write('shareSolution', { ...metro, draft: true, networkIds: [networkId('cool-cities')] }, 'bogota'),
  write('shareSolution', once, 'bogota'),
  write('shareSolution', once, 'bogota'),
  write('shareSolution', { ...once, title: 'Bus' }, 'bogota', 'CONFLICT'),
  write('publishSolution', { solutionId: solutionId('metro-bogota') }, 'bogota'),
  write('reviseSolution', { solutionId: solutionId('metro-bogota'), summary: 'Under way.' }, 'bogota'),
  write(
    'recordAdoption',
    { solutionId: solutionId('metro-bogota'), cityId: cityId('london'), kind: 'IMPROVED' },
    'london',
  ),
  write('reviseAdoption', { adoptionId: idOf('Adoption', 'metro-bogota-london'), status: 'IN_PROGRESS' }, 'london'),
  write('confirmAdoption', { adoptionId: idOf('Adoption', 'metro-bogota-london') }, 'bogota'),
  write('withdrawSolution', { solutionId: solutionId('tram-bogota'), reason: 'Not ours.' }, 'bogota'),
  write('reportAction', { ...action, influencedByNetworkIds: [networkId('bus-lanes')], influences: ['NEW'] }, 'bogota'),
  write('recordCollaboration', { kind: 'STUDY_VISIT', participantIds: [cityId('bogota'), cityId('london')] }, 'bogota'),
  write('setMembership', { cityId: cityId('london'), networkId: networkId('bus-lanes'), role: 'MEMBER' }, 'manager'),
  write(
    'setMembership',
    { cityId: cityId('london'), networkId: networkId('air-sensors'), role: 'LEAD' },
    'manager',
    'FORBIDDEN',
  ),
  write('endMembership', { membershipId: 'garbage', endedOn: '2026-01-01' }, 'admin', 'NOT_FOUND'),
  write(
    'signCollectiveAction',
    { collectiveActionId: idOf('CollectiveAction', 'green-roof-accord'), cityId: cityId('london') },
    'london',
  ),
  write('withdrawSignature', { signatureId: 'garbage', withdrawnOn: '2026-01-01' }, 'london', 'NOT_FOUND'),
];
