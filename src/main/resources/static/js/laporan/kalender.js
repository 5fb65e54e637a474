// The calendar moves by itself: what changed is brought in step, so that whoever has scrolled or holds the focus stays where they are.
import { renewed } from "../incident/morph.js";

const frame = document.querySelector("#bingkai");

frame?.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) return;
  const before = new Map([...document.querySelectorAll("[data-state]")].filter((cell) => cell.id).map((cell) => [cell.id, cell.dataset.state]));
  // Whoever is not signed in any more gets another page in its place.
  if (!renewed(document.querySelector("#kalender"), event.detail.xhr.responseText)) return location.reload();
  for (const [id, state] of before) {
    const cell = document.getElementById(id);
    if (cell && cell.dataset.state !== state) mark(cell);
  }
});

function mark(cell) {
  cell.dataset.fresh = "ya";
  setTimeout(() => delete cell.dataset.fresh, 8000);
}
