// Goes through the events of a report without loading the page anew, and takes keys for it.
const place = () => document.getElementById("report");
let busy = Promise.resolve();
let sending = Promise.resolve();

/** One step after the other: a key that is pressed while an event is on its way is meant for it. */
function later(step) {
  busy = busy.then(step, step);
}

/** Shows an answer of the server in the place of the report that is shown. */
async function show(answer, { push, focus }) {
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  const report = made.getElementById("report");
  if (!report) {
    if (answer.ok) location.assign(answer.url);
    else location.reload();
    return;
  }
  const top = place().querySelector(".panel").scrollTop;
  place().replaceWith(document.adoptNode(report));
  if (push) history.pushState(null, "", answer.url);
  const chosen = document.getElementById("chosen");
  if (!chosen) {
    place().querySelector(".panel").scrollTop = top;
    return;
  }
  const lit = place().querySelector(".text .r-act");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  lit?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  if (focus) chosen.focus({ preventScroll: true });
}

async function go(address) {
  const answer = await fetch(address).catch(() => null);
  // Without a server the browser says so itself.
  if (answer) await show(answer, { push: true, focus: true });
  else location.assign(address);
}

document.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest("#report a");
  if (!link) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname !== location.pathname) return;
  event.preventDefault();
  later(() => go(link.href));
});

async function send(form, submitter) {
  const sent = new FormData(form, submitter);
  const buttons = form.querySelectorAll("button");
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent) });
    await show(answer, { push: answer.ok, focus: true });
  } catch {
    buttons.forEach((button) => { button.disabled = false; });
    const told = Object.assign(document.createElement("p"), {
      className: "notice bad",
      role: "alert",
      textContent: "The server cannot be reached; nothing was kept.",
    });
    form.prepend(told);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest(".correct");
  if (!form) return;
  event.preventDefault();
  sending = send(form, event.submitter);
  later(() => sending);
});

const follow = (...links) => {
  const link = links.map((name) => place().querySelector(name)).find(Boolean);
  return link && go(link.href);
};
const press = (verdict) => {
  place().querySelector(`[value=${verdict}]`)?.click();
  return sending;
};

const KEYS = {
  j: () => follow("[rel=next]", ".list a"),
  k: () => follow("[rel=prev]"),
  a: () => press("accept"),
  r: () => press("reject"),
  e: () => {
    const edit = place().querySelector(".correct details");
    if (!edit) return;
    edit.open = true;
    edit.querySelector("select").focus();
  },
  Escape: () => follow("[data-key=Escape]"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inField = event.target.closest("input, select, textarea");
  if (inField && event.key !== "Escape") return;
  if (inField) {
    inField.blur();
    return;
  }
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  later(act);
});

addEventListener("popstate", () => {
  later(async () => show(await fetch(location.href), { push: false, focus: false }));
});
