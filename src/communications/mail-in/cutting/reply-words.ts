/** The verb of the line that mail programs put above what they quote: `On 5 May at 10:00, Marta Kis wrote:`. */
export const WROTE = [
  'wrote',
  'writes',
  'schrieb',
  'geschrieben',
  'írta',
  'написа',
  'пише',
  'пишет',
  'écrit',
  'escribió',
  'scritto',
  'schreef',
  'escreveu',
  'napisał',
  'pisze',
  'napsal',
  'scris',
  'skrev',
  'kirjoitti',
  'yazdı',
] as const;

/** What stands between dashes above a quoted message, in programs that quote by a line. */
export const ORIGINAL_MESSAGE = [
  'original message',
  'original-nachricht',
  'originalnachricht',
  'ursprüngliche nachricht',
  'eredeti üzenet',
  'оригинално съобщение',
  'първоначално съобщение',
  'исходное сообщение',
  "message d'origine",
  'message d’origine',
  'message original',
  'mensaje original',
  'mensagem original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'wiadomość oryginalna',
  'původní zpráva',
  'mesaj original',
] as const;

/** The first line of the block of headers that Outlook puts above a quoted message. */
export const BLOCK_BEGINS = ['from', 'von', 'feladó', 'от', 'de', 'da', 'van', 'od', 'från', 'fra'] as const;

/** The lines below it, of which two must follow. */
export const BLOCK_GOES_ON = [
  ...['sent', 'date', 'to', 'cc', 'subject'],
  ...['gesendet', 'datum', 'an', 'betreff'],
  ...['elküldve', 'küldve', 'dátum', 'címzett', 'másolatot kap', 'tárgy'],
  ...['изпратено', 'дата', 'до', 'копие', 'относно', 'тема', 'отправлено', 'кому'],
  ...['envoyé', 'à', 'objet', 'envoyé le'],
  ...['enviado', 'enviado el', 'fecha', 'para', 'asunto', 'enviada em', 'assunto'],
  ...['inviato', 'data', 'a', 'oggetto', 'verzonden', 'aan', 'onderwerp', 'wysłano', 'do', 'temat'],
] as const;

/** Beginnings of the subject of a message that was passed on: what it quotes is what it is about. */
export const FORWARDS = [
  'fw:',
  'fwd:',
  'wg:',
  'tr:',
  'tr :',
  'továbbítás:',
  'továbbítva:',
  'пр:',
  'препр:',
  'rv:',
  'i:',
];

/** What a telephone puts below everything that is written on it: one of these beginnings, and a name from the list. */
export const SENT_FROM = [
  'sent from ',
  'get outlook for',
  'von mein',
  'gesendet von ',
  'gesendet mit ',
  'envoyé de ',
  'envoyé depuis ',
  'envoyé à partir ',
  'elküldve ',
  'küldve ',
  'az iphone',
  'изпратено от ',
  'изпратено с ',
  'отправлено с ',
  'inviato da ',
  'enviado desde ',
  'verzonden vanaf ',
] as const;

export const TELEPHONES =
  /\b(iphone|ipad|samsung|galaxy|huawei|xiaomi|android|outlook|yahoo|gmail|blackberry|proton)/;
