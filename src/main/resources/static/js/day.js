// The front page moves by itself: what changed is brought in step, so that whoever reads or holds the focus stays where they are. The clocks of incidents run.
import { renewed } from "./incident/morph.js";
import { run, setServerTime } from "./incident/clocks.js";

const frame = document.querySelector("#angka");
const day = () => document.querySelector("#hari");

frame?.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful || new URL(event.detail.xhr.responseURL).pathname === "/masuk") return;
  // Whoever is not signed in any more gets another page in its place.
  if (!renewed(day(), event.detail.xhr.responseText)) { location.reload(); return; }
  setServerTime(Number(day().dataset.now));
});

if (day()) {
  setServerTime(Number(day().dataset.now));
  run();
}
