/* The findings of the desk: a note for each, at the height of its words, with what can be done about it. */
import { find, make } from "./tools.js";

const GAP = 8;

/* Say what a fix puts in place of what. */
const told = (fix, text) => {
  const parts = fix.edits.slice(0, 2).map((edit) => {
    const old = text.slice(edit.start, edit.end);
    const out = make("del", { textContent: old });
    const put = make("ins", { textContent: edit.text });
    if (!edit.text) return make("span", {}, "takes out ", old.trim() ? out : "what nobody sees");
    return old ? make("span", {}, out, " → ", put) : make("span", {}, "puts in ", put);
  });
  return make("p", { className: "fix" }, ...parts.flatMap((part, at) => (at ? [", ", part] : [part])), fix.edits.length > 2 ? ", …" : "");
};

/* Return the note of a finding; `acts` are what its buttons do. */
export const makeNote = (finding, acts, text) => {
  const { rule, severity, message, sources, related } = finding;
  const says = make("button", { type: "button", className: "says" });
  says.append(make("span", { className: "sev", textContent: severity }), " ", make("span", { dir: "auto", textContent: message }));
  says.addEventListener("click", () => acts.go(finding));
  const note = make("li", { className: `note ${severity}`, tabIndex: -1 }, says);
  note.append(make("p", { className: "where" }, make("span", { className: "rule", textContent: rule }), ` line ${finding.line}`));
  const more = make("div", { className: "more", hidden: true });
  if (finding.remedy) more.append(make("p", { className: "remedy", dir: "auto", textContent: finding.remedy }));
  if (finding.fix) more.append(told(finding.fix, text));
  for (const place of related.slice(0, 5)) more.append(make("p", { className: "related", textContent: `Also line ${place.span.start.line}${place.message ? `: ${place.message}` : ""}` }));
  if (sources.length) more.append(make("p", { className: "source", textContent: `Source: ${sources.map((source) => source.title).join("; ")}` }));
  const buttons = make("div", { className: "acts" });
  const button = (words, className, act) => {
    const made = make("button", { type: "button", className, textContent: words });
    made.addEventListener("click", (event) => { event.stopPropagation(); act(); });
    buttons.append(made);
  };
  if (finding.fix?.applicability === "safe") button("Fix", "safe", () => acts.fix(finding));
  if (finding.fix?.applicability === "unsafe") button("Fix, may change what is said", "unsafe", () => acts.fix(finding));
  if (!/^(suppressions|internal)\//.test(rule)) button("Excuse…", "", () => askReason(more, finding, acts));
  button("Explain", "", () => acts.explain(rule));
  more.append(buttons);
  note.append(more);
  note.addEventListener("click", (event) => { if (!event.target.closest("button, input, form")) acts.go(finding); });
  return note;
};

/* Ask why a finding is to stay. */
const askReason = (more, finding, acts) => {
  if (find("form", more)) { find("input", more).focus(); return; }
  const reason = make("input", { type: "text", required: true, minLength: 3, maxLength: 500, autocomplete: "off" });
  const until = make("input", { type: "date" });
  const form = make("form", {}, make("label", {}, "Why it is to stay", reason), make("label", {}, "Until (may be empty)", until));
  form.append(make("button", { type: "submit", textContent: "Write it into the text" }));
  form.addEventListener("submit", (event) => { event.preventDefault(); acts.excuse(finding, reason.value.trim(), until.value || null); });
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); form.remove(); acts.placed(); } });
  more.append(form);
  acts.placed();
  reason.focus();
};

/* Put notes at the height of their words, none over another; the current one where it belongs. */
export const place = (list, notes, wanted, current) => {
  const heights = notes.map((note) => note.offsetHeight);
  const tops = [];
  const down = (from, least) => {
    let free = least;
    for (let at = from; at < notes.length; at += 1) { tops[at] = Math.max(wanted[at], free); free = tops[at] + heights[at] + GAP; }
  };
  down(0, 0);
  const at = notes.indexOf(current);
  if (at >= 0) {
    down(at, wanted[at]);
    let free = wanted[at] - GAP;
    for (let above = at - 1; above >= 0; above -= 1) { tops[above] = Math.min(tops[above], free - heights[above]); free = tops[above] - GAP; }
    if (tops[0] < 0) down(0, 0);
  }
  notes.forEach((note, number) => { note.style.top = `${tops[number]}px`; });
  const last = notes.length - 1;
  list.style.height = notes.length ? `${tops[last] + heights[last]}px` : "";
};
