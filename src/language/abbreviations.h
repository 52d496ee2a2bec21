// Words of English whose written form decides where words and sentences are cut.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace detente {

template <std::size_t N>
constexpr bool contains_word(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// All tables but kUnits hold lower case, without the period.

// Stand before a name and so never end a sentence.
inline constexpr auto kTitleAbbreviations = std::to_array<std::string_view>(
    {"mr",     "mrs",  "ms",   "messrs", "mme",  "mlle", "dr",    "prof",  "rev",   "fr",
     "hon",    "pres", "gov",  "sen",    "sens", "rep",  "reps",  "amb",   "gen",   "lt",
     "col",    "maj",  "capt", "cpt",    "cmdr", "cdr",  "adm",   "sgt",   "cpl",   "pvt",
     "brig",   "insp", "supt", "sec",    "st",   "ste",  "mt",    "ft",    "vs",    "esp",
     "approx", "ca",   "cf",   "viz",    "dept", "univ", "assoc", "gov't", "int'l", "det"});

// May end a sentence; the word after decides.
inline constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"inc",  "corp", "co",   "cos",  "ltd", "llc",  "bros", "plc",  "jr",   "sr",    "esq",
     "etc",  "al",   "jan",  "feb",  "mar", "apr",  "jun",  "jul",  "aug",  "sep",   "sept",
     "oct",  "nov",  "dec",  "mon",  "tue", "tues", "wed",  "thu",  "thur", "thurs", "fri",
     "sat",  "sun",  "ave",  "blvd", "rd",  "hwy",  "ala",  "ariz", "ark",  "calif", "colo",
     "conn", "del",  "fla",  "ga",   "ill", "ind",  "kan",  "ky",   "la",   "mass",  "md",
     "mich", "minn", "mo",   "mont", "neb", "nev",  "okla", "ore",  "pa",   "tenn",  "tex",
     "va",   "vt",   "wash", "wis",  "wyo", "ont",  "que",  "est",  "ret",  "ext",   "hrs",
     "mins", "yrs",  "lb",   "lbs",  "oz",  "eg",   "ie",   "attn", "ed",   "eds",   "vol",
     "ph",   "incl", "max",  "min",  "mfg", "sq",   "cap",  "div",  "bn"});

// Of the tables above: words of their own as well, so the period is kept only after a capital.
inline constexpr auto kCapitalOnly = std::to_array<std::string_view>(
    {"sat", "sun",  "mon",  "wed", "fri", "mar",  "dec",  "gen",  "rep", "reps", "sec",
     "rev", "hon",  "pres", "del", "ill", "ind",  "mass", "wash", "la",  "ga",   "pa",
     "ma",  "mo",   "conn", "ore", "ark", "miss", "st",   "co",   "cos", "al",   "ed",
     "cap", "max",  "min",  "est", "ret", "det",  "fr",   "ms",   "col", "ca",   "jun",
     "jul", "nov",  "jan",  "mt",  "ave", "ph",   "vol",  "div",  "int", "fla",  "tex",
     "sen", "sens", "amb",  "maj", "adm", "brig", "bn"});

// Keep the period before a number only: "No. 3".
inline constexpr auto kBeforeNumber = std::to_array<std::string_view>(
    {"no", "nos", "art", "arts", "para", "paras", "fig", "figs", "p", "pp", "ch", "res", "doc"});

// Prefixes that the treebank leaves on the word behind the hyphen.
inline constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"a",     "anti",  "arch",  "bi",    "co",   "counter", "cyber", "e",     "ex",     "extra",
     "hyper", "infra", "intra", "macro", "mega", "meta",    "mid",   "mini",  "mono",   "multi",
     "neo",   "non",   "over",  "para",  "post", "pre",     "pro",   "proto", "pseudo", "psycho",
     "quasi", "re",    "semi",  "socio", "sub",  "super",   "trans", "ultra", "un"});

// What may follow an apostrophe as a word of its own.
inline constexpr auto kClitics = std::to_array<std::string_view>({"s", "m", "re", "ve", "ll", "d"});

// Written together, read as two words: the second one begins at `cut`.
struct Fused {
  std::string_view word;
  std::ptrdiff_t cut;
};
inline constexpr auto kFused = std::to_array<Fused>({{"cannot", 3},
                                                     {"gonna", 3},
                                                     {"gotta", 3},
                                                     {"wanna", 3},
                                                     {"dont", 2},
                                                     {"didnt", 3},
                                                     {"doesnt", 4},
                                                     {"isnt", 2},
                                                     {"wasnt", 3},
                                                     {"werent", 4},
                                                     {"couldnt", 5},
                                                     {"wouldnt", 5},
                                                     {"shouldnt", 6},
                                                     {"havent", 4},
                                                     {"hasnt", 3},
                                                     {"arent", 3}});

// Units that the treebank cuts off the number before them: "35|mm", "7|pm". As written.
inline constexpr auto kUnits = std::to_array<std::string_view>(
    {"am", "pm", "AM",  "PM",  "m",   "M",   "k",   "K",  "b",   "B",    "bn",  "mn",  "tn",
     "MM", "mm", "cm",  "km",  "kg",  "g",   "ft",  "lb", "lbs", "mins", "min", "hrs", "x",
     "X",  "C",  "F",   "Hz",  "kHz", "MHz", "GHz", "kW", "MW",  "GW",   "kb",  "KB",  "MB",
     "GB", "TB", "mph", "kph", "kt",  "sq",  "p",   "c",  "t",   "nm",   "GMT", "UTC", "percent"});

// Ends of Internet and file names: a period before them does not end a word.
inline constexpr auto kDomains = std::to_array<std::string_view>(
    {"com",  "org", "net", "gov",  "edu", "int", "mil", "info", "biz", "eu",  "uk",  "us",   "ru",
     "ua",   "cn",  "jp",  "kr",   "kp",  "de",  "fr",  "it",   "es",  "pl",  "in",  "ir",   "il",
     "tr",   "au",  "ca",  "ch",   "io",  "tv",  "me",  "su",   "by",  "kz",  "doc", "docx", "xls",
     "xlsx", "pdf", "txt", "html", "htm", "jpg", "png", "gif",  "zip", "exe", "ppt", "url"});

// Words that with a capital show that a sentence begins, though the word before is an abbreviation.
inline constexpr auto kStarters = std::to_array<std::string_view>(
    {"a",       "after",     "all",  "also",     "although", "among",     "an",        "and",
     "another", "are",       "as",   "asked",    "at",       "because",   "before",    "both",
     "but",     "by",        "can",  "despite",  "did",      "do",        "does",      "during",
     "each",    "earlier",   "even", "every",    "few",      "following", "for",       "from",
     "he",      "her",       "here", "his",      "how",      "however",   "i",         "if",
     "in",      "instead",   "is",   "it",       "its",      "last",      "later",     "like",
     "many",    "meanwhile", "more", "moreover", "most",     "much",      "my",        "neither",
     "no",      "nobody",    "none", "nor",      "not",      "nothing",   "now",       "of",
     "on",      "once",      "one",  "only",     "or",       "our",       "others",    "over",
     "she",     "since",     "so",   "some",     "still",    "such",      "than",      "that",
     "the",     "their",     "then", "there",    "these",    "they",      "this",      "those",
     "though",  "through",   "thus", "to",       "today",    "two",       "under",     "unless",
     "until",   "was",       "we",   "what",     "when",     "where",     "whether",   "which",
     "while",   "who",       "why",  "with",     "within",   "without",   "yesterday", "yet",
     "you",     "your"});

}  // namespace detente
