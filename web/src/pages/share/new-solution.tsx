import { useQuery } from 'urql';
import { graphql } from '../../api/graphql';
import { present } from '../../api/present';
import { useForm } from '../../forms';
import { useMessages } from '../../i18n/catalog';
import { Loaded } from '../../ui';
import { messages } from './messages';
import { NETWORKS_OF_CITY } from './networks-of-city';
import { SolutionForm } from './solution-form';
import type { CityOfViewer } from './types';
import { useReturn } from './use-return';

const SHARE = graphql(`
  mutation ShareSolution($input: ShareSolutionInput!) {
    shareSolution(input: $input) {
      solution {
        id
        slug
        title
        status
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** Writes a solution of the city. */
export function NewSolution({ city }: { city: CityOfViewer }) {
  const t = useMessages(messages);
  const goBack = useReturn('solutions', city.slug);
  const [state, refetch] = useQuery({ query: NETWORKS_OF_CITY, variables: { slug: city.slug } });
  const form = useForm(SHARE, `solution of ${city.slug}`, ({ shareSolution }) => goBack(shareSolution.solution?.slug));
  return (
    <Loaded state={state} refetch={refetch}>
      {(data) => (
        <SolutionForm
          form={form}
          before={{}}
          networks={present(data.city?.networks?.nodes)}
          submit={t('share')}
          canBeDraft
          onSubmit={(written, draft) => form.submit({ ...written, draft, cityId: city.id })}
        />
      )}
    </Loaded>
  );
}
