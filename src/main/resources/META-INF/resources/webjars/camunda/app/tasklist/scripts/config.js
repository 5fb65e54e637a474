import '../../desk/scripts/patience.js';

export default {
  app: {
    name: 'Tugas',
    vendor: 'Desk Pilkada'
  },
  locales: {
    availableLocales: ['id', 'en'],
    fallbackLocale: 'id'
  },
  customScripts: [
    '../desk/scripts/language',
    '../desk/scripts/calendar',
    '../desk/scripts/sign-out',
    'scripts/show-opened-task'
  ],
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'mengambil tugas yang sedang dibuka'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'berpindah ke saringan pertama'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'berpindah ke tugas pertama di daftar'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'berpindah ke isian pertama formulir'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'membuka jendela mulai proses'
    }
  }
};
