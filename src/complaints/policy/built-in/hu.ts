import type { Spoken } from './spoken.js';

const UK =
  'Ha nem elégedett a válaszunkkal, panaszával a végleges válaszunktól számított hat hónapon belül díjmentesen a ' +
  'Financial Ombudsman Service szervezethez fordulhat: www.financial-ombudsman.org.uk.';

export const HUNGARIAN: Spoken = {
  words: {
    title: 'Hogyan tehet panaszt, és mi történik azután',
    introduction:
      'Szeretnénk tudni, ha valami nem úgy sikerült, ahogyan kellett volna. Itt elolvashatja, hogyan tehet panaszt, ' +
      'mit teszünk a panaszával, és mikorra kap választ.',
    howToComplain:
      'Töltse ki a panaszbejelentő űrlapunkat, vagy forduljon bármelyik munkatársunkhoz telefonon, levélben, ' +
      'e-mailben vagy személyesen: ő rögzíti, amit elmond. Regisztrálnia nem kell. Azonnal kap egy hivatkozási ' +
      'számot, és hozzáférést egy saját oldalhoz, ahol bármikor megnézheti, hol tart a panasza, és ahol írhat nekünk.',
    whatWeNeed:
      'Mondja el a saját szavaival, mi történt, adja meg a nevét, és azt, hogyan érhetjük el. Ha tudja, írja meg azt ' +
      'is, melyik termékről vagy szolgáltatásról van szó, mi a rendelés száma, mikor történt az eset, és mivel ' +
      'tehetnénk jóvá. Ennél többre az induláshoz nincs szükségünk.',
    remedies:
      'Ha mi hibáztunk, jóvátesszük: bocsánatkéréssel, magyarázattal, a pénz visszafizetésével, cserével, ' +
      'javítással, utalvánnyal vagy kártalanítással, és azzal, hogy változtatunk azon, ami a hibához vezetett.',
    charges: 'A panasztétel ingyenes.',
    help:
      'Ha nehezére esik az írás, mondja el telefonon vagy személyesen, vagy kérjen meg valakit, hogy beszéljen Ön ' +
      'helyett. Kérjük, jelezze, melyik nyelven válaszoljunk, és mi mással könnyíthetjük meg a dolgát.',
    channels: ['web'],
  },
  process: {
    acknowledge:
      'Munkatársunk először válaszol Önnek, és közli, mikorra születik döntés. A határidőt a panasz beérkezésétől ' +
      'számítjuk.',
    establish_facts:
      'Kiderítjük, mi történt, és meghallgatjuk, Ön hogyan látja. A határidőt az első válaszunktól számítjuk.',
    name_owner:
      'Megtudja, név szerint ki felel a panasza intézéséért. A határidőt a tények megállapításától számítjuk.',
    update:
      'A döntésig rendszeresen megírjuk, hol tart az ügye; két tájékoztatás között ennél több idő nem telik el. ' +
      'A határidőt az első válaszunktól számítjuk.',
    resolve:
      'Megkapja a döntésünket az indokolásával, és azt is megírjuk, hová fordulhat még. A határidőt a panasz ' +
      'beérkezésétől számítjuk.',
  },
  windows: {
    confirm:
      'A döntésünk után ennyi ideje van arra, hogy jelezze, elfogadja-e. Ha nem jelentkezik, értesítjük, mielőtt a ' +
      'panaszt lezárjuk.',
    dispute:
      'A döntésünk után ennyi ideig jelezheti, hogy nem ért egyet vele; akkor eggyel magasabb szinten újra ' +
      'megvizsgáljuk, hacsak nem közöltük, hogy a döntés a mi részünkről végleges.',
  },
  routesOutside: {
    iso_10002:
      'Ha nem elégedett a döntésünkkel, a ránk nézve illetékes ombudsmanhoz vagy fogyasztóvédelmi szervhez, illetve ' +
      'bírósághoz fordulhat.',
    uk_disp: UK,
    uk_disp_payments: UK,
    us_cfpb:
      'A válaszunkról 60 napon belül elmondhatja a véleményét a Consumer Financial Protection Bureau hivatalnál: ' +
      'www.consumerfinance.gov/complaint.',
    au_rg271:
      'Panaszával díjmentesen az Australian Financial Complaints Authority szervezethez fordulhat: www.afca.org.au.',
    eu_joint_guidelines:
      'Ha nem ért egyet velünk, az ombudsmanhoz, alternatív vitarendezési testülethez, a nemzeti hatósághoz vagy ' +
      'bírósághoz fordulhat.',
    eu_payment_services:
      'Ha nem ért egyet velünk, az országában a pénzforgalmi szolgáltatások ügyében illetékes alternatív ' +
      'vitarendezési testülethez vagy a nemzeti hatósághoz fordulhat.',
    hu_consumer_act:
      'Ha a panaszát elutasítjuk, a lakóhelye szerinti békéltető testülethez vagy a fogyasztóvédelmi hatósághoz ' +
      'fordulhat.',
  },
};
