// Every view at both widths: it draws, works, and its address brings it back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { addresses, overflow, settled, Site, WIDTHS, type Line, type Width } from "./site.ts";

let site: Site;
let hashes: Record<string, string>;
before(async () => {
  site = await Site.open();
  hashes = await addresses(site);
});
after(() => site?.close());

const hashOf = (page: Page) => page.evaluate(() => location.hash);
const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();

for (const width of Object.keys(WIDTHS) as Width[]) {
  describe(`at the width of a ${width}`, () => {
    test("no view breaks its frame or complains", async () => {
      for (const [name, hash] of Object.entries(hashes)) {
        const { page, faults, close } = await site.visit(hash, width);
        assert.equal(await overflow(page), 0, `${name} is wider than its window`);
        assert.equal(await page.locator("h1").count(), 1, `${name} has one main heading`);
        assert.deepEqual(faults, [], name);
        await close();
      }
    });

    test("World: the slider moves the day, the day moves the balance", async () => {
      const { page, faults, close } = await site.visit("#/world", width);
      await page.locator("table a").first().waitFor();
      assert.ok((await page.locator("svg .told").count()) >= 6, "states of the record can be picked");
      const before = await texts(page, ".pairs li");
      await page.getByRole("button", { name: "Earlier" }).click();
      await page.getByRole("button", { name: "Earlier" }).click();
      await settled(page);
      assert.match(await hashOf(page), /as_of=\d{4}-\d\d-\d\d/);
      assert.notDeepEqual(await texts(page, ".pairs li"), before);
      await page.getByRole("slider").press("Home");
      await page.waitForFunction(() => /as_of=2031-02/.test(location.hash));
      assert.deepEqual(faults, []);
      await close();
    });

    test("World: two states picked by the keyboard lead to their dossier", async () => {
      const { page, close } = await site.visit("#/world", width);
      await page.locator('svg [aria-label^="Portugal"]').press("Enter");
      assert.match(await hashOf(page), /side=PRT/);
      await page.locator('svg [aria-label^="Morocco"]').press("Enter");
      await page.getByRole("heading", { level: 1, name: "Portugal – Morocco" }).waitFor();
      await close();
    });

    test("Dossier: shows where the two stand on the day of the address", async () => {
      const { page, close } = await site.visit("#/dossier/PRT/MAR?as_of=2031-09-15", width);
      assert.equal(await page.locator(".day").first().textContent(), "15 September 2031");
      for (const heading of ["Lines of communication", "Measures in force", "Offers", "Claims", "Due next", "Meetings"]) {
        await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      }
      const then = await texts(page, "article .head");
      await page.getByRole("button", { name: "Later" }).click();
      await page.waitForFunction(() => location.hash.includes("2031-10-15"));
      await settled(page);
      await page.goBack();
      await page.goto(site.url + "/#/dossier/PRT/MAR?as_of=2031-09-15");
      await settled(page);
      assert.deepEqual(await texts(page, "article .head"), then, "the address brings the same view back");
      await close();
    });

    test("Dossier: what is not told yet is said, not left blank", async () => {
      const { page, close } = await site.visit("#/dossier/PRT/JPN", width);
      await page.getByRole("heading", { name: /Nothing yet/ }).waitFor();
      await close();
    });

    test("Timeline: zooms, filters, and keeps both in the address", async () => {
      const { page, close } = await site.visit("#/timeline/PRT/MAR", width);
      const dots = page.locator("svg circle.dot");
      const all = await dots.count();
      assert.ok(all > 10, `${all} dots`);
      assert.ok((await page.locator("rect.month").count()) > 5, "the months are drawn");
      assert.ok((await page.locator("rect.life").count()) > 3, "lives of measures are drawn");
      await page.getByLabel("Closer").click();
      await page.getByLabel("Material conflict").uncheck();
      await page.waitForFunction(() => /from=.*to=.*hide=material_conflict/.test(location.hash));
      const some = await dots.count();
      assert.ok(some < all, `${some} of ${all} dots are left`);
      await page.reload();
      await settled(page);
      assert.equal(await dots.count(), some, "the address brings the same view back");
      await close();
    });

    test("Timeline: a dot leads to its words", async () => {
      const { page, close } = await site.visit("#/timeline/PRT/MAR?hide=verbal_cooperation", width);
      const dot = page.locator('svg a[href^="#/evidence/E"]').first();
      await dot.focus();
      await dot.press("Enter");
      await page.getByRole("heading", { name: "The words it rests on" }).waitFor();
      await close();
    });

    test("Evidence: the quote is marked in the report, exactly", async () => {
      const { page, close } = await site.visit(hashes.evidence!, width);
      const id = hashes.evidence!.split("/").at(-1);
      const { evidence } = await site.get<Line>("/lines/" + id);
      const quoted = page.locator(".pane mark.quoted");
      await quoted.first().waitFor();
      const shown = (await quoted.allTextContents()).join("");
      assert.ok(evidence.some(({ quote }) => shown.includes(quote)), shown);
      assert.ok(await quoted.first().isVisible());
      await page.getByLabel("codes instead of words").check();
      await page.getByText("in_force").first().waitFor();
      await close();
    });

    test("Search: finds words, follows filters, gives CSV", async () => {
      const { page, close } = await site.visit("#/search", width);
      await page.getByLabel("Words in the reports").fill("consulate");
      await page.getByLabel("Words in the reports").press("Enter");
      await page.locator(".snippet mark").first().waitFor();
      await page.getByRole("button", { name: /^Measures/ }).click();
      if (width === "phone") await page.getByText("Filters", { exact: true }).click();
      await page.getByRole("combobox", { name: "Side", exact: true }).selectOption("MAR");
      await page.getByRole("combobox", { name: "Status" }).selectOption("in_force");
      await settled(page);
      const shown = await page.locator(".results article").count();
      const { lines } = await site.get<{ lines: Line[] }>("/measures?actor=MAR&status=in_force&limit=40");
      assert.equal(shown, lines.length);
      const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
      const answer = await fetch(site.url + csv);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/csv/);
      assert.match(await answer.text(), /^id,/);
      await page.getByRole("button", { name: "Search" }).click();
      await page.locator(".snippet mark").first().waitFor(); // words are always looked for in the reports
      await close();
    });
  });
}

