// Reading reports into the ledger, correcting its lines, and reports that mean harm. Needs a token.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { overflow, settled, Site, WIDTHS, type Line, type Why, type Width } from "./site.ts";

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
  await page.getByRole("alert").getByText("does not take this token").waitFor();
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
  await page.getByRole("button", { name: "Amend it" }).click();
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

const why = (id: string) => site.get<Why>(`/lines/${id}/why`);

test("an editor merges two lines, sees why they are one, and undoes it", async () => {
  const { lines } = await site.get<{ lines: Line[] }>("/measures?actor=MAR&other=PRT&limit=100");
  const [one, two] = lines.filter(({ evidence }) => evidence.length === 1);
  const { page, faults, close } = await site.visit("#/evidence/" + one!.id, "desk", "light", true);

  await page.getByRole("button", { name: "Merge…" }).click();
  const merge = page.getByRole("button", { name: "Merge the two" });
  assert.ok(await merge.isDisabled(), "first the other line is chosen");
  await page.getByRole("combobox", { name: "It is one thing with" }).selectOption(two!.id);
  const form = page.locator("form", { has: merge });
  await form.getByText(two!.evidence[0]!.quote.slice(0, 40)).waitFor(); // what is merged is looked at first
  await page.getByLabel("Because").fill("two prints of one decree");
  await merge.click();

  await page.getByText("Merged: one measure now.").waitFor();
  await page.getByText("2 reports tell of it, held to tell the same thing.").waitFor();
  await page.getByText("Here by an editor’s word").waitFor();
  await page.getByText("Merged by Test Editor").waitFor();
  await page.getByText("two prints of one decree").waitFor();
  const { line, members, words } = await why(one!.id);
  assert.deepEqual((await why(two!.id)).line.id, line.id, "both ids lead to the one line");
  assert.deepEqual(words.map(({ kind, because }) => [kind, because]), [["merge", "two prints of one decree"]]);
  assert.deepEqual(members.map(({ decision }) => decision.by_editor), [undefined, words[0]!.id]);

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone: 2 measures now.").waitFor();
  await page.getByText("1 report tells of it.").waitFor();
  assert.equal((await why(one!.id)).line.id, one!.id);
  await page.getByRole("list", { name: "The other lines" }).getByRole("link").click();
  await page.waitForURL("**/#/evidence/" + two!.id);
  await page.getByText("1 report tells of it.").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("an editor splits a line, looks at its parts, and undoes it", async () => {
  const { lines } = await site.get<{ lines: Line[] }>("/events?actor=MAR&other=PRT&limit=1000");
  const told = lines.toSorted((x, y) => y.evidence.length - x.evidence.length)[0]!;
  const { members } = await why(told.id);
  assert.ok(members.length > 2, "an event that is told several times");
  const stay = members.slice(0, -1).map(({ assertion }) => assertion);
  const leave = members.at(-1)!.assertion;
  const { page, faults, close } = await site.visit("#/evidence/" + told.id, "desk", "light", true);

  await page.getByRole("button", { name: "Split…" }).click();
  const split = page.getByRole("button", { name: "Split them off" });
  const boxes = page.getByRole("group", { name: /Which of these tell of another thing/ }).getByRole("checkbox");
  assert.equal(await boxes.count(), members.length);
  for (const box of await boxes.all()) await box.check();
  await page.getByText("One must stay").waitFor();
  assert.ok(await split.isDisabled(), "a line cannot leave itself");
  for (const box of (await boxes.all()).slice(0, -1)) await box.uncheck();
  await split.click();

  await page.getByText("Split: 2 events now.").waitFor();
  const tellings = page.locator("section", { has: page.getByRole("heading", { name: "The words it rests on" }) }).locator("article");
  assert.equal(await tellings.count(), members.length - 1, "the rest is shown");
  assert.deepEqual((await why(told.id)).members.map(({ assertion }) => assertion), stay);
  await page.getByRole("list", { name: "The other lines" }).getByRole("link").click();
  await page.getByText("1 report tells of it.").waitFor();
  await page.getByText("Split by Test Editor").waitFor();
  assert.deepEqual((await why(leave)).members.map(({ assertion }) => assertion), [leave]);

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone.").waitFor();
  assert.equal(await tellings.count(), members.length, "the parts are one again");
  assert.deepEqual((await why(told.id)).members, members, "all is as it was");
  assert.deepEqual(faults, []);
  await close();
});

test("what was split off by mistake comes back from the line that it left", async () => {
  const { lines } = await site.get<{ lines: Line[] }>("/events?actor=MAR&other=PRT&limit=1000");
  const told = lines.toSorted((x, y) => y.evidence.length - x.evidence.length)[0]!;
  const { members } = await why(told.id);
  const { page, close } = await site.visit("#/evidence/" + told.id, "phone", "light", true);
  await page.getByRole("button", { name: "Split…" }).click();
  await page.getByRole("checkbox", { name: members.at(-1)!.evidence[0]!.quote }).check();
  await page.getByRole("button", { name: "Split them off" }).click();
  await page.getByRole("status").filter({ hasText: "2 events now" }).getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone.").waitFor();
  assert.deepEqual((await why(told.id)).members, members);
  await close();
});

test("a word that cannot be said is refused in words", async () => {
  const { lines } = await site.get<{ lines: Line[] }>("/measures?actor=MAR&other=PRT&limit=1");
  const { page, close } = await site.visit("#/evidence/" + lines[0]!.id, "desk", "light", true);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("Confirmed by Test Editor").waitFor();
  const { words } = await why(lines[0]!.id);
  await site.post("/words", JSON.stringify({ kind: "undo", undoes: words[0]!.id }));
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("alert").getByText("Another editor has undone this already.").waitFor();
  await page.getByText("Confirmed by Test Editor").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Amend…" }).click();
  await page.getByRole("combobox", { name: "Field" }).selectOption("announced");
  await page.getByLabel(/New value/).fill("soon");
  await page.getByRole("button", { name: "Amend it" }).click();
  await page.getByRole("alert").getByText("is no date").waitFor();
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
