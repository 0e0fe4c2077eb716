/** What a city has reported: counts of its actions, by their latest reports. */
export interface CityReports {
  actionCount: number;
  /** Of these, actions whose report says whether peers had a part in them, */
  answeredCount: number;
  /** and those in which they had. */
  influencedCount: number;
}

export interface ImpactFigures {
  actionCount: number;
  answeredActionCount: number;
  influencedActionCount: number;
  /** Influenced of answered actions; null where none is answered. */
  influencedActionShare: number | null;
  /** Influenced of all actions, were all unanswered ones a no, and a yes; null without actions. */
  influencedActionShareBounds: [number, number] | null;
  cityCount: number;
  answeredCityCount: number;
  influencedCityCount: number;
  /** Cities with an influenced action of those with an answered one; null where there is none. */
  influencedCityShare: number | null;
  influencedCityShareBounds: [number, number] | null;
}

/** Figures of impact. No confidence interval: reports are all there are, not a sample. */
export function impact(cities: readonly CityReports[]): ImpactFigures {
  const sum = (value: (city: CityReports) => number): number => cities.reduce((total, city) => total + value(city), 0);
  const count = (condition: (city: CityReports) => boolean): number => cities.filter(condition).length;
  const isInfluenced = ({ influencedCount }: CityReports): boolean => influencedCount > 0;
  const mayBe = (city: CityReports): boolean => isInfluenced(city) || city.answeredCount < city.actionCount;

  const [actions, answered, influenced] = [
    sum(({ actionCount }) => actionCount),
    sum(({ answeredCount }) => answeredCount),
    sum(({ influencedCount }) => influencedCount),
  ];
  const answeredCities = count(({ answeredCount }) => answeredCount > 0);
  const influencedCities = count(isInfluenced);
  return {
    actionCount: actions,
    answeredActionCount: answered,
    influencedActionCount: influenced,
    influencedActionShare: share(influenced, answered),
    influencedActionShareBounds: bounds(influenced, influenced + actions - answered, actions),
    cityCount: cities.length,
    answeredCityCount: answeredCities,
    influencedCityCount: influencedCities,
    influencedCityShare: share(influencedCities, answeredCities),
    influencedCityShareBounds: bounds(influencedCities, count(mayBe), cities.length),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const bounds = (low: number, high: number, whole: number): [number, number] | null =>
  whole === 0 ? null : [low / whole, high / whole];
