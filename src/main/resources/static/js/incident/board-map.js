// Open incidents on a map without tiles: severity as a figure in the point, a doubtful location with dashes and a question mark. The board says the same in words.
const box = document.querySelector("#peta");
const holder = document.querySelector("[data-map-box]");
const count = document.querySelector("[data-map-count]");
const LINE = "#22303d";
const APART = 10000;
let map = null;
let points = null;
let last = 0;
let waiting = null;

async function load(url) {
  const answer = await fetch(url, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function marker(feature, at) {
  const { name, severity, doubtful, url } = feature.properties;
  const icon = window.L.divIcon({ className: "kj-pin-box", iconSize: [30, 30], html: pin(severity, doubtful) });
  const point = window.L.marker(at, { icon, title: name, alt: name, keyboard: true, zIndexOffset: severity * 1000 });
  point.bindTooltip(text(name), { direction: "top", offset: [0, -12] });
  point.on("click", () => location.assign(url));
  point.on("keypress", (event) => { if (event.originalEvent.key === "Enter") location.assign(url); });
  return point;
}

function text(name) {
  const span = document.createElement("span");
  span.textContent = name;
  return span;
}

function pin(severity, doubtful) {
  const span = text(doubtful ? `${severity}?` : severity);
  span.className = "kj-pin";
  span.dataset.severity = severity;
  if (doubtful) span.dataset.doubtful = "ya";
  return span;
}

async function outline() {
  try {
    const areas = await load(box.dataset.areas);
    return window.L.geoJSON(areas, {
      interactive: false,
      filter: (feature) => feature.geometry?.type === "MultiPolygon",
      style: { color: LINE, weight: 1, fillColor: "#e8edf2", fillOpacity: 1 },
    });
  } catch {
    return window.L.geoJSON();
  }
}

async function put() {
  last = Date.now();
  waiting = null;
  const found = await load(box.dataset.points);
  points.clearLayers();
  points.addData(found);
  count.textContent = count.dataset.text.replace("{0}", found.features.length);
}

async function draw() {
  map = window.L.map(box, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25 });
  window.L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  const areas = await outline();
  points = window.L.geoJSON(null, { pointToLayer: marker });
  await put();
  const bounds = window.L.latLngBounds([]).extend(areas.getBounds()).extend(points.getBounds());
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [14, 14], maxZoom: 15, animate: false });
  else map.setView([-2.5, 118], 4);
  areas.addTo(map);
  points.addTo(map);
}

function failed() {
  box.hidden = true;
  document.querySelector("[data-map-failed]").hidden = false;
}

function open() {
  if (holder.open && map === null) draw().catch(failed);
}

// However many incidents come: the points are asked for once in ten seconds.
document.addEventListener("board:renewed", () => {
  if (points && holder.open && waiting === null) waiting = setTimeout(() => put().catch(() => {}), Math.max(0, last + APART - Date.now()));
});

if (box && holder && window.L) {
  holder.addEventListener("toggle", open);
  open();
}
