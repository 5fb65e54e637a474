/** Makes a button copy a text; where the browser refuses, the button stays as it is and the text can be marked by hand. */
export function copyButton(button, text, done) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = done;
      setTimeout(() => { button.textContent = label; }, 2500);
    } catch {
      document.getElementById(button.dataset.copy)?.select();
    }
  });
}
