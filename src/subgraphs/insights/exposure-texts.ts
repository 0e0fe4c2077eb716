interface Texts {
  method: string;
  caveat: string;
}

/** What exposure is, and what it is not. */
export const exposureTexts = {
  en: {
    method:
      'At risk are city–solution–years: each year from the one after a solution’s first record until a city adopts it, for cities with ' +
      'dated memberships, its own city excluded, up to the year of the latest adoption. Exposed are those where on 1 January the city ' +
      'shared a network with a city that had originated or adopted the solution in an earlier year. The rate ratio is that of Mantel ' +
      'and Haenszel, stratified by solution and year; the interval holds 95 % of the ratios of 2,000 samples of the solutions, drawn ' +
      'with replacement (percentile bootstrap, seed 42). Rows without a date are left out and counted.',
    caveat:
      'This is not a causal estimate. Like cities join the same networks, and might have adopted the same anyway; reporting is uneven; ' +
      'and solutions are in the sample because they spread.',
  },
  es: {
    method:
      'En riesgo están los años-ciudad-solución: cada año desde el siguiente al primer registro de una solución hasta que una ciudad ' +
      'la adopta, para ciudades con membresías fechadas, sin la ciudad de origen, hasta el año de la última adopción. Expuestos son ' +
      'aquellos en que el 1 de enero la ciudad compartía una red con otra que había originado o adoptado la solución en un año ' +
      'anterior. La razón de tasas es la de Mantel y Haenszel, estratificada por solución y año; el intervalo contiene el 95 % de las ' +
      'razones de 2000 muestras de las soluciones con reemplazo (bootstrap de percentiles, semilla 42). Las filas sin fecha se ' +
      'excluyen y se cuentan.',
    caveat:
      'No es una estimación causal. Las ciudades parecidas se unen a las mismas redes, y quizá habrían adoptado lo mismo de todos ' +
      'modos; los informes son desiguales; y las soluciones están en la muestra porque se difundieron.',
  },
  zh: {
    method:
      '处于风险中的是“城市—方案—年”：对成员资格有日期的城市（来源城市除外），' +
      '从方案首次记录的次年起，到该城市采用它为止的每一年，' +
      '直至最近一次采用的年份。若某年1月1日该城市与另一座在更早年份首创或采用该方案的城市同属' +
      '一个网络，则计为“受影响”。' +
      '率比为按方案和年份分层的Mantel–Haenszel率比；' +
      '区间包含对方案有放回抽样2000次所得率比的95%（百分位自助法，种子42）。' +
      '没有日期的记录被排除并计数。',
    caveat:
      '这不是因果估计：相似的城市会加入相同的网络，本来也可能采用相同的方案；报告并不均衡；' +
      '方案之所以在样本中，正是因为它们得到了传播。',
  },
} satisfies Record<string, Texts>;
