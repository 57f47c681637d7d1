// A stage that has the window to itself: the scale fits, letters are large enough, places stay.

import assert from "node:assert/strict";
import { test } from "node:test";

import { roomiest, scaled } from "../../../assets/player/scaled.js";
import { cases } from "../cases.js";

const ROOMS = [
  { width: 1256, height: 480, title: 20, scrolls: false },
  { width: 1896, height: 780, title: 20, scrolls: false },
  { width: 700, height: 900, title: 12, scrolls: true },
];

for (const { name, data } of cases.examples) {
  const { layouts, lows, longest } = data;

  test(`${name}: it is as large as the room, and no larger`, () => {
    for (const room of ROOMS) {
      const found = roomiest([...layouts, ...lows], longest, room);
      if (!found) continue;
      assert.ok(found.width <= room.width && found.height <= room.height);
      assert.ok(room.width - found.width < 3 || room.height - found.height < 3);
    }
    assert.ok(roomiest(layouts, longest, ROOMS[0]), "a projector shows every example");
    assert.equal(
      roomiest(layouts, longest, { width: 900, height: null, title: 12, scrolls: true }),
      null,
    );
  });

  test(`${name}: another scale changes letters and nothing else`, () => {
    const [layout] = layouts;
    const double = scaled(layout, longest, 2);
    assert.deepEqual([double.width, double.height], [2 * layout.width, 2 * layout.height]);
    for (const [role, region] of Object.entries(layout.regions)) {
      const other = double.regions[role];
      assert.deepEqual(other.slice(0, 5), region.slice(0, 5));
      assert.ok(other[5] >= region[5]);
      assert.deepEqual(other[7], other[5] ? null : region[7]);
    }
    assert.notEqual(double.key, scaled(layout, longest, 1.5).key);
  });
}

test("where nothing fits the page scrolls", () => {
  const [{ data }] = cases.examples;
  const tiny = { width: 296, height: 40, title: 12, scrolls: true };
  assert.equal(roomiest(data.layouts, data.longest, tiny), null);
});
