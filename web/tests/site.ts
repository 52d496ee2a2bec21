// The site that the tests look at, and the browser that they look with.
//
// DETENTE_URL (and DETENTE_TOKEN) name a server that runs already. Without, the project's own binary
// (DETENTE_BINARY, default build/detente) reads the example reports into a new ledger and serves it.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";

export const WIDTHS = { desk: 1440, phone: 375 };
export type Width = keyof typeof WIDTHS;
export type Scheme = "light" | "dark";

const ROOT = join(import.meta.dirname, "../..");

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function untilUp(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; ++tries) {
    if (server.exitCode !== null) throw new Error(`detente serve ended with code ${server.exitCode}`);
    const up = await fetch(url + "/healthz").then((response) => response.ok, () => false);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("detente serve does not answer");
}

export class Site {
  readonly url: string;
  readonly token: string;
  readonly #browser: Browser;
  readonly #end: () => void;

  private constructor(url: string, token: string, browser: Browser, end: () => void) {
    this.url = url;
    this.token = token;
    this.#browser = browser;
    this.#end = end;
  }

  static async open(): Promise<Site> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    const given = process.env.DETENTE_URL;
    if (given) return new Site(given.replace(/\/$/, ""), process.env.DETENTE_TOKEN ?? "", browser, () => {});
    const folder = mkdtempSync(join(tmpdir(), "detente-web-"));
    const binary = process.env.DETENTE_BINARY ?? join(ROOT, "build/detente");
    const ledger = join(folder, "ledger.db");
    execFileSync(binary, ["read", "--ledger", ledger, join(ROOT, "examples/reports")], { stdio: "ignore" });
    const url = `http://127.0.0.1:${await freePort()}`;
    const token = "for-the-tests";
    const server = spawn(
      binary,
      ["serve", "--ledger", ledger, "--listen", url.slice("http://".length), "--web", join(ROOT, "web/dist")],
      { env: { ...process.env, DETENTE_TOKEN: token }, stdio: ["ignore", "inherit", "inherit"] },
    );
    const end = () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    };
    try {
      await untilUp(url, server);
    } catch (error) {
      end();
      await browser.close();
      throw error;
    }
    return new Site(url, token, browser, end);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#end();
  }

  get<T>(path: string): Promise<T> {
    return fetch(this.url + "/api/v1" + path).then((response) => response.json() as Promise<T>);
  }

  post(path: string, body: string, type = "application/json"): Promise<Response> {
    const headers = { "Content-Type": type, Authorization: "Bearer " + this.token };
    return fetch(this.url + "/api/v1" + path, { method: "POST", headers, body });
  }

  // A new window at an address of the page. What goes wrong in it is kept in `faults`.
  async visit(hash: string, width: Width = "desk", scheme: Scheme = "light", editor = false) {
    const context = await this.#browser.newContext({
      viewport: { width: WIDTHS[width], height: width === "desk" ? 900 : 812 },
      colorScheme: scheme,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("dialog", (dialog) => {
      faults.push("a dialog: " + dialog.message());
      void dialog.dismiss();
    });
    if (editor) {
      await page.addInitScript((token) => {
        sessionStorage.setItem("token", token);
        localStorage.setItem("editor", "Test Editor");
      }, this.token);
    }
    await page.goto(this.url + "/" + hash);
    await settled(page);
    return { page, faults, close: () => context.close() };
  }
}

// Until nothing is being asked or drawn any more.
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !!document.querySelector("main > *") &&
      !document.querySelector("[aria-busy=true]") &&
      !document.querySelector(".waiting[role=status], main > p[role=status]"),
  );
}

// How far the page is wider than its window, in pixels.
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

export interface Line {
  id: string;
  object: Record<string, unknown>;
  evidence: { doc: string; quote: string }[];
}

export interface Why {
  line: Line;
  members: { assertion: string; doc: string; evidence: { quote: string }[]; decision: { by_editor?: string } }[];
  words: { id: string; kind: string; because?: string }[];
}

// An address of each of the six views, on the dyad that the example reports tell most of.
export async function addresses(site: Site): Promise<Record<string, string>> {
  const { measures } = await site.get<{ measures: Line[] }>("/dyads/PRT/MAR");
  const measure = measures.find(({ object }) => object.status === "in_force") ?? measures[0]!;
  return {
    world: "#/world",
    dossier: "#/dossier/PRT/MAR",
    timeline: "#/timeline/PRT/MAR",
    evidence: "#/evidence/" + measure.id,
    read: "#/read",
    search: "#/search?q=consulate",
    "search in a list": "#/search?in=measures&actor=MAR",
    "whole report": "#/evidence?doc=" + encodeURIComponent(measure.evidence[0]!.doc),
    "no pair": "#/dossier",
    "nothing found": "#/search?q=zzyzx",
  };
}
