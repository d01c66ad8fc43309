import type { LetterWords } from './words.js';

/** Dates stand where they need no suffix; the full stop that a Hungarian date ends with ends the sentence as well. */
export const HUNGARIAN: LetterWords = {
  receipt: {
    subject: 'Megkaptuk a panaszát: {{ reference }}',
    body:
      'Köszönjük, hogy jelezte. Sajnáljuk, hogy valami nem úgy sikerült, ahogyan kellett volna, és utánajárunk. ' +
      'A panasz száma: {{ reference }}.' +
      '{% if acknowledgeBy %} Munkatársunk legkésőbb ekkor ír Önnek: {{ acknowledgeBy }}{% endif %}' +
      '{% if trackingLink %}\n\nItt bármikor megnézheti, hol tart az ügye, és írhat is nekünk:\n{{ trackingLink }}' +
      '{% endif %}',
  },
  acknowledgement: {
    subject: 'Panasza ({{ reference }}): mi történik most',
    body:
      '{{ message }}\n\nLegkésőbb ekkor jelentkezünk újra: {{ updateBy }}' +
      '{% if resolveBy %}\nA döntésünket legkésőbb ekkor megkapja: {{ resolveBy }}{% endif %}' +
      '{% if legalBy %}\nA ránk vonatkozó szabályok szerinti határidő' +
      '{% if legalClause %} ({{ legalClause }}){% endif %}: {{ legalBy }}{% endif %}',
  },
  owner_named: {
    subject: 'Panasza ({{ reference }}): ki foglalkozik vele',
    body:
      '{% if message %}{{ message }}\n\n{% endif %}' +
      'Mostantól {{ ownerName }} felel a panasza intézéséért. Elérhetősége: {{ ownerContact }}.' +
      '{% if plan %}\n\nEzt fogjuk tenni:\n{{ plan }}{% endif %}',
  },
  planned_action: {
    subject: null,
    body: "- {{ what | default: 'amiben megállapodtunk' }} (határidő: {{ dueBy }})",
  },
  question: {
    subject: 'Panasza ({{ reference }}): kérdésünk van Önhöz',
    body: '{{ message }}\n\nKérjük, legkésőbb ekkor válaszoljon: {{ replyBy }}',
  },
  update: { subject: 'Hírek a panaszáról ({{ reference }})', body: '{{ message }}' },
  date_moved: {
    subject: 'Panasza ({{ reference }}): több időre van szükségünk',
    body: '{{ message }}\n\nAz új időpont: {{ newDate }}{% if routes %} {{ routes }}{% endif %}',
  },
  apology: { subject: 'Panasza ({{ reference }}): elnézését kérjük', body: '{{ message }}' },
  decision: {
    subject: 'Döntésünk a panaszáról ({{ reference }})',
    body:
      '{{ explanation }}{% if points %}\n\n{{ points }}{% endif %}' +
      '{% if plan %}\n\nAmi még hátravan:\n{{ plan }}{% endif %}\n\n' +
      '{% if disputeUntil %}Ha nem ért egyet a döntéssel, jelezze, és újra megvizsgáljuk. Eddig teheti meg: ' +
      '{{ disputeUntil }}{% else %}Ez a döntés a mi részünkről végleges.{% endif %} {{ routes }}',
  },
  decision_point: {
    subject: null,
    body:
      '{{ number }}. {{ what }}\n' +
      "{% if outcome == 'upheld' %}Ebben a pontban Önnek van igaza" +
      "{% elsif outcome == 'partly_upheld' %}Ebben a pontban részben Önnek van igaza" +
      "{% elsif outcome == 'not_upheld' %}Ezt a pontot mi másképp látjuk" +
      '{% else %}Ezt a pontot nem sikerült tisztázni{% endif %}.' +
      '{% if explanation %} {{ explanation }}{% endif %}',
  },
  declined: {
    subject: 'Az Ön panasza ({{ reference }})',
    body:
      '{{ message }}{% if forwardedTo %}\n\nA panaszát ide továbbítottuk: {{ forwardedTo }}.{% endif %}' +
      '{% if routes %}\n\n{{ routes }}{% endif %}',
  },
  merged: {
    subject: 'Az Ön panaszai: {{ formerReference }} és {{ reference }}',
    body:
      'A {{ formerReference }} számú panasza ugyanarról szól, mint a {{ reference }} számú, ezért a kettőt egyként ' +
      'visszük tovább, ezen a számon: {{ reference }}. Ezzel semmi nem vész el: ha ugyanarra két időpontot ' +
      'ígértünk, a korábbi érvényes. Ha mégsem ugyanarról van szó, kérjük, jelezze.',
  },
  record_confirmed: {
    subject: 'Panasza ({{ reference }}): amit feljegyeztünk',
    body:
      'Ezt jegyeztük fel: Ön ' +
      "{% if step == 'accepted' %}elfogadta a döntésünket{% elsif step == 'disputed' %}nem ért egyet a döntésünkkel" +
      '{% else %}visszavonta a panaszát{% endif %}. Ekkor közölte velünk: {{ saidOn }} Ha ez nem így van, kérjük, ' +
      'jelezze.',
  },
  closing_notice: {
    subject: 'Panasza ({{ reference }}): rendben van így?',
    body:
      'Ha nem jelentkezik, a döntésünket elfogadottnak tekintjük, és a panaszt lezárjuk. A lezárás napja: ' +
      '{{ closesOn }} Egyetlen szava elég ahhoz, hogy nyitva maradjon.',
  },
  closed_by_silence: {
    subject: 'Panaszát ({{ reference }}) lezártuk',
    body:
      'A döntésünk óta nem jelentkezett, ezért a panaszát lezártuk.' +
      '{% if disputeUntil %} Ha nem ért egyet vele, még jelezheti; eddig teheti meg: {{ disputeUntil }}{% endif %} ' +
      '{{ routes }}',
  },
  conflict_told: {
    subject: 'Panasza ({{ reference }}): ki foglalkozik vele',
    body:
      'A panaszával jelenleg csak olyan munkatársunk tud foglalkozni, akire Ön panaszkodott, mert most senki más nem ' +
      'elérhető. {{ routes }}',
  },
  tracking_renewed: {
    subject: 'Panasza ({{ reference }}): az új hozzáférés',
    body:
      'Valaki, aki ismeri a panasz számát ({{ reference }}) és az Ön címét, új hozzáférést kért tőlünk. Lent ' +
      'találja; amit korábban küldtünk, az már semmit sem nyit meg.',
  },
  mail_ending: {
    subject: null,
    body:
      '{% if trackingLink %}Panaszát itt követheti, és itt válaszolhat: {{ trackingLink }}\n{% endif %}' +
      '{% if trackingCode %}Panaszát a követő oldalunkon ezzel a kóddal követheti, és így válaszolhat: ' +
      '{{ trackingCode }}\n{% endif %}' +
      'Akinek ez megvan, az látja a panaszát: kérjük, ne adja tovább.\n\nA panasz száma: {{ reference }}',
  },
  survey_invitation: {
    subject: 'Panasza ({{ reference }}): hogyan csináltuk?',
    body:
      'A panaszát lezártuk, és szeretnénk jobban csinálni. Elmondaná, milyennek találta, ahogyan az ügyét intéztük? ' +
      'Két perc az egész:\n{{ surveyLink }}{% if replyBy %}\n\nEddig válaszolhat: {{ replyBy }}{% endif %}',
  },
};
