// On a phone the columns stand below each other: without this, whoever taps a task sees nothing happen.
const phone = window.matchMedia('(max-width: 842px)');
let openedTask = taskInAddress();

function taskInAddress() {
  return new URLSearchParams(window.location.hash.split('?')[1]).get('task');
}

// The form arrives in pieces, so the task is kept in view while it grows, until the person takes over.
function keepInView(details) {
  const observer = new ResizeObserver(() => details.scrollIntoView());
  observer.observe(details);
  for (const takingOver of ['pointerdown', 'wheel', 'keydown']) {
    window.addEventListener(takingOver, () => observer.disconnect(), { once: true });
  }
}

window.addEventListener('hashchange', () => {
  const task = taskInAddress();
  const details = document.querySelector('.task-details');
  if (task && task !== openedTask && details && phone.matches) {
    keepInView(details);
  }
  openedTask = task;
});
