// What a page carries packed comes out as it was, Korean and broken lines too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { unpacked } from "../../../assets/offline/packed.js";

test("text comes out as it was packed", async () => {
  const written = `const minus = "−"; // 합성곱 ${"x".repeat(5000)}`;
  const packed = gzipSync(written).toString("base64").replace(/.{76}/g, "$&\n");
  assert.equal(await unpacked(`\n${packed}\n`), written);
});

test("what was not packed is refused", async () => {
  await assert.rejects(() => unpacked("plain words"));
});
