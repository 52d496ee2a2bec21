"""Other words in the same places: what keeps a few hundred reports from being learnt by heart.

A report's states change places with others, and some words are hidden. Labels stay, since every word is replaced
by one word of its own kind: Peru by Chad, Peruvian by Chadian, Lima by N'Djamena.
"""
import pathlib
import re

HIDDEN = 103  # [MASK]
SWAPPED, HIDDEN_WINDOWS, HIDDEN_WORDS = 0.6, 0.6, 0.12  # shares of windows, of windows, and of their words
WORD = re.compile(r"[A-Z][a-z]+")


def first(value):
    return value[0] if isinstance(value, list) else value


def forms(entry):
    """[name, adjective, people, capital] of a state, each one word in title case; None where one is not."""
    adjective = (entry.get("adjectives") or [""])[0]
    person = (entry.get("people") or [adjective])[0]
    people = person if person.endswith(("s", "sh", "ch", "ese")) else person + "s"
    out = [entry["names"][0], adjective, people, first(entry.get("capital") or "")]
    return out if all(WORD.fullmatch(w) for w in out) else None


class Variation:
    def __init__(self, states_file, rng):
        import yaml
        entries = yaml.safe_load(pathlib.Path(states_file).read_text(encoding="utf-8"))
        self.states = [f for f in map(forms, entries) if f]
        self.place = {w: (i, k) for i, f in enumerate(self.states) for k, w in reversed(list(enumerate(f)))}
        self.rng = rng

    def swapped(self, words):
        """Every state of the words becomes another one, no two the same."""
        met = sorted({self.place[w][0] for w in words if w in self.place})
        became = dict(zip(met, self.rng.sample(range(len(self.states)), len(met))))
        put = lambda state, kind: self.states[became[state]][kind]
        return [put(*self.place[w]) if w in self.place else w for w in words]

    def words(self, words):
        """Variants of a window's words; a hidden word is the number of its piece."""
        if self.rng.random() < SWAPPED:
            words = self.swapped(words)
        if self.rng.random() < HIDDEN_WINDOWS:
            words = [HIDDEN if self.rng.random() < HIDDEN_WORDS else w for w in words]
        return words
