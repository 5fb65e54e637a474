// Says that a number of voters that looks absurd is right. The dialog stands outside of the part of the page that is exchanged, so that nobody loses what they type.
import { call } from "/js/api.js";

const dialog = document.querySelector("[data-confirm-dialog]");
const form = dialog?.querySelector("form");
let path = "";

function open(button) {
  path = button.dataset.confirm;
  dialog.querySelector("[data-confirm-what]").textContent = button.parentElement.querySelector("[data-what]").textContent;
  dialog.querySelector("[data-confirm-error]").textContent = "";
  form.reset();
  dialog.showModal();
}

async function send() {
  try {
    await call("POST", path, { reason: form.elements.reason.value });
    dialog.close();
  } catch (refusal) {
    dialog.querySelector("[data-confirm-error]").textContent = refusal.message;
  }
}

if (dialog) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (button) open(button);
  });
  dialog.querySelector("[data-confirm-cancel]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
}
