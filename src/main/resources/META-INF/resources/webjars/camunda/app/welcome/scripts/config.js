import '../../desk/scripts/patience.js';

export default {
  app: {
    name: 'Beranda',
    vendor: 'Desk Pilkada'
  },
  locales: {
    availableLocales: ['id', 'en'],
    fallbackLocale: 'id'
  },
  customScripts: ['../desk/scripts/language', '../desk/scripts/calendar', '../desk/scripts/sign-out'],
  disableWelcomeMessage: true
};
