// Reading reports into the ledger, correcting its lines, and reports that mean harm. Needs a token.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { overflow, settled, Site, WIDTHS, type Line, type Width } from "./site.ts";

let site: Site;
before(async () => (site = await Site.open()));
after(() => site?.close());

const once = String(process.pid);

async function read(report: Record<string, string>): Promise<string> {
  const answer = await site.post("/documents", JSON.stringify(report));
  assert.equal(answer.status, 202, await answer.clone().text());
  const { job } = (await answer.json()) as { job: string };
  for (let tries = 0; tries < 200; ++tries) {
    const { state, reports } = await site.get<{ state: string; reports: { doc?: string }[] }>("/jobs/" + job);
    if (state === "done") return reports[0]!.doc!;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the report is not read");
}

test("a report pasted is read, and the record changes before one's eyes", async () => {
  const { page, faults, close } = await site.visit("#/read", "desk", "light", true);
  await page.getByLabel("The report").fill(
    `LISBON — Portugal on Monday expelled ${once} Norwegian diplomats. Norway condemned the expulsion and recalled its ambassador from Lisbon.`,
  );
  await page.getByLabel("Headline").fill("Lisbon expels Norwegians " + once);
  await page.getByLabel("Outlet").fill("The Invented Herald");
  await page.getByLabel("Published").fill("2033-05-10");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("link", { name: "Lisbon expels Norwegians " + once }).waitFor({ timeout: 20_000 });
  const changes = page.locator("section", { has: page.getByRole("heading", { name: "The record changes" }) });
  const first = changes.locator('a[href^="#/evidence/"]').first();
  await first.waitFor({ timeout: 20_000 });
  await first.click();
  await page.locator("mark.quoted").first().waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("a wrong token is told", async () => {
  const { page, close } = await site.visit("#/read");
  await page.getByRole("button", { name: "Give the token" }).click();
  await page.getByRole("textbox", { name: "Token" }).fill("not the token");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByLabel("The report").fill("Nothing happened.");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("alert").waitFor();
  await close();
});

test("an editor confirms, amends and rejects a line, and undoes it", async () => {
  const { lines } = await site.get<{ lines: Line[] }>("/measures?actor=MAR&other=PRT&limit=1&order=oldest");
  const hash = "#/evidence/" + lines[0]!.id;
  const { page, close } = await site.visit(hash, "desk", "light", true);
  const reload = () => page.reload().then(() => settled(page));
  const undo = () => page.getByRole("button", { name: "Undo" }).first().click();

  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("confirmed by an editor").waitFor();
  await undo();
  await page.getByText("confirmed by an editor").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Amend…" }).click();
  await page.getByRole("combobox", { name: "Field" }).selectOption("kind");
  await page.getByLabel(/New value/).fill("blockade");
  await page.getByLabel("Because").fill("a test says so");
  await page.getByRole("button", { name: "Say so" }).click();
  await page.getByRole("heading", { level: 1, name: /^Blockade/ }).waitFor();
  await page.getByText("a test says so").waitFor();
  await undo();
  await page.getByRole("heading", { level: 1, name: /^Blockade/ }).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Reject" }).click();
  await page.getByText("This line has left the record").waitFor();
  assert.equal((await fetch(`${site.url}/api/v1/lines/${lines[0]!.id}`)).status, 404);
  await undo();
  await page.getByRole("button", { name: "Reject" }).waitFor();
  await reload();
  await page.getByRole("heading", { name: "What was read from them" }).waitFor();
  await close();
});

describe("a report that means harm", () => {
  const LONG = "W".repeat(10_000);
  const title = `</title><script>window.owned=1</script> \u202Eesrever\u202C \u05E9\u05DC\u05D5\u05DD ${once} ${LONG}`.slice(0, 2_000);
  const text =
    `LISBON — Portugal on Monday expelled four Moroccan diplomats <script>window.owned=1</script><img src=x onerror="window.owned=1">. ` +
    `\u202EMorocco recalled its ambassador from Lisbon\u202C, \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627. ` +
    `${LONG} &lt;b&gt; javascript:alert(1) ${once}`;
  let doc: string;
  before(async () => {
    doc = await read({ title, text, source: `<b>Outlet</b> \u202E${LONG}`.slice(0, 200), published: "2033-05-11", url: "javascript:window.owned=1" });
  });

  for (const width of Object.keys(WIDTHS) as Width[]) {
    test(`is shown as text, the page unbroken (${width})`, async () => {
      const { lines } = await site.get<{ lines: Line[] }>("/documents/" + encodeURIComponent(doc));
      const hashes = [
        "#/evidence?doc=" + encodeURIComponent(doc),
        "#/search?q=" + once,
        "#/search?in=statements&since=2033-05-11",
        "#/search?in=events&since=2033-05-11",
        "#/dossier/PRT/MAR",
        "#/world",
        "#/read",
        ...lines.slice(0, 4).map(({ id }) => "#/evidence/" + id),
      ];
      for (const hash of hashes) {
        const { page, faults, close } = await site.visit(hash, width);
        assert.equal(await overflow(page), 0, `${hash} is wider than its window`);
        assert.equal(await page.evaluate(() => "owned" in window), false, hash);
        assert.equal(await page.locator('main script, main img, main a[href^="javascript" i]').count(), 0, hash);
        assert.deepEqual(faults, [], hash);
        await close();
      }
      const { page, close } = await site.visit(hashes[0]!, width);
      const shown = await page.locator(".text").textContent();
      assert.ok(shown!.includes("<script>window.owned=1</script>"), "the markup is there to read");
      assert.ok(shown!.includes(LONG), "the long word is whole");
      const direction = await page.locator(".text").evaluate((block) => getComputedStyle(block).unicodeBidi);
      assert.equal(direction, "isolate");
      await close();
    });
  }
});
