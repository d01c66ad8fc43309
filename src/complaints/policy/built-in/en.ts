import type { Spoken } from './spoken.js';

export const ENGLISH: Spoken = {
  words: {
    title: 'How to complain, and what happens then',
    introduction:
      'We want to know when something went wrong. Here you can read how to complain, what we do with your complaint, ' +
      'and by when you hear from us.',
    howToComplain:
      'Fill in our complaint form, or tell any of our staff: by telephone, by letter, by email or in person. They ' +
      'put on record what you say. You need no account. At once you get a reference, and access to a page of your ' +
      'own, where you can see at any time how your complaint stands and where you can write to us.',
    whatWeNeed:
      'Tell us in your own words what happened, who you are, and how we can reach you. If you know them, add the ' +
      'product or service, the number of the order, when it happened, and what would make it good for you. We need ' +
      'nothing more to begin.',
    remedies:
      'Where the fault is ours we put it right: with an apology, an explanation, your money back, a replacement, a ' +
      'repair, a voucher or compensation, and by changing what led to it.',
    charges: 'It costs nothing to complain.',
    help:
      'If writing is hard for you, tell us by telephone or in person, or let somebody else speak for you. Tell us in ' +
      'which language we should answer, and what else would help you.',
    channels: ['web'],
  },
  process: {
    acknowledge:
      'One of our staff answers you for the first time, and tells you by when you will have our decision. Counted ' +
      'from the moment your complaint reaches us.',
    establish_facts: 'We find out what happened, and hear your side of it. Counted from our first answer.',
    name_owner:
      'You are told the name of the person who is responsible for your complaint. Counted from the moment the facts ' +
      'are established.',
    update:
      'Until our decision we tell you regularly how your complaint stands; no more time than this goes by between ' +
      'one message and the next. Counted from our first answer.',
    resolve:
      'You have our decision, with its reasons and with where else you can turn. Counted from the moment your ' +
      'complaint reaches us.',
  },
  windows: {
    confirm:
      'After our decision you have so long to say whether you accept it. If we hear nothing from you, we let you ' +
      'know before we close your complaint.',
    dispute:
      'For so long after our decision you can tell us that you do not agree; then we look at it again, one level ' +
      'higher, unless we told you that the decision is our last word.',
  },
  routesOutside: null,
};
