// Buttons of the class needs-script that copy a text of the page: <button data-copy="#id" data-copied="Tersalin">. The buttons may come and go with the parts of a live page.
function select(source) {
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

// Without HTTPS a browser has no clipboard for scripts; the text stays selected so that Ctrl+C takes it.
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    select(source);
    return document.execCommand("copy");
  }
}

document.documentElement.classList.add("scripted");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  const source = button && document.querySelector(button.dataset.copy);
  if (!source) return;
  const done = await copy(source);
  const said = document.querySelector("[data-copy-status]");
  if (said) said.textContent = done ? button.dataset.copied : button.dataset.failed;
});
