// Draws the places of the page's table on a map without tiles. The table is the truth: names, states and addresses are read from its rows.
const box = document.querySelector("#peta");
const section = document.querySelector("[data-map-section]");
const LINE = "#22303d";

const rows = () => new Map([...document.querySelectorAll("#peta-tabel tr[data-code]")].map((row) => [row.dataset.code, row]));
const fill = (state) => `url(#p-${state})`;

function words(code, properties) {
  const row = rows().get(code);
  if (!row) return properties.name;
  const numbers = [...row.querySelectorAll("td.number")].map((cell) => `${cell.dataset.label} ${cell.textContent}`);
  return [`${row.dataset.name}: ${row.querySelector("[data-text]").textContent}`, ...numbers].join(", ");
}

function text(code, properties) {
  const span = document.createElement("span");
  span.textContent = words(code, properties);
  return span;
}

function reachable(layer, properties) {
  const code = properties.code;
  const open = () => {
    const row = rows().get(code);
    if (row) location.assign(row.dataset.url);
    else if (properties.level === "TPS") location.assign(`/desk/kesiapan/tps/${code}`);
  };
  layer.bindTooltip(() => text(code, properties), { sticky: true, direction: "top" });
  layer.on("click", open);
  layer.on("add", () => {
    const path = layer.getElement();
    path.setAttribute("tabindex", "0");
    path.setAttribute("role", "link");
    path.setAttribute("data-code", code);
    path.setAttribute("aria-label", words(code, properties));
    path.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); }
    });
    path.addEventListener("focus", () => layer.openTooltip());
    path.addEventListener("blur", () => layer.closeTooltip());
  });
}

function stateOf(properties) {
  return rows().get(properties.code)?.dataset.state ?? properties.state;
}

function style(properties) {
  if (properties.self) return { fill: false, color: LINE, weight: 2.5, interactive: false };
  const state = stateOf(properties);
  return { color: LINE, weight: 1, fillOpacity: 1, fill: true, fillColor: state ? fill(state) : "#fff" };
}

// Around parts that have outlines of their own the coarser outline of the whole would only run beside them.
function shape(collection, radius) {
  const parts = collection.features.some((feature) => !feature.properties.self && feature.geometry?.type === "MultiPolygon");
  return window.L.geoJSON(collection, {
    style: (feature) => style(feature.properties),
    filter: (feature) => feature.geometry !== null && !(feature.properties.self && (parts || feature.geometry.type === "Point")),
    pointToLayer: (feature, at) => window.L.circleMarker(at, { radius, ...style(feature.properties) }),
    onEachFeature: (feature, layer) => { if (!feature.properties.self) reachable(layer, feature.properties); },
  });
}

async function load(url) {
  const answer = await fetch(url, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function frame() {
  const map = window.L.map(box, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25, dragging: !window.L.Browser.mobile });
  window.L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  return map;
}

// On a telephone a finger that moves over the whole map scrolls the page; only what was enlarged is moved.
function scrollable(map) {
  const whole = map.getZoom();
  if (window.L.Browser.mobile) map.on("zoomend", () => map.dragging[map.getZoom() > whole ? "enable" : "disable"]());
}

function fit(map, drawn) {
  const bounds = drawn.filter(Boolean).reduce((all, layer) => all.extend(layer.getBounds()), window.L.latLngBounds([]));
  if (!bounds.isValid()) return false;
  map.fitBounds(bounds, { padding: [14, 14], maxZoom: 16, animate: false });
  map.setMaxBounds(bounds.pad(0.5));
  map.setMinZoom(map.getZoom() - 1);
  return true;
}

function recolour(layers) {
  for (const layer of layers) {
    layer?.eachLayer((one) => {
      one.setStyle(style(one.feature.properties));
      if (!one.feature.properties.self) one.getElement()?.setAttribute("aria-label", words(one.feature.properties.code, one.feature.properties));
    });
  }
}

async function draw() {
  section.hidden = false;
  const map = frame();
  const [areas, stations] = await Promise.all([load(box.dataset.areas), box.dataset.stations ? load(box.dataset.stations) : null]);
  const onlyPoints = areas.features.every((feature) => feature.geometry?.type !== "MultiPolygon");
  document.querySelector("[data-map-points]").hidden = !onlyPoints;
  const drawn = [shape(areas, 11), stations && shape(stations, areas.features.length > 1 ? 5 : 8)];
  if (!fit(map, drawn)) { section.hidden = true; return; }
  scrollable(map);
  drawn.forEach((layer) => layer?.addTo(map));
  document.body.addEventListener("htmx:afterSwap", async () => {
    if (drawn[1]) {
      const fresh = new Map((await load(box.dataset.stations)).features.map((feature) => [feature.id, feature]));
      drawn[1].eachLayer((one) => { one.feature = fresh.get(one.feature.id) ?? one.feature; });
    }
    recolour(drawn);
  });
}

if (box && window.L) {
  draw().catch(() => {
    box.hidden = true;
    document.querySelector("[data-map-failed]").hidden = false;
  });
}
