export default {
  app: {
    name: 'Cockpit',
    vendor: 'Desk Pilkada'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['../desk/scripts/language', '../desk/scripts/sign-out'],
  disableWelcomeMessage: true
};
