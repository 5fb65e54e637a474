// The alarm of severity 4: three tones, off until somebody has pressed the button once in this browser. It ends when somebody of the desk opens the incident, when it is
// answered, or after some repetitions.
const KEY = "desk-kejadian-bunyi";
const APART = 6000;
const REPETITIONS = 20;
const TONES = [880, 660, 880];
const button = document.querySelector("[data-sound]");
const rung = new Map();
let wanted = false;
let audio = null;

function show() {
  const waiting = wanted && audio?.state !== "running";
  button.setAttribute("aria-pressed", String(wanted));
  button.textContent = waiting ? button.dataset.waiting : button.dataset[wanted ? "on" : "off"];
}

// Browsers let a page sound only after somebody has pressed something on it.
async function wake() {
  if (!wanted) return;
  audio ??= new AudioContext();
  if (audio.state !== "running") await audio.resume();
  show();
}

function tone(frequency, from) {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.5, from + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.32);
  source.connect(volume).connect(audio.destination);
  source.start(from);
  source.stop(from + 0.35);
}

function ring() {
  const open = [...document.querySelectorAll("[data-alarm]:not([data-opened])")].map((line) => line.dataset.alarm);
  const loud = open.filter((number) => (rung.get(number) ?? 0) < REPETITIONS);
  if (!wanted || audio?.state !== "running" || loud.length === 0) return;
  loud.forEach((number) => rung.set(number, (rung.get(number) ?? 0) + 1));
  TONES.forEach((frequency, place) => tone(frequency, audio.currentTime + place * 0.4));
}

export function ringSoon() {
  ring();
}

if (button && window.AudioContext) {
  button.hidden = false;
  wanted = localStorage.getItem(KEY) === "ya";
  button.addEventListener("click", async () => {
    wanted = button.getAttribute("aria-pressed") !== "true";
    localStorage.setItem(KEY, wanted ? "ya" : "tidak");
    await wake();
    show();
    if (wanted && audio.state === "running") tone(TONES[0], audio.currentTime);
  });
  for (const touched of ["pointerdown", "keydown"]) document.addEventListener(touched, wake, { once: true });
  show();
  setInterval(ring, APART);
}
