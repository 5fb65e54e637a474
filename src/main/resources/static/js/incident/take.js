// While somebody is on the telephone: places that may be meant, and what of the last hour may be the same event.
const form = document.querySelector("[data-take]");
const place = document.querySelector("#tempat");
const list = document.querySelector("#tempat-pilihan");
const box = document.querySelector("[data-alike]");
const PAUSE = 200;
let waiting = null;
let known = new Map();
let asked = 0;

const field = (name) => form.elements.namedItem(name);

function question(more) {
  const round = { election: field("election")?.value, round: field("round")?.value };
  return new URLSearchParams(Object.entries({ ...more, ...round }).filter(([, value]) => value));
}

async function items(path, more) {
  const answer = await fetch(`/api/incidents/${path}?${question(more)}`, { headers: { Accept: "application/json" } });
  return answer.ok ? (await answer.json()).items : [];
}

function option({ label }) {
  const one = document.createElement("option");
  one.value = label;
  return one;
}

async function places() {
  waiting = null;
  const mine = ++asked;
  const found = await items("places", { q: place.value });
  if (mine !== asked) return;
  known = new Map([...known, ...found.map((one) => [one.label, one.code])]);
  list.replaceChildren(...found.map(option));
  chosen();
}

function chosen() {
  field("kode").value = known.get(place.value.trim()) ?? "";
  alike();
}

function line(one) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/desk/kejadian/${one.id}`;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = `${one.number} ${one.place}`;
  entry.append(link, ` ${one.summary}`);
  return entry;
}

async function alike() {
  const code = field("kode").value;
  const category = field("jenis").value;
  const found = code && category ? await items("alike", { place: code, category }) : [];
  if (found.length === 0) return box.replaceChildren();
  const title = document.createElement("b");
  title.textContent = form.dataset.alikeTitle;
  const all = document.createElement("ul");
  all.append(...found.map(line));
  return box.replaceChildren(title, all);
}

if (form) {
  place.addEventListener("input", () => {
    if (known.has(place.value.trim())) chosen();
    clearTimeout(waiting);
    waiting = setTimeout(places, PAUSE);
  });
  form.addEventListener("change", (event) => { if (event.target.name === "jenis") alike(); });
}
