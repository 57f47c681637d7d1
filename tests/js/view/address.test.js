// The projector and the frame in an address, and what the keys of a projector ask for.

import assert from "node:assert/strict";
import { test } from "node:test";

import { viewOf, withProjector, withoutFrame } from "../../../assets/view/address.js";
import { asked, isToggle } from "../../../assets/view/keys.js";

const LESSON = "https://example.org/pooling?pool_size=6";

test("an address says how the page is seen, and is the same without it", () => {
  assert.equal(viewOf(LESSON), "");
  assert.equal(viewOf(`${LESSON}&view=other`), "");
  assert.equal(viewOf(`${LESSON}&embed=TRUE`), "embed");
  assert.equal(viewOf(withProjector(LESSON, true)), "projector");
  assert.equal(withProjector(withProjector(LESSON, true), false), LESSON);
  assert.equal(
    withoutFrame(`${LESSON}&embed=true&embed_options=dark_theme&view=projector`),
    LESSON,
  );
});

/** @param {Partial<KeyboardEvent>} event */
const pressed = (event) => ({
  ...{ key: "", code: "", ctrlKey: false, metaKey: false, altKey: false },
  ...event,
});

test("keys and presenters' remotes ask for the same, with any layout, and never while one types", () => {
  assert.equal(asked(pressed({ key: "PageDown" }), false), "next");
  assert.equal(asked(pressed({ key: "PageUp" }), false), "back");
  assert.equal(asked(pressed({ key: "b", code: "KeyB" }), false), "black");
  assert.equal(asked(pressed({ key: "ㅠ", code: "KeyB" }), false), "black");
  assert.equal(asked(pressed({ key: ".", code: "Period" }), false), "black");
  assert.equal(asked(pressed({ key: "?", code: "Slash" }), false), "keys");
  assert.equal(asked(pressed({ key: "=", code: "Equal" }), false), "faster");
  assert.equal(asked(pressed({ key: "-", code: "Minus" }), false), "slower");
  assert.equal(asked(pressed({ key: "x", code: "KeyX" }), false), null);
  assert.equal(asked(pressed({ key: "b", code: "KeyB", ctrlKey: true }), false), null);
  assert.equal(asked(pressed({ key: "b", code: "KeyB" }), true), null);
  assert.equal(asked(pressed({ key: "Escape" }), true), "leave");
  assert.ok(isToggle(pressed({ code: "KeyP", altKey: true })));
  assert.ok(!isToggle(pressed({ code: "KeyP" })));
});
