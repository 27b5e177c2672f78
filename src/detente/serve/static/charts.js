// Draws the charts of a page, and lets their marks be read and opened by mouse and by keyboard.
const dark = matchMedia("(prefers-color-scheme: dark)");
const script = document.querySelector("meta[name=charts]").content;
const NARROW = 500;
const PAUSE = 80; // milliseconds that a mark is pointed at before its words are asked for
const known = new Map();
let library;

/** The library that draws, fetched once, when the first chart comes near. */
function vega() {
  library ??= import(script).then(() => window.vegaEmbed);
  return library;
}

async function draw(figure) {
  const canvas = figure.querySelector(".canvas");
  const address = new URL(figure.dataset.chart, location.href);
  if (dark.matches) address.searchParams.set("theme", "dark");
  const [answer, embed] = await Promise.all([fetch(address), vega()]);
  if (!answer.ok) throw new Error(answer.statusText);
  const spec = await answer.json();
  if (figure.dataset.aspect) spec.height = Math.round(canvas.clientWidth * figure.dataset.aspect);
  if (canvas.clientWidth < NARROW) spec.config.legend.columns = 2;
  const { view } = await embed(canvas, spec, {
    ast: true, // an interpreter: the page allows no code made of text
    actions: false,
    renderer: "svg",
    defaultStyle: false,
    tooltip: false,
  });
  // The page tells what a chart shows; its hundred lines and marks are no help read aloud.
  canvas.querySelector("svg").setAttribute("aria-hidden", "true");
  figure.dataset.drawn = "";
  if (view.getState().signals && "picked" in view.getState().signals) reading(figure, view);
}

/** Says that a chart is missing, where nothing else would. */
function untold(figure) {
  const note = document.createElement("p");
  note.className = "quiet";
  note.textContent = "The chart cannot be drawn now; load the page again.";
  figure.querySelector(".canvas").replaceChildren(note);
}

/** The words that a mark stands for, asked for once. */
function wordsOf(id) {
  if (!known.has(id)) {
    const address = `/happenings/${encodeURIComponent(id)}/words.json`;
    known.set(id, fetch(address).then(async (answer) => (answer.ok ? (await answer.json()).text : "")));
  }
  return known.get(id);
}

/** Lets the marks of a chart be gone through; what they stand for is told below it. */
function reading(figure, view) {
  const marks = view.data("happenings").slice().sort((one, other) => one.day - other.day);
  const told = figure.querySelector(".told");
  const canvas = figure.querySelector(".canvas");
  let place = -1;
  let waiting;

  function tell(mark) {
    place = marks.findIndex((item) => item.id === mark.id);
    view.signal("picked", mark.id).run();
    const link = document.createElement("a");
    link.href = `/happenings/${encodeURIComponent(mark.id)}`;
    link.textContent = "open";
    const act = document.createElement("strong");
    const day = new Date(mark.day).toISOString().slice(0, 10);
    act.textContent = `${day} ${mark.act}${mark.status === "actual" ? "" : `, ${mark.status}`}: `;
    const words = document.createElement("bdi");
    told.replaceChildren(act, words, link);
    clearTimeout(waiting);
    waiting = setTimeout(async () => { words.textContent = await wordsOf(mark.id); }, PAUSE);
  }

  told.textContent = marks.length ? "Point at a mark to read it, click to open it; with the keyboard, arrows and Enter." : "";
  view.addEventListener("mouseover", (_, item) => item?.datum?.id && tell(item.datum));
  view.addEventListener("click", (_, item) => {
    if (item?.datum?.id) location.href = `/happenings/${encodeURIComponent(item.datum.id)}`;
  });
  canvas.onkeydown = (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: -1, ArrowDown: 1 };
    const ends = { Home: 0, End: marks.length - 1 };
    if (!marks.length) return;
    if (event.key in steps) {
      const next = place < 0 ? marks.length - 1 : place + steps[event.key];
      tell(marks[Math.max(0, Math.min(marks.length - 1, next))]);
    } else if (event.key in ends) tell(marks[ends[event.key]]);
    else if (event.key === "Enter" && place >= 0) location.href = told.querySelector("a").href;
    else return;
    event.preventDefault();
  };
}

const figures = document.querySelectorAll("[data-chart]");
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    draw(entry.target).catch(() => untold(entry.target));
  }
}, { rootMargin: "400px" });
for (const figure of figures) {
  const canvas = figure.querySelector(".canvas");
  const height = figure.dataset.aspect ? canvas.clientWidth * figure.dataset.aspect : figure.dataset.height;
  canvas.style.minHeight = `${height}px`;
  seen.observe(figure);
}
dark.addEventListener("change", () => figures.forEach((figure) => "drawn" in figure.dataset && draw(figure)));
