import { NOTE } from '../../../commands/bounds';
import type { Command } from '../../../commands/command';
import { ChangeType } from '../../../events/event';
import { UserErrorCode } from '../../../graphql/user-error';
import { cityReads } from '../../cities';
import { networkReads } from '../../networks';
import { Adoption } from '../adoption';
import { SolutionStatus } from '../enums';
import { adoptionReads, solutionReads } from '../reads';
import { adoptedOnAfter } from './adopted-on';
import type { RecordAdoptionInput } from './adoption-inputs';

const { CONFLICT, INVALID } = UserErrorCode;

/** Records that a city takes up a solution of another one, which may then confirm it. */
export const recordAdoption: Command<RecordAdoptionInput> = {
  name: 'recordAdoption',
  async run(input, work) {
    // Locked, so that it is not withdrawn meanwhile.
    const solution = await work.lock(solutionReads, input.solutionId, 'solutionId');
    const city = await work.find(cityReads, input.cityId, 'cityId');
    work.checkActsFor(city?.rowId, 'cityId');
    if (solution && solution.status !== SolutionStatus.PUBLISHED)
      work.refuse(CONFLICT, `Expected a published solution, but this one is ${solution.status}.`, 'solutionId');
    if (solution && solution.cityId === city?.rowId)
      work.refuse(INVALID, 'Expected a solution of another city, but this one is the city’s own.', 'solutionId');
    const learnedFrom = await work.find(cityReads, input.learnedFromCityId, 'learnedFromCityId');
    if (learnedFrom && learnedFrom.rowId === city?.rowId)
      work.refuse(INVALID, 'Expected another city than the one that adopts.', 'learnedFromCityId');
    const via = await work.find(networkReads, input.viaNetworkId, 'viaNetworkId');
    const { note, kind, status } = input;
    work.checkText(note || null, NOTE, 'note');
    const adopted = adoptedOnAfter(work, input, { adoptedOn: null, datePrecision: null });
    const found = work.proceed({ solution, city });
    const slug = await work.newSlug(adoptionReads, [found.solution.slug, found.city.slug]);
    await work.manager.insert(Adoption, {
      slug,
      solutionId: found.solution.rowId,
      cityId: found.city.rowId,
      learnedFromId: learnedFrom?.rowId ?? null,
      kind,
      status,
      ...adopted,
      viaId: via?.rowId ?? null,
      note: note || null,
      confirmed: false,
    });
    work.tell(ChangeType.ADOPTION_RECORDED, 'Adoption', slug);
    return slug;
  },
  violations: {
    adoption_solution_id_city_id_key: {
      code: CONFLICT,
      path: ['solutionId'],
      message:
        'Expected a solution that the city has not taken up yet, but its adoption is on record: revise that one.',
    },
  },
};
