// The record's codes, dates and numbers in words that a person likes to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "reading/record.h"

namespace detente {

// "asset_freeze" -> "asset freeze". Codes with a better name than their letters have it.
std::string words_of(std::string_view code);

// What the doer of an event of this PLOVER root does to the other side: "talks with".
// `many`: several sides do it together, "talk with". An unknown root gives its letters in lower
// case.
std::string deed_of(std::string_view root, bool many);

// "13 September 2017", "September 2017", "2017"; brief: "13 Sep 2017", "Sep 2017".
std::string date_words(const Date& date, bool brief = false);

// As date_words; "3–5 May 2032", "20 January – 28 February 2017" for a stretch.
std::string date_words(const Interval& when, bool brief = false);

// With its preposition: "on 13 September 2017", "on 3–5 May 2032", "in September 2017"; for longer
// stretches "between … and …".
std::string on_date(const Interval& when);

// "P7M" -> "seven months", "P1Y2M" -> "one year and two months", "P0D" -> "less than a day";
// anything that is no ISO 8601 duration comes back as it is.
std::string duration_words(std::string_view iso);

// "755 diplomats", "2.5 per cent", "1,200".
std::string quantity_words(const Quantity& quantity);

// "no measures", "one measure", "three measures", "24 measures". `noun` takes a plain s.
std::string count_of(std::size_t count, std::string_view noun);
std::string number_word(std::size_t count);  // up to twelve in letters

// "A", "A and B", "A, B and C".
std::string joined(const std::vector<std::string>& items);

// A side's name as it stands within a sentence: "the" before names made of common nouns ("United
// States", "African Union"); a name that has its article keeps it.
std::string with_article(std::string_view name);

// "the United States" -> "United States", for headings and labels.
std::string without_article(std::string_view name);

}  // namespace detente
