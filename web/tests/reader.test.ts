// What a new reader does first: how far it is to the words, and how long until something is there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { settled, Site, WIDTHS, type Width } from "./site.ts";

let site: Site;
before(async () => (site = await Site.open()));
after(() => site?.close());

for (const width of Object.keys(WIDTHS) as Width[]) {
  test(`three clicks from the front to the words that show why a measure is in force (${width})`, async () => {
    const { page, close } = await site.visit("", width);
    let clicks = 0;
    const click = async (what: ReturnType<typeof page.locator>) => {
      ++clicks;
      await what.click();
      await settled(page);
    };
    await click(page.locator(".pairs a", { hasText: "measure" }).or(page.locator(".pairs li", { hasText: "in force" }).locator("a")).first());
    const force = page.locator("section", { has: page.getByRole("heading", { name: "Measures in force" }) });
    await click(force.locator("article", { hasText: "in force" }).first().locator("a").first());
    const words = page.locator(".pane mark.quoted").first();
    await words.waitFor();
    assert.ok(await words.isVisible());
    assert.ok(await page.getByText("in force").first().isVisible());
    const inPane = await words.evaluate((mark) => {
      const box = mark.getBoundingClientRect();
      const pane = mark.closest(".pane")!.getBoundingClientRect();
      return box.top >= pane.top && box.top < pane.bottom;
    });
    assert.ok(inPane, "the report opens at the words");
    assert.ok(clicks <= 3, `${clicks} clicks`);
    await close();
  });
}

test("the page's JavaScript is at most 250 kB, compressed", () => {
  const folder = join(import.meta.dirname, "../dist/assets");
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  assert.ok(bytes > 1000 && bytes <= 250_000, `${bytes} bytes`);
});
