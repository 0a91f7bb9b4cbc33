/* The desk: a text, the findings beside it while it is written, and what can be done about them. */
import { all, ask, find, make, recall, remember, showFragment, Trouble } from "./tools.js";
import { changeOf, moved, stretches, toPoints, toUnits } from "./text.js";
import { makeNote, place } from "./margin.js";

const DELAY = 40; // milliseconds after the last key
const SEVERITIES = ["error", "warning", "advice"];
const PLURALS = { error: ["error", "errors"], warning: ["warning", "warnings"], advice: ["piece of advice", "pieces of advice"] };
const page = crypto.randomUUID();
const area = find("#text");
const backdrop = find("#backdrop");
const list = find("#notes");
const shown = new Set(SEVERITIES.filter((name) => (recall(`desk-${name}`) ?? (name === "advice" ? "off" : "on")) === "on"));

/* What is open: its name in the folder or null, the version and the text that it was read with. */
const file = { name: null, version: null, readOnly: "", saved: "" };
let text = "";
let findings = [];
let tints = [];
let current = null;
let running = null;
let again = false; // whether something changed since
let wantedPart = ""; // where to go once the article can be read
let lastKey = 0;
let starts = new Map(); // the first stretch of the backdrop from each place on
let timer = 0;
let isReading = false;
let isHeld = false; // while several places change
let suffixes = {};

/* Say */
const say = (words) => { if (find("#status").textContent !== words) find("#status").textContent = words; };
const tellDone = (words) => { find("#done").textContent = words; };
/* What a check complains of is gone when one succeeds; what an act does stays until the next act. */
let isOfCheck = false;
const complain = (error, ofCheck = false) => {
  if (error?.name === "AbortError" || (!error && ofCheck && !isOfCheck)) return;
  isOfCheck = ofCheck;
  find("#trouble").textContent = error ? error.message : "";
};
const attempt = (act) => async (...given) => { complain(null); try { await act(...given); } catch (error) { complain(error); } };

/* Ask */
const FORMATS = { markdown: "md", html: "html", text: "txt", rst: "rst", asciidoc: "adoc", ninjs: "ninjs", newsml: "newsml" };
const formatOf = (name) => FORMATS[suffixes[name.slice(name.lastIndexOf(".")).toLowerCase()]];
/* The text of a document is read as a text of its own. */
const filename = () => (file.name && formatOf(file.name) ? file.name : `article.${find("#format").value}`);
const asked = () => ({ text, filename: filename(), profile: find("#profile").value || null, today: find("#today").value || null });
/* One question at a time: an answer to an older text is carried over to the present one, which is asked about next. */
const check = async () => {
  if (!text.trim()) { forget(); clear(); return; }
  if (running) { again = true; return; }
  const mine = running = new AbortController();
  const of = text;
  try {
    const told = await ask("/review", { ...asked(), page, reading: isReading }, mine.signal);
    if (mine !== running) return;
    complain(null, true);
    take(told, of);
    if (of === text) document.documentElement.dataset.milliseconds = Math.round(performance.now() - lastKey);
  } catch (error) {
    if (mine === running && !(error instanceof Trouble && error.status === 409)) complain(error, true);
  } finally {
    if (mine === running) { running = null; if (again) { again = false; check(); } }
  }
};
const forget = () => { running?.abort(); running = null; again = false; };
const clear = () => {
  findings = []; tints = []; current = null;
  for (const id of ["card", "panels", "elements", "more"]) find(`#${id}`).replaceChildren();
  find("#elements").hidden = true;
  find("#fix").disabled = true;
  showReading("");
  say("Paste an article, or open one.");
  tellCounts();
  showNotes();
  paint();
};
const soon = () => { clearTimeout(timer); timer = setTimeout(check, DELAY); };

