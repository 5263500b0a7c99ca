/**
 * The officially assigned codes of ISO 3166-1, alpha-2 and alpha-3 together, and Kosovo's, which ISO
 * leaves to its users and carriers and banks write so.
 */
const codePairs =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW ' +
  'AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN ' +
  'BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG ' +
  'CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE ' +
  'DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN ' +
  'FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL ' +
  'GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV ' +
  'HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM ' +
  'JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO ' +
  'LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE ' +
  'MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS ' +
  'MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL ' +
  'NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI ' +
  'PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN ' +
  'SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV ' +
  'SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON ' +
  'TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN ' +
  'VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE';

const alpha3ByCode: ReadonlyMap<string, string> = new Map(
  codePairs.split(' ').map((pair): [string, string] => [pair.slice(0, 2), pair.slice(2)]),
);

/** Every country's code, in alphabetical order. */
export const countryCodes: readonly string[] = [...alpha3ByCode.keys()];

/** What people call a country, or a part of it, that its list does not. */
const nicknames: Readonly<Record<string, string>> = {
  EN: 'GB',
  ENGLAND: 'GB',
  'GREAT BRITAIN': 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  'NORTHERN IRELAND': 'GB',
  HOLLAND: 'NL',
  AMERICA: 'US',
  TURKEY: 'TR',
};

let englishNames: Intl.DisplayNames | undefined;

/** Whether the text is the upper-case code of a country. */
export function isCountry(code: string): boolean {
  return alpha3ByCode.has(code);
}

/** A country's name in English, as it stands on a parcel; what is no country's code, as it is. */
export function countryName(code: string): string {
  if (!isCountry(code)) return code;
  englishNames ??= new Intl.DisplayNames('en', { type: 'region' });
  return (englishNames.of(code) ?? code).replace(/ SAR China$/, '');
}

/** The code that was probably meant: by another spelling, the three-letter code, or the name. */
export function nearestCountry(text: string): string | undefined {
  const wanted = text.trim().toUpperCase();
  if (isCountry(wanted)) return wanted;
  const nickname = Object.hasOwn(nicknames, wanted) ? nicknames[wanted] : undefined;
  if (nickname !== undefined) return nickname;
  const renamed = /^[A-Z]{2}$/.test(wanted) && new Intl.Locale(`und-${wanted}`).region;
  if (renamed && isCountry(renamed)) return renamed;
  return (
    countryCodes.find((code) => alpha3ByCode.get(code) === wanted) ??
    countryCodes.find((code) => countryName(code).toUpperCase() === wanted) ??
    (wanted.length < 4
      ? undefined
      : countryCodes.find((code) => countryName(code).toUpperCase().startsWith(wanted)))
  );
}