test("World: states have the colour of their balance", async () => {
  const { page, close } = await site.visit("#/world");
  const fills = (selector: string) =>
    page.locator(selector).evaluateAll((paths) => [...new Set(paths.map((path) => getComputedStyle(path).fill))]);
  const [land] = await fills("svg .state:not(.told)");
  const coloured = await fills('svg .told:not(.fill-none)');
  assert.ok(coloured.length > 1 && !coloured.includes(land!), coloured.join());
  await close();
});

test("World: pairs without an arc are told", async () => {
  const { page, close } = await site.visit("#/world");
  const { states } = (await fetch(site.url + "/world.json").then((response) => response.json())) as { states: { code: string }[] };
  const codes = [...new Set(states.map(({ code }) => code))].filter(Boolean).sort().slice(0, 17); // 136 pairs
  const quads = { verbal_cooperation: 1, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 };
  const dyads = codes.flatMap((a, index) =>
    codes.slice(index + 1).map((b) => ({ a, b, events: 1, balance: 1, quads, all_events: 1, measures_in_force: 0, channels_cut: 0 })),
  );
  await page.route("**/api/v1/dyads?*", (route) => route.fulfill({ json: { as_of: "2033-05-12", window_days: 365, dyads } }));
  await page.getByLabel("Balance of the last").selectOption("365");
  await page.getByText("Arcs are drawn for the 120 pairs most told of; 16 more have none.").waitFor();
  assert.equal(await page.locator("svg path.arc").count(), 120);
  await close();
});

test("plots can be taken as SVG and PNG", async () => {
  const { page, faults, close } = await site.visit("#/timeline/PRT/MAR");
  for (const [name, begins] of [["SVG", "<svg"], ["PNG", "\x89PNG"]] as const) {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    assert.ok(content.toString("latin1").startsWith(begins), name);
    assert.ok(content.length > 5000, `${name} has ${content.length} bytes`);
  }
  assert.deepEqual(faults, []);
  await close();
});

test("an address of something that is not there says so", async () => {
  const { page, close } = await site.visit("#/evidence/M00000000");
  await page.getByRole("alert").getByText("no such thing").waitFor();
  await close();
});

test("the colours follow the switch", async () => {
  const { page, close } = await site.visit("#/world");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: /Colours/ }).click();
  assert.equal(await paper(), light);
  await page.getByRole("button", { name: /Colours/ }).click();
  assert.notEqual(await paper(), light);
  await page.reload();
  await settled(page);
  assert.notEqual(await paper(), light, "the choice is kept");
  await close();
});