/* Take what the desk found */
const keyOf = (finding) => `${finding.rule} ${finding.start} ${finding.message}`;
const take = (told, of) => {
  const units = toUnits(of);
  const known = current && keyOf(current);
  findings = told.findings.map(({ diagnostic, title, remedy }) => ({
    ...diagnostic, title, remedy,
    start: units(diagnostic.span.start.offset), end: units(diagnostic.span.end.offset),
    line: diagnostic.span.start.line,
    fix: diagnostic.fix && { ...diagnostic.fix, edits: diagnostic.fix.edits.map((edit) => ({ ...edit, start: units(edit.start), end: units(edit.end) })) },
  }));
  tints = told.tints.map((tint) => ({ ...tint, start: units(tint.start), end: units(tint.end) }));
  if (of !== text) carry(changeOf(of, text));
  current = findings.find((finding) => keyOf(finding) === known) ?? null;
  showPanels(told);
  showNotes();
  paint();
};
const visible = () => findings.filter((finding) => shown.has(finding.severity));
const showPanels = ({ panels, notes, excused, profile }) => {
  showFragment(find("#card"), panels.card);
  showFragment(find("#panels"), panels.voices + panels.paragraphs);
  showFragment(find("#elements"), panels.elements && `<h2>Elements as newslint understood them</h2>${panels.elements}`);
  find("#elements").hidden = !panels.elements;
  showFragment(find("#more"), panels.excuses + panels.unevaluated);
  if (isReading) { showReading(panels.reading); showPart(); }
  find("#profile").options[0].textContent = `the article’s own${find("#profile").value ? "" : ` (${profile})`}`;
  const parts = tellCounts().filter(([, count]) => count).map(([name, count]) => `${count} ${PLURALS[name][count === 1 ? 0 : 1]}`);
  const held = excused ? `; ${excused} excused` : "";
  say([`${parts.length ? parts.join(", ") : "Nothing to report"}${held}.`, ...notes].join(" "));
  const safe = findings.filter((finding) => finding.fix?.applicability === "safe").length;
  find("#fix").disabled = !safe;
  find("#fix").textContent = safe ? `Make safe fixes (${safe})` : "Make safe fixes";
};

const tellCounts = () => {
  const counts = SEVERITIES.map((name) => [name, findings.filter((finding) => finding.severity === name).length]);
  for (const [name, count] of counts) find(`[data-severity="${name}"] + span`).textContent = `${count} ${PLURALS[name][count === 1 ? 0 : 1]}`;
  return counts;
};

/* Show findings beside the words */
const paint = () => {
  const marks = visible().map((finding) => ({ start: finding.start, end: finding.end, finding }));
  const over = document.documentElement.classList.contains("speaks") ? [...marks, ...tints] : marks;
  const pieces = [];
  starts = new Map();
  for (const { start, end, over: ranges } of stretches(text.length, over)) {
    let piece = document.createTextNode(text.slice(start, end));
    const tint = ranges.find((range) => range.look);
    if (tint) piece = make("span", { className: `voice ${tint.look}` }, piece);
    const own = ranges.filter((range) => range.finding).map((range) => range.finding);
    if (own.length) {
      const grave = SEVERITIES.find((name) => own.some((finding) => finding.severity === name));
      piece = make("mark", { className: own.includes(current) ? `${grave} current` : grave }, piece);
    }
    starts.set(start, piece);
    pieces.push(piece);
  }
  const last = document.createTextNode("\u200b");
  starts.set(text.length, last);
  backdrop.replaceChildren(...pieces, last);
  arrange();
};
const showNotes = () => {
  const acts = { go, fix: makeFix, excuse: writeExcuse, explain: explainRule, placed: arrange };
  const focused = list.contains(document.activeElement);
  for (const finding of findings) finding.note = null;
  list.replaceChildren(...visible().map((finding) => (finding.note = makeNote(finding, acts, text))));
  if (!findings.length && text.trim()) list.append(make("li", { className: "clear", textContent: "Nothing to report." }));
  if (focused) area.focus({ preventScroll: true });
  tellPlace();
  open(current);
};
const tellPlace = () => {
  const seen = visible();
  find("#place").textContent = current && seen.includes(current) ? `${seen.indexOf(current) + 1} of ${seen.length}` : `${seen.length} shown`;
};
const heightOf = (finding, rects) => {
  const piece = starts.get(Math.min(finding.start, text.length));
  if (!piece) return 0;
  const range = document.createRange();
  range.selectNodeContents(piece);
  return (range.getClientRects()[0] ?? range.getBoundingClientRect()).top - rects.top;
};
const arrange = () => {
  if (isReading || matchMedia("(max-width: 60rem)").matches) return;
  const seen = visible().filter((finding) => finding.note);
  const rects = list.getBoundingClientRect();
  place(list, seen.map((finding) => finding.note), seen.map((finding) => heightOf(finding, rects)), current?.note ?? null);
};
const open = (finding) => {
  for (const each of findings) {
    if (!each.note) continue;
    each.note.classList.toggle("current", each === finding);
    find(".more", each.note).hidden = each !== finding;
  }
};
const choose = (finding) => {
  if (finding === current) return;
  current = finding;
  open(finding);
  tellPlace();
  paint();
};
const go = (finding) => {
  if (isReading) setReading(false);
  choose(finding);
  area.focus({ preventScroll: true });
  area.setSelectionRange(finding.start, finding.end);
  (find("mark.current", backdrop) ?? finding.note ?? area).scrollIntoView({ block: "center" });
};
const step = (by) => {
  const seen = visible();
  if (!seen.length) return;
  const at = current && seen.includes(current) ? seen.indexOf(current) : by > 0 ? -1 : 0;
  go(seen[(at + by + seen.length) % seen.length]);
};
const follow = () => {
  const at = area.selectionStart;
  const here = visible().filter((finding) => finding.start <= at && at <= finding.end && finding.start < finding.end);
  if (here.length && !here.includes(current)) choose(here[0]);
};

