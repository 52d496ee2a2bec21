// What this visitor chose: the colours, and the token for writing (until the tab is closed).
type Theme = "auto" | "light" | "dark";

const kept = (key: string, store: Storage) => {
  try {
    return store.getItem(key) ?? "";
  } catch {
    return ""; // storage may be forbidden
  }
};
const keep = (key: string, value: string, store: Storage) => {
  try {
    store.setItem(key, value);
  } catch {
    // then it lasts until the page is left
  }
};

export const session = $state({
  theme: (kept("theme", localStorage) || "auto") as Theme,
  token: kept("token", sessionStorage),
  editor: kept("editor", localStorage),
});

export function setTheme(theme: Theme): void {
  session.theme = theme;
  keep("theme", theme, localStorage);
  document.documentElement.dataset.theme = theme;
}
setTheme(session.theme);

export function setEditor(token: string, editor: string): void {
  Object.assign(session, { token, editor });
  keep("token", token, sessionStorage);
  keep("editor", editor, localStorage);
}
