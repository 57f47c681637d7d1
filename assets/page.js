// The tab's history, which Streamlit writes step by step: it enters a page and then puts the page's
// settings behind its name, so that Back would lead to a page that has lost its example. What is
// written before the reader does anything else belongs to the entry of the page. And a language that
// was chosen stays in the address, whichever page Streamlit enters; so does the projector, of which
// the server knows nothing (assets/view). A link to another page is written twice, at first with the
// old page's name: that entry becomes the new page's.

if (!("convscopeHistory" in window)) {
  let entered = false; // a page, and the reader has done nothing since
  /** @type {string | null} */
  let ahead = null; // a query written behind the page's name, and the reader has done nothing since
  for (const kind of ["pointerdown", "keydown"]) {
    const acted = () => {
      entered = false;
      ahead = null;
    };
    document.addEventListener(kind, acted, { capture: true, passive: true });
  }
  const push = history.pushState.bind(history);

  /** @type {typeof history.pushState} */
  history.pushState = (state, unused, where) => {
    const to = new URL(where ?? location.href, location.href);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang && !to.searchParams.has("lang")) to.searchParams.set("lang", lang);
    const isSamePage = to.pathname === location.pathname;
    if (isSamePage && document.documentElement.dataset.view === "projector") {
      to.searchParams.set("view", "projector");
    } else if (isSamePage && to.searchParams.has("view")) {
      to.searchParams.delete("view"); // asked first: a query that is touched is written anew
    }
    const isNothingNew = isSamePage && to.href === location.href;
    const isLinkAgain = !isSamePage && ahead !== null && ahead === to.search;
    const isSameEntry = (isSamePage && entered) || isLinkAgain || isNothingNew;
    if (isSameEntry) history.replaceState(state, unused, to);
    else push(state, unused, to);
    if (!isSamePage) entered = true;
    ahead = isSamePage && !entered ? to.search : null;
  };
  Object.assign(window, { convscopeHistory: true });
}

// Boxes over the page stand outside of what Streamlit gives its theme to: all of the page has it.
{
  const app = document.querySelector("[data-testid=stApp]");
  if (app && !("convscopeTheme" in window)) {
    const follow = () => {
      document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme;
    };
    new MutationObserver(follow).observe(app, { attributeFilter: ["class"] });
    follow();
    Object.assign(window, { convscopeTheme: true });
  }
}

// The line to the server. Streamlit opens another one where it broke, but asks for nothing: a server
// that knows nothing of this page would not know what is pressed on it either. The view's component
// (assets/view) hears of the new line, and has the page run.
if (!("convscopeLine" in window)) {
  window.WebSocket = class extends WebSocket {
    // No angle bracket before a letter may stand in this file: Streamlit would throw it away.
    /** @param {string | URL} where @param {string | string[]} [protocols] */
    constructor(where, protocols) {
      super(where, protocols);
      if (!String(where).includes("/_stcore/stream")) return;
      this.addEventListener("open", () => document.dispatchEvent(new Event("convscope:line")));
    }
  };
  Object.assign(window, { convscopeLine: true });
}
