"""Measures the tool detente_segment against a treebank in CoNLL-U.

The raw text of each document is put together from the "# text" lines: sentences of one paragraph
are joined by a space, paragraphs by an empty line. Tokens and sentences count as right when both
their ends agree; precision and recall are over all documents.

    python measure_segmentation.py path/to/detente_segment treebank.conllu[.gz] [--errors N]
"""

import argparse
import collections
import gzip
import json
import subprocess


def read_documents(path):
    """Yields (text, tokens, sentences): spans are (start, end) in code points of the text."""
    opener = gzip.open if path.endswith(".gz") else open
    text, tokens, sentences = "", [], []
    new_paragraph, sentence_start, words, inside = True, 0, [], 0
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if text:
                    yield text, tokens, sentences
                text, tokens, sentences = "", [], []
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line.startswith("# text = "):
                if text:
                    text += "\n\n" if new_paragraph else " "
                new_paragraph = False
                sentence_start, inside = len(text), len(text)
                text += line[len("# text = "):].strip()
            elif line and line[0] != "#":
                fields = line.split("\t")
                if "-" in fields[0] or "." in fields[0]:
                    continue
                start = text.find(fields[1], inside)
                if start < 0:
                    raise ValueError(f"{path}: token {fields[1]!r} is not in its sentence")
                inside = start + len(fields[1])
                words.append((start, inside))
            elif not line and words:
                tokens += words
                sentences.append((sentence_start, words[-1][1]))
                words = []
    if text:
        yield text, tokens, sentences


def f1(right, found, gold):
    """Returns precision, recall and F1 as percentages."""
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return (100 * precision, 100 * recall,
            200 * precision * recall / max(precision + recall, 1e-9))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tool")
    parser.add_argument("treebank")
    parser.add_argument("--errors", type=int, default=0, help="how many frequent errors to list")
    options = parser.parse_args()

    documents = list(read_documents(options.treebank))
    lines = "\n".join(json.dumps({"id": str(i), "text": text})
                      for i, (text, _, _) in enumerate(documents))
    output = subprocess.run([options.tool], input=lines, capture_output=True, text=True,
                            encoding="utf-8", check=True).stdout

    counts = {"tokens": [0, 0, 0], "sentences": [0, 0, 0]}
    errors = {"tokens": collections.Counter(), "sentences": collections.Counter()}
    for (text, tokens, sentences), line in zip(documents, output.splitlines(), strict=True):
        answer = json.loads(line)["sentences"]
        found = {"tokens": {tuple(token) for sentence in answer for token in sentence["tokens"]},
                 "sentences": {(sentence["start"], sentence["end"]) for sentence in answer}}
        for level, gold in (("tokens", set(tokens)), ("sentences", set(sentences))):
            right = len(gold & found[level])
            counts[level] = [a + b for a, b in
                             zip(counts[level], (right, len(found[level]), len(gold)))]
            for sign, spans in (("-", gold - found[level]), ("+", found[level] - gold)):
                for start, end in spans:
                    shown = text[start:end] if level == "tokens" else (
                        text[start:start + 40] + " ... " + text[max(start, end - 40):end + 20])
                    errors[level][sign + " " + " ".join(shown.split())] += 1
    for level in counts:
        print("%-9s precision %.2f recall %.2f F1 %.2f" % (level, *f1(*counts[level])))
        for shown, count in errors[level].most_common(options.errors):
            print(f"{count:6d} {shown}")


if __name__ == "__main__":
    main()