/* Change the text */
/* Carry findings over a change; those that it touches are gone until the desk has read the text. */
const carry = (change) => {
  findings = findings.map((finding) => {
    const range = moved(finding, change);
    if (!range) { finding.note?.remove(); return null; }
    const edits = finding.fix?.edits.map((edit) => moved(edit, change));
    const fix = edits?.every(Boolean) ? { ...finding.fix, edits } : null;
    return Object.assign(finding, { start: range.start, end: range.end, fix });
  }).filter(Boolean);
  tints = tints.map((tint) => moved(tint, change)).filter(Boolean);
};
const changed = () => {
  lastKey = performance.now();
  const change = changeOf(text, area.value);
  text = area.value;
  carry(change);
  if (!findings.includes(current)) current = null;
  if (isHeld) return;
  tellDone("");
  tellChanged();
  paint();
  soon();
};
/* Change several places, and look at them once. */
const together = (act) => {
  isHeld = true;
  try { act(); } finally { isHeld = false; }
  changed();
};
const tellChanged = () => {
  find("#name").classList.toggle("changed", text !== file.saved);
  find("#save").textContent = file.name ? "Save" : "Save…";
  find("#save").disabled = file.name ? text === file.saved || Boolean(file.readOnly) : !text;
};
/* Put words in place of a range, so that the browser can undo it. */
const put = (start, end, words) => {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  const done = words ? document.execCommand("insertText", false, words) : start === end || document.execCommand("delete");
  if (!done) { area.setRangeText(words, start, end, "end"); changed(); }
};
const makeFix = (finding) => {
  if (!finding.fix || !findings.includes(finding)) return;
  together(() => { for (const edit of [...finding.fix.edits].sort((a, b) => b.start - a.start)) put(edit.start, edit.end, edit.text); });
  tellDone(`Fixed: ${finding.message}`);
};
const makeSafeFixes = attempt(async () => {
  const of = text;
  const fixed = await ask("/fix", asked());
  if (of !== text) return;
  together(() => {
    for (const round of fixed.rounds) {
      const units = toUnits(text);
      const edits = round.map((edit) => [units(edit.start), units(edit.end), edit.text]);
      for (const edit of edits.reverse()) put(...edit);
    }
  });
  tellDone(`${fixed.repairs.length} fixed.`);
});
const writeExcuse = attempt(async (finding, reason, until) => {
  const of = text;
  const points = toPoints(text);
  const { edit } = await ask("/excuse", { ...asked(), rule: finding.rule, start: points(finding.start), end: points(finding.end), reason, until });
  if (of !== text) return;
  const units = toUnits(text);
  put(units(edit.start), units(edit.end), edit.text);
  tellDone(`Excused: ${finding.message}`);
});

