// The webapps know only their own login form. Ours is the one door, so whoever is signed out leaves through it.
const contextPath = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function leaveWhenSignedOut() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(`${contextPath}/keluar`);
  }
}

window.addEventListener('hashchange', leaveWhenSignedOut);
leaveWhenSignedOut();
