import type { LetterWords } from './words.js';

/** The full stop that a Bulgarian date ends with (`г.`) ends the sentence as well. */
export const BULGARIAN: LetterWords = {
  receipt: {
    subject: 'Получихме жалбата Ви {{ reference }}',
    body:
      'Благодарим Ви, че ни казахте. Съжаляваме, че нещо не е било наред, и ще проверим какво се е случило. ' +
      'Номерът на жалбата Ви е {{ reference }}.' +
      '{% if acknowledgeBy %} Наш служител ще Ви пише до {{ acknowledgeBy }}{% endif %}' +
      '{% if trackingLink %}\n\nТук по всяко време можете да видите докъде сме стигнали и да ни пишете:\n' +
      '{{ trackingLink }}{% endif %}',
  },
  acknowledgement: {
    subject: 'Жалбата Ви {{ reference }}: какво следва',
    body:
      '{{ message }}\n\nЩе Ви пишем отново до {{ updateBy }}' +
      '{% if resolveBy %} Ще получите решението ни до {{ resolveBy }}{% endif %}' +
      '{% if legalBy %} Правилата, които ни задължават{% if legalClause %} ({{ legalClause }}){% endif %}, ни дават ' +
      'срок до {{ legalBy }}{% endif %}',
  },
  owner_named: {
    subject: 'Жалбата Ви {{ reference }}: кой се занимава с нея',
    body:
      '{% if message %}{{ message }}\n\n{% endif %}' +
      'За жалбата Ви вече отговаря {{ ownerName }}. Контакт: {{ ownerContact }}.' +
      '{% if plan %}\n\nЕто какво ще направим:\n{{ plan }}{% endif %}',
  },
  planned_action: {
    subject: null,
    body: "- {{ what | default: 'каквото се уговорихме' }} (до {{ dueBy }})",
  },
  question: {
    subject: 'Жалбата Ви {{ reference }}: имаме въпрос към Вас',
    body: '{{ message }}\n\nМоля, отговорете ни до {{ replyBy }}',
  },
  update: { subject: 'Новини за жалбата Ви {{ reference }}', body: '{{ message }}' },
  date_moved: {
    subject: 'Жалбата Ви {{ reference }}: нужно ни е повече време',
    body: '{{ message }}\n\nНовата дата е {{ newDate }}{% if routes %} {{ routes }}{% endif %}',
  },
  apology: { subject: 'Жалбата Ви {{ reference }}: нашето извинение', body: '{{ message }}' },
  decision: {
    subject: 'Решението ни по жалбата Ви {{ reference }}',
    body:
      '{{ explanation }}{% if points %}\n\n{{ points }}{% endif %}' +
      '{% if plan %}\n\nКакво още предстои:\n{{ plan }}{% endif %}\n\n' +
      '{% if disputeUntil %}Ако не сте съгласни, кажете ни и ще разгледаме случая отново. Срокът е до ' +
      '{{ disputeUntil }}{% else %}Това решение е окончателно от наша страна.{% endif %} {{ routes }}',
  },
  decision_point: {
    subject: null,
    body:
      '{{ number }}. {{ what }}\nПо тази точка ' +
      "{% if outcome == 'upheld' %}сте прави{% elsif outcome == 'partly_upheld' %}сте отчасти прави" +
      "{% elsif outcome == 'not_upheld' %}не споделяме мнението Ви" +
      '{% else %}не успяхме да установим какво се е случило{% endif %}.' +
      '{% if explanation %} {{ explanation }}{% endif %}',
  },
  declined: {
    subject: 'Жалбата Ви {{ reference }}',
    body:
      '{{ message }}{% if forwardedTo %}\n\nПрепратихме жалбата Ви на: {{ forwardedTo }}.{% endif %}' +
      '{% if routes %}\n\n{{ routes }}{% endif %}',
  },
  merged: {
    subject: 'Жалбите Ви {{ formerReference }} и {{ reference }}',
    body:
      'Жалбата Ви {{ formerReference }} е за същото като {{ reference }}, затова продължаваме с двете като с една: ' +
      '{{ reference }}. Така нищо не се губи: ако за едно и също сме Ви дали две дати, важи по-ранната. Ако не са ' +
      'за едно и също, моля, кажете ни.',
  },
  record_confirmed: {
    subject: 'Жалбата Ви {{ reference }}: какво записахме',
    body:
      'Записахме, че ' +
      "{% if step == 'accepted' %}приехте решението ни{% elsif step == 'disputed' %}не сте съгласни с решението ни" +
      '{% else %}оттеглихте жалбата си{% endif %}. Казахте ни го на {{ saidOn }} Ако това не е вярно, моля, пишете ' +
      'ни.',
  },
  closing_notice: {
    subject: 'Жалбата Ви {{ reference }}: всичко наред ли е?',
    body:
      'Ако не се обадите, ще приемем, че сте съгласни с решението ни, и ще приключим жалбата Ви на {{ closesOn }} ' +
      'Една Ваша дума е достатъчна, за да остане отворена.',
  },
  closed_by_silence: {
    subject: 'Жалбата Ви {{ reference }} е приключена',
    body:
      'Нямахме повече вест от Вас за решението ни, затова приключихме жалбата Ви.' +
      '{% if disputeUntil %} Ако не сте съгласни, можете да ни кажете до {{ disputeUntil }}{% endif %} {{ routes }}',
  },
  conflict_told: {
    subject: 'Жалбата Ви {{ reference }}: кой се занимава с нея',
    body:
      'С жалбата Ви трябва да се занимае служител, от когото сте се оплакали, защото в момента никой друг не може. ' +
      '{{ routes }}',
  },
  tracking_renewed: {
    subject: 'Вашата жалба {{ reference }}: новият достъп',
    body:
      'Някой, който знае номера на жалбата Ви ({{ reference }}) и Вашия адрес, поиска от нас нов достъп до нея. ' +
      'Ще го намерите по-долу; това, което Ви изпратихме преди, вече не отваря нищо.',
  },
  mail_ending: {
    subject: null,
    body:
      '{% if trackingLink %}Тук можете да следите жалбата си и да отговаряте: {{ trackingLink }}\n{% endif %}' +
      '{% if trackingCode %}Можете да следите жалбата си и да отговаряте на нашата страница с този код: ' +
      '{{ trackingCode }}\n{% endif %}' +
      'Който има това, вижда жалбата Ви: моля, пазете го за себе си.\n\nНомер на жалбата: {{ reference }}',
  },
  survey_invitation: {
    subject: 'Жалбата Ви {{ reference }}: как се справихме?',
    body:
      'Жалбата Ви е приключена, а ние искаме да ставаме по-добри. Бихте ли ни казали как намирате начина, по който я ' +
      'разгледахме? Отнема две минути:\n{{ surveyLink }}' +
      '{% if replyBy %}\n\nМожете да отговорите до {{ replyBy }}{% endif %}',
  },
};