/* Explain */
const explainRule = attempt(async (rule) => {
  const told = await ask(`/explain?rule=${encodeURIComponent(rule)}`);
  const parts = [["Why", told.why], ["Remedy", told.remedy], ["Fix", told.fix], ["Limits", told.limits], ["Precision", told.precision]];
  const shownParts = parts.filter(([, words]) => words).flatMap(([title, words]) => [make("h3", { textContent: title }), make("p", { textContent: words })]);
  const example = (words) => {
    const pieces = words.split(/[⟦⟧]/).map((piece, at) => (at % 2 ? make("mark", { textContent: piece }) : piece));
    return make("pre", {}, ...pieces);
  };
  const examples = [["Flagged", told.bad], ["Not flagged", told.good]].filter(([, each]) => each.length).flatMap(([title, each]) => [make("h3", { textContent: title }), ...each.slice(0, 4).map(example)]);
  const sources = told.sources.length ? [make("h3", { textContent: "Sources" }), ...told.sources.map((words) => make("p", { textContent: words }))] : [];
  find("#explaining-title").textContent = told.title;
  find("#explained").replaceChildren(make("p", { className: "hint" }, make("span", { className: "rule", textContent: told.id }), ` ${told.severity}`), ...shownParts, ...examples, ...sources);
  find("#explaining").showModal();
  find("#explaining").scrollTop = 0;
});

/* Files */
const load = (opened) => {
  Object.assign(file, { name: opened.name, version: opened.version, readOnly: opened.read_only });
  area.value = opened.text;
  text = file.saved = area.value;
  lastKey = performance.now();
  forget();
  clear();
  if (opened.name) find("#format").value = formatOf(opened.name) ?? "txt";
  find("#format").disabled = Boolean(opened.name);
  find("#name").textContent = opened.name ?? "New text";
  document.title = `${opened.name ?? "New text"} – newslint desk`;
  tellChanged();
  if (text.trim()) say("Reading…");
  area.setSelectionRange(0, 0);
  area.focus({ preventScroll: true });
  scrollTo(0, 0);
  if (opened.read_only) complain(new Error(`${opened.name} cannot be saved from here: ${opened.read_only}. Copy the text instead.`));
  return check();
};
const mayLeave = () => text === file.saved || confirm("Leave the changes that are not saved?");
const showFiles = attempt(async () => {
  const { articles } = await ask("/articles");
  const draw = () => {
    const words = find("#search").value.trim().toLowerCase();
    const fitting = articles.filter((each) => each.name.toLowerCase().includes(words));
    find("#files").replaceChildren(...fitting.slice(0, 300).map((each) => {
      const when = new Date(each.modified * 1000).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
      const button = make("button", { type: "button" }, make("bdi", { textContent: each.name }), make("small", { textContent: when }));
      button.addEventListener("click", attempt(async () => {
        if (!mayLeave()) return;
        find("#choosing").close();
        await load(await ask(`/article?name=${encodeURIComponent(each.name)}`));
      }));
      return make("li", {}, button);
    }));
    if (!fitting.length) find("#files").append(make("li", { className: "hint", textContent: articles.length ? "No article has such a name." : "The folder has no articles." }));
  };
  find("#search").oninput = draw;
  find("#search").value = "";
  draw();
  find("#choosing").showModal();
});
const beginAnew = attempt(async () => { if (mayLeave()) await load({ name: null, text: "", version: null, read_only: "" }); });
const write = async (name, version) => {
  const of = text;
  const saved = await ask("/save", { name, text: of, version });
  Object.assign(file, { name: saved.name, version: saved.version, saved: of });
  find("#name").textContent = saved.name;
  find("#format").disabled = true;
  tellChanged();
  tellDone(`Saved as ${saved.name}.`);
};
const save = attempt(async () => {
  if (find("#save").disabled) return;
  if (file.name) { await write(file.name, file.version); return; }
  find("#new-name").value = `${new Date().toISOString().slice(0, 10)}-article.${find("#format").value}`;
  find("#naming").showModal();
});
const copy = attempt(async () => {
  try { await navigator.clipboard.writeText(text); } catch {
    const { selectionStart, selectionEnd } = area;
    area.select();
    document.execCommand("copy");
    area.setSelectionRange(selectionStart, selectionEnd);
  }
  tellDone("The text is on the clipboard.");
});

