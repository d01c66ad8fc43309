import type { LetterWords } from './words.js';

export const ENGLISH: LetterWords = {
  receipt: {
    subject: 'We have your complaint {{ reference }}',
    body:
      'Thank you for telling us. We are sorry that something went wrong, and we will look into it. Your complaint ' +
      'has the number {{ reference }}.' +
      '{% if acknowledgeBy %} One of us will write to you by {{ acknowledgeBy }}.{% endif %}' +
      '{% if trackingLink %}\n\nHere you can see at any time how it stands, and write to us:\n{{ trackingLink }}' +
      '{% endif %}',
  },
  acknowledgement: {
    subject: 'Your complaint {{ reference }}: what happens now',
    body:
      '{{ message }}\n\nYou will hear from us again by {{ updateBy }}.' +
      '{% if resolveBy %} You will have our decision by {{ resolveBy }}.{% endif %}' +
      '{% if legalBy %} The rules that bind us{% if legalClause %} ({{ legalClause }}){% endif %} allow us until ' +
      '{{ legalBy }}.{% endif %}',
  },
  owner_named: {
    subject: 'Your complaint {{ reference }}: who takes care of it',
    body:
      '{% if message %}{{ message }}\n\n{% endif %}' +
      '{{ ownerName }} is now responsible for your complaint: {{ ownerContact }}.' +
      '{% if plan %}\n\nWhat we will do:\n{{ plan }}{% endif %}',
  },
  planned_action: {
    subject: null,
    body: "- {{ what | default: 'what we agreed' }} (by {{ dueBy }})",
  },
  question: {
    subject: 'Your complaint {{ reference }}: a question to you',
    body: '{{ message }}\n\nPlease answer by {{ replyBy }}.',
  },
  update: { subject: 'News about your complaint {{ reference }}', body: '{{ message }}' },
  date_moved: {
    subject: 'Your complaint {{ reference }}: it takes longer',
    body: '{{ message }}\n\nThe new date is {{ newDate }}.{% if routes %} {{ routes }}{% endif %}',
  },
  apology: { subject: 'Your complaint {{ reference }}: our apology', body: '{{ message }}' },
  decision: {
    subject: 'Our decision about your complaint {{ reference }}',
    body:
      '{{ explanation }}{% if points %}\n\n{{ points }}{% endif %}' +
      '{% if plan %}\n\nStill to come:\n{{ plan }}{% endif %}\n\n' +
      '{% if disputeUntil %}If you disagree, tell us by {{ disputeUntil }} and we will look at it again.' +
      '{% else %}This decision is final within our house.{% endif %} {{ routes }}',
  },
  decision_point: {
    subject: null,
    body:
      '{{ number }}. {{ what }}\nOn this point, ' +
      "{% if outcome == 'upheld' %}you are right{% elsif outcome == 'partly_upheld' %}you are right in part" +
      "{% elsif outcome == 'not_upheld' %}we do not see it as you do{% else %}it could not be found out{% endif %}." +
      '{% if explanation %} {{ explanation }}{% endif %}',
  },
  declined: {
    subject: 'Your complaint {{ reference }}',
    body:
      '{{ message }}{% if forwardedTo %}\n\nYour complaint was forwarded to: {{ forwardedTo }}.{% endif %}' +
      '{% if routes %}\n\n{{ routes }}{% endif %}',
  },
  merged: {
    subject: 'Your complaints {{ formerReference }} and {{ reference }}',
    body:
      'Your complaint {{ formerReference }} is about the same as {{ reference }}, so we go on with both as one: ' +
      '{{ reference }}. Nothing is lost by that: of two dates that we gave you for the same, the earlier one holds. ' +
      'If they are not the same, please tell us.',
  },
  record_confirmed: {
    subject: 'Your complaint {{ reference }}: what we noted',
    body:
      'We noted that on {{ saidOn }} you ' +
      "{% if step == 'accepted' %}accepted our decision{% elsif step == 'disputed' %}disagreed with our decision" +
      '{% else %}took your complaint back{% endif %}. If that is wrong, please tell us.',
  },
  closing_notice: {
    subject: 'Your complaint {{ reference }}: is everything in order?',
    body:
      'If we hear nothing from you by {{ closesOn }}, we take our decision as settled and close your complaint. ' +
      'A word from you is enough to keep it open.',
  },
  closed_by_silence: {
    subject: 'Your complaint {{ reference }} is closed',
    body:
      'We have heard nothing more from you about our decision, so we have closed your complaint.' +
      '{% if disputeUntil %} If you disagree, you may still tell us until {{ disputeUntil }}.{% endif %} {{ routes }}',
  },
  conflict_told: {
    subject: 'Your complaint {{ reference }}: who acts on it',
    body:
      'A person about whom you complained has to act on your complaint, as nobody else is able to at present. ' +
      '{{ routes }}',
  },
  tracking_renewed: {
    subject: 'Your complaint {{ reference }}: the new way to it',
    body:
      'Somebody who knows the number of your complaint, {{ reference }}, and your address asked us for a new way to ' +
      'it. You find it below; what we sent you before for this opens nothing any more.',
  },
  mail_ending: {
    subject: null,
    body:
      '{% if trackingLink %}You can follow your complaint, and answer, here: {{ trackingLink }}\n{% endif %}' +
      '{% if trackingCode %}You can follow your complaint, and answer, with this code on our tracking page: ' +
      '{{ trackingCode }}\n{% endif %}' +
      'Whoever has this sees your complaint: please keep it to yourself.\n\nYour reference: {{ reference }}',
  },
  survey_invitation: {
    subject: 'Your complaint {{ reference }}: how did we do?',
    body:
      'Your complaint is closed, and we would like to do better. Would you tell us how you found the way we handled ' +
      'it? It takes two minutes:\n{{ surveyLink }}' +
      '{% if replyBy %}\n\nYou can answer until {{ replyBy }}.{% endif %}',
  },
};
