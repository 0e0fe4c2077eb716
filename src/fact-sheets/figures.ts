import type { SheetAnswer } from './answer';
import type { Pen } from './pen';
import type { SheetFacts } from './read';
import type { Figure } from './sheet';

/** What can be counted of a network and its members. */
export function figuresOf(facts: SheetFacts, pen: Pen): Figure[] {
  const { network, members, solutionCount, adoptionCount, impact } = facts;
  const { say, format } = pen;
  const countries = new Set(members.flatMap(({ node }) => (node ? [node.country.code] : []))).size;
  const learnt = members.reduce((sum, { node }) => sum + (node?.adoptions?.totalCount ?? 0), 0);
  const figure = (count: number, label: (count: number) => string, note = ''): Figure => ({
    ...{ value: format.number(count), label: label(count), note },
  });
  return [
    figure(members.length, say.membersFigure),
    figure(countries, say.countriesFigure),
    figure(solutionCount, say.solutionsFigure, say.solutionsNote(format.number(network.sharedHere?.totalCount ?? 0))),
    figure(adoptionCount, say.adoptionsFigure, say.adoptionsNote),
    figure(learnt, say.learningFigure, say.learningNote),
    influenceOf(impact, pen),
  ];
}

/** The share of those who answer; beside it how many do, without which it says nothing. */
function influenceOf(impact: SheetAnswer['impact'], { say, format }: Pen): Figure {
  const { actionCount = 0, answeredActionCount: answered = 0, influencedActionCount: influenced = 0 } = impact ?? {};
  const label = say.influenceFigure(influenced);
  if (actionCount === 0) return { value: '–', label, note: say.noActions };
  if (answered === 0) return { value: '–', label, note: say.influenceUnknown(format.number(actionCount)) };
  const note = say.influenceNote(
    format.number(answered),
    format.number(actionCount),
    format.percent(answered / actionCount),
  );
  return { value: format.number(influenced), label, note };
}