/* Views */
const showReading = (html) => showFragment(find("#reading"), html || "<p class=\"hint\">There is nothing to read yet.</p>");
const setReading = (is) => {
  isReading = is;
  find("#writing").hidden = is;
  find("#reading").hidden = !is;
  find("#write").setAttribute("aria-pressed", String(!is));
  find("#read").setAttribute("aria-pressed", String(is));
  if (is) check(); else paint();
};
const setTheme = (name) => {
  if (name === "light" || name === "dark") document.documentElement.dataset.theme = name; else delete document.documentElement.dataset.theme;
  find("#theme").value = name ?? "auto";
  remember("theme", name ?? "auto");
};
const setSpeaks = (is) => {
  document.documentElement.classList.toggle("speaks", is);
  find("#speaks").checked = is;
  remember("speaks", is ? "on" : "off");
  paint();
};
const showSettings = () => {
  const is = find("#settings").classList.toggle("open");
  find("#controls").setAttribute("aria-expanded", String(is));
};
/* A place of the article as it reads: in the strip of voices, in tables, in notes. */
const showPart = () => {
  const part = wantedPart && document.getElementById(wantedPart);
  if (part) { wantedPart = ""; part.scrollIntoView({ block: "center" }); }
};
const toPart = (id) => {
  wantedPart = id;
  if (isReading) showPart(); else setReading(true);
};

/* Begin */
const listen = () => {
  area.addEventListener("input", changed);
  area.addEventListener("click", follow);
  area.addEventListener("keyup", (event) => { if (/^(Arrow|Home|End|Page)/.test(event.key)) follow(); });
  area.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!text && !file.name && /^\s*<(!doctype|html|article|section|h1|div|p)\b/i.test(pasted)) find("#format").value = "html";
  });
  const clicks = { new: beginAnew, open: showFiles, copy, save, fix: makeSafeFixes, previous: () => step(-1), next: () => step(1), write: () => setReading(false), read: () => setReading(true), keys: () => find("#help").showModal(), "naming-cancel": () => find("#naming").close(), controls: showSettings };
  for (const [id, act] of Object.entries(clicks)) find(`#${id}`).addEventListener("click", () => act());
  find("#naming-form").addEventListener("submit", attempt(async (event) => {
    event.preventDefault();
    find("#naming").close();
    await write(find("#new-name").value.trim(), null);
  }));
  for (const id of ["format", "profile", "today"]) find(`#${id}`).addEventListener("change", () => check());
  find("#theme").addEventListener("change", (event) => setTheme(event.target.value));
  find("#speaks").addEventListener("change", (event) => setSpeaks(event.target.checked));
  for (const box of all("[data-severity]", find("#severities"))) {
    box.checked = shown.has(box.dataset.severity);
    box.addEventListener("change", () => {
      shown[box.checked ? "add" : "delete"](box.dataset.severity);
      remember(`desk-${box.dataset.severity}`, box.checked ? "on" : "off");
      showNotes();
      paint();
    });
  }
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-to], a[href^='#b'], a[href^='#h']");
    const mark = event.target.closest?.("#reading mark[data-f], #reading .note");
    if (target) { event.preventDefault(); toPart(target.dataset.to ?? target.getAttribute("href").slice(1)); }
    if (mark && !event.target.closest("summary, a")) {
      const note = mark.matches(".note") ? mark : document.getElementById(`f${mark.dataset.f.split(" ")[0]}`);
      for (const other of all("#reading .current")) other.classList.remove("current");
      note?.classList.add("current");
      const details = note && find("details", note);
      if (details) details.open = true;
    }
  });
  addEventListener("beforeunload", (event) => { if (text !== file.saved) event.preventDefault(); });
  addEventListener("resize", arrange);
  document.fonts?.ready.then(arrange);
};
const onKey = (event) => {
  if (find("dialog[open]")) return;
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const act = event.key === "F8" ? () => step(event.shiftKey ? -1 : 1)
    : event.altKey && event.key === "Enter" ? () => (list.contains(document.activeElement) ? current && go(current) : find(".acts button", current?.note ?? list)?.focus())
    : isCommand && event.key.toLowerCase() === "s" ? save
    : isCommand && event.key.toLowerCase() === "o" ? showFiles : null;
  if (act) { event.preventDefault(); act(); }
};
const begin = attempt(async () => {
  history.replaceState(null, "", "/"); // the token does not stay in the address
  listen();
  setTheme(recall("theme") ?? "auto");
  setSpeaks(recall("speaks") === "on");
  const state = await ask("/state");
  suffixes = state.suffixes;
  find("#profile").append(...state.profiles.map((name) => make("option", { value: name, textContent: name })));
  find("#today").value = state.today;
  find("#end").textContent = `newslint ${state.newslint}; articles of ${state.folder}. Nothing leaves this machine.`;
  changed(); // somebody may have begun already
  area.focus({ preventScroll: true });
  document.documentElement.dataset.ready = "yes";
});
begin();
