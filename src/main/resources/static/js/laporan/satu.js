// The state of an open report moves by itself; whoever is filling in a form is told that something happened and loses nothing.
import { renewed } from "../incident/morph.js";

const frame = document.querySelector("#bingkai");
const standing = () => document.querySelector("#keadaan");

frame?.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) return;
  const before = standing().dataset.step;
  // Whoever is not signed in any more gets another page in its place.
  if (!renewed(standing(), event.detail.xhr.responseText)) return location.reload();
  if (standing().dataset.step !== before) document.querySelector("#berubah").hidden = false;
});

// The same press twice is one.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "ya";
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
