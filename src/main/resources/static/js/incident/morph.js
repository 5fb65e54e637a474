// Brings a part of the page in step with a newer one and keeps every node that may stay: whoever reads, types or has the focus is not disturbed.
const ELEMENT = 1;

function alike(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
}

// What somebody has unfolded stays so.
function unfolded(part, name) {
  return name === "open" && part.nodeName === "DETAILS";
}

function attributes(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !unfolded(from, name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}

// What somebody fills in or moves on this page, as a filter or a map, is this page's own.
function renew(from, to) {
  if (from.dataset && "keep" in from.dataset) return;
  if (from.nodeType !== ELEMENT) {
    if (from.data !== to.data) from.data = to.data;
  } else if (!from.isEqualNode(to)) {
    morph(from, to);
  }
}

export function morph(from, to) {
  attributes(from, to);
  const known = new Map([...from.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at = from.firstChild;
  for (const next of [...to.childNodes]) {
    const kept = next.id ? known.get(next.id) : null;
    const match = kept ?? (at && !at.id && alike(at, next) ? at : null);
    if (!match) {
      from.insertBefore(document.importNode(next, true), at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else from.insertBefore(match, at);
    renew(match, next);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

// A node that had to move has lost the focus on the way.
export function renewed(part, text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
  if (!fresh) return false;
  const focused = document.activeElement;
  morph(part, fresh);
  if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
  return true;
}
