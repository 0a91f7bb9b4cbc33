/* Small tools of the page. */
export const find = (selector, from = document) => from.querySelector(selector);
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/* Return an element with properties and children; texts stay texts. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

export const remember = (name, value) => { try { localStorage.setItem(`newslint-${name}`, value); } catch { /* not kept */ } };
export const recall = (name) => { try { return localStorage.getItem(`newslint-${name}`); } catch { return null; } };

/* What the desk says that it cannot do. */
export class Trouble extends Error {
  constructor(status, problem) {
    super(`${problem.subject}: ${problem.cause} ${problem.way_out}`.trim());
    this.status = status;
  }
}

/* Ask the desk, and return its answer; throw Trouble where it has none. */
export const ask = async (path, message, signal) => {
  const options = message === undefined ? { signal } : { method: "POST", signal, body: JSON.stringify(message), headers: { "content-type": "application/json" } };
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble(0, { subject: "newslint", cause: "the desk does not answer.", way_out: "Start `newslint desk` again; your text is still here." });
  }
  const told = await answer.json();
  if (!answer.ok) throw new Trouble(answer.status, told.error);
  return told;
};

/* The server's fragments have all texts escaped; nothing else is ever read as HTML. */
const policy = globalThis.trustedTypes?.createPolicy("newslint", { createHTML: (html) => html });
export const showFragment = (element, html) => { element.innerHTML = policy ? policy.createHTML(html) : html; };
