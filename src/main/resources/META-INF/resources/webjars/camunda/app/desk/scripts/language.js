// The pages claim lang="en" whatever they show; screen readers need the language that was really chosen,
// which is the browser's first one if we have it and Indonesian otherwise.
const preferred = (window.navigator.languages?.[0] ?? window.navigator.language ?? '').toLowerCase();

document.documentElement.lang = preferred.split('-')[0] === 'en' ? 'en' : 'id';
