// Where the page is. The address holds the whole state of a view: "#/dossier/PRT/MAR?as_of=…".
export type View = "world" | "dossier" | "timeline" | "evidence" | "read" | "search";
export type Params = Record<string, string | undefined>;

const VIEWS: View[] = ["world", "dossier", "timeline", "evidence", "read", "search"];

interface Route {
  view: View;
  parts: string[];
  query: Record<string, string | undefined>;
}

function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view, ...parts] = path.split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return {
    view: VIEWS.find((known) => known === view) ?? "world",
    parts: parts.filter(Boolean),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

export const route: Route = $state(parse(location.hash));
// What is carried from view to view: the pair and the day last looked at.
export const carried: { a?: string; b?: string; as_of?: string } = $state({});

export function href(view: View, parts: string[] = [], query: Params = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = new URLSearchParams(given).toString();
  return "#/" + [view, ...parts].map(encodeURIComponent).join("/") + (search && "?" + search);
}

// Changes the state of the view that is shown, without a new step in the browser's history.
export function refine(changes: Params): void {
  const query = { ...route.query, ...changes };
  history.replaceState(null, "", href(route.view, route.parts, query));
  take();
}

export function go(address: string): void {
  location.hash = address;
}

function take(): void {
  const next = parse(location.hash);
  Object.assign(route, next);
  remember();
}

function remember(): void {
  const [a, b] = route.parts;
  if ((route.view === "dossier" || route.view === "timeline") && a && b) {
    carried.a = a;
    carried.b = b;
  }
  if (route.view === "world" || route.view === "dossier") carried.as_of = route.query.as_of;
}

window.addEventListener("hashchange", () => {
  const before = route.view + route.parts.join();
  take();
  if (before === route.view + route.parts.join()) return;
  scrollTo(0, 0);
  // Who hears the page is taken to what is new.
  document.getElementById("main")?.focus({ preventScroll: true });
});
remember();
