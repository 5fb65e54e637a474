// Compares a report's JSON file with what was sealed, in the browser: nothing of the file is sent anywhere.
const section = document.getElementById("berkas");
const result = document.getElementById("hasil");

function say(words, good) {
  result.textContent = words;
  result.className = "alert " + (good ? "alert-ok" : "alert-bad");
  result.hidden = false;
}

async function digest(text) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The file of a report, or the bare snapshot.
function snapshotOf(text) {
  const file = JSON.parse(text);
  return typeof file.snapshot === "string" ? { ...file, text: file.snapshot } : { text };
}

async function check(file) {
  const words = section.dataset;
  if (!window.crypto || !crypto.subtle) {
    say(words.insecure, false);
    return;
  }
  try {
    const told = snapshotOf(await file.text());
    if (told.code && told.code !== words.code) {
      say(words.other.replace("{0}", told.code), false);
    } else if (told.withheld) {
      say(words.withheld, false);
    } else {
      const same = (await digest(told.text)) === words.digest;
      say(same ? words.same : words.differs, same);
    }
  } catch {
    say(words.unknown, false);
  }
}

if (section) {
  section.hidden = false;
  document.getElementById("pilih").addEventListener("change", (event) => {
    if (event.target.files.length > 0) check(event.target.files[0]);
  });
}
