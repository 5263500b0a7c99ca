/** How else people write a region, beside its code and name: by country and code, as `plainOf` writes it. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    AA: 'ARMEDFORCESAMERICAS',
    AE: 'ARMEDFORCESEUROPE',
    AP: 'ARMEDFORCESPACIFIC',
    AL: 'ALA',
    AR: 'ARK',
    AZ: 'ARIZ',
    CA: 'CAL CALIF',
    CO: 'COL COLO',
    CT: 'CONN',
    DC: 'WASHINGTONDC',
    DE: 'DEL',
    FL: 'FLA',
    ID: 'IDA',
    IL: 'ILL',
    IN: 'IND',
    KS: 'KAN KANS',
    MA: 'MASS',
    MI: 'MICH',
    MN: 'MINN',
    MS: 'MISS',
    MT: 'MONT',
    NE: 'NEB NEBR',
    NV: 'NEV',
    NY: 'NYC',
    OK: 'OKLA',
    OR: 'ORE OREG',
    PA: 'PENN PENNA',
    TN: 'TENN',
    TX: 'TEX',
    VI: 'USVIRGINISLANDS',
    WA: 'WASH',
    WI: 'WIS WISC',
    WV: 'WVA',
    WY: 'WYO',
  },
  CA: {
    AB: 'ALB ALTA',
    BC: 'CB COLOMBIEBRITANNIQUE',
    MB: 'MAN',
    NB: 'NOUVEAUBRUNSWICK',
    NL: 'NF NFL NFLD LB TNL NEWFOUNDLAND LABRADOR TERRENEUVE TERRENEUVEETLABRADOR',
    NS: 'NE NOUVELLEECOSSE',
    NT: 'NWT TNO TERRITOIRESDUNORDOUEST',
    ON: 'ONT',
    PE: 'PEI IPE ILEDUPRINCEEDOUARD',
    QC: 'PQ QUE',
    SK: 'SASK',
    YT: 'YK YUK YUKONTERRITORY TERRITOIREDUYUKON',
  },
  MX: {
    AGU: 'AGS',
    CHH: 'CHIH',
    CHP: 'CHS CHIS',
    CMX: 'CDM CDMX DIF',
    DUR: 'DGO',
    GUA: 'GTO',
    HID: 'HGO',
    MEX: 'EDO EDOMEX',
    MIC: 'MCH MICH',
    QUE: 'QRO',
    ROO: 'QROO',
    TAM: 'TMS TAMPS',
    TLA: 'TLX TLAX',
  },
};

/** The code of the region that a country's people may write in this way, of a text by `plainOf`. */
export function codeOfSpelling(country: string, plain: string): string | undefined {
  const spellings = Object.entries(SPELLINGS[country] ?? {});
  return spellings.find(([, all]) => all.split(' ').includes(plain))?.[0];
}

/** Letters and digits alone, in capitals, without accents: `Île-du-Prince-Édouard`, `N.Y.`, `Hawaiʻi`. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{M}\p{N}]|\p{Lm}/gu, '')
    .toUpperCase();
}
