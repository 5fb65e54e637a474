// What stands behind the # of an address is not sent to a server, but browsers carry it along when they are led here: whoever scanned the code of a printed form finds that form
// after signing in.
const behind = location.hash;

if (behind.startsWith('#/')) {
  document.querySelectorAll('input[name=lanjut]').forEach(wanted => {
    if (wanted.value && !wanted.value.includes('#')) {
      wanted.value += behind;
    }
  });
}

// Where people sign in elsewhere, nothing is to be filled in here. Sent before the page is whole, so that "back" does not lead here again.
document.querySelector('form[data-onward]')?.submit();
