// Reads the tables of knowledge/times. Every key is checked: what is not understood is refused.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "knowledge/yaml.h"
#include "reading/times/words.h"

namespace detente {
namespace {

struct PartKey {
  std::string_view key;
  Part part;
};

constexpr PartKey kGrammarKeys[] = {
    {"the", Part::kThe},
    {"a", Part::kA},
    {"of", Part::kOf},
    {"and", Part::kAnd},
    {"on", Part::kOn},
    {"at", Part::kAt},
    {"in", Part::kIn},
    {"to", Part::kTo},
    {"ago", Part::kAgo},
    {"later", Part::kLater},
    {"earlier", Part::kEarlier},
    {"before", Part::kBefore},
    {"after", Part::kAfter},
    {"from", Part::kFrom},
    {"now", Part::kNow},
    {"day_word", Part::kDayWord},
    {"last_word", Part::kLastWord},
    {"next_word", Part::kNextWord},
    {"old", Part::kOld},
    {"long", Part::kLong},
    {"every", Part::kEvery},
    {"alternate", Part::kAlternate},
    {"times_a", Part::kTimesA},
    {"fiscal", Part::kFiscal},
    {"yesterday", Part::kYesterday},
    {"tomorrow", Part::kTomorrow},
    {"today", Part::kToday},
    {"tonight", Part::kTonight},
    {"overnight", Part::kOvernight},
    {"eve", Part::kEve},
    {"stretch_past", Part::kStretchPast},
    {"stretch_future", Part::kStretchFuture},
    {"stretch_inner", Part::kStretchInner},
    {"vague_past", Part::kVaguePast},
    {"vague_future", Part::kVagueFuture},
    {"full_words", Part::kFullWord},
    {"reference_openers", Part::kReferenceOpener},
    {"reference_blockers", Part::kReferenceBlocker},
    {"reference_at", Part::kReferenceAt},
    {"durative_verbs", Part::kDurativeVerb},
    {"ahead", Part::kAhead},
    {"spanning", Part::kSpanning},
    {"between", Part::kBetween},
    {"dash", Part::kDash},
    {"date_word", Part::kDateWord},
};

constexpr PartKey kCalendarKeys[] = {
    {"am", Part::kAm},
    {"pm", Part::kPm},
    {"oclock", Part::kOclock},
    {"half_past", Part::kHalfPast},
    {"quarter_hour", Part::kQuarterHour},
    {"clock_past", Part::kClockPast},
    {"clock_to", Part::kClockTo},
    {"clock_hours", Part::kClockHours},
    {"zones", Part::kZone},
    {"zone_words", Part::kZoneWord},
    {"zone_tails", Part::kZoneTail},
    {"era_before", Part::kEraBefore},
    {"era_after", Part::kEraAfter},
    {"bare_parts", Part::kBarePart},
};

constexpr PartKey kCueKeys[] = {
    {"future_modals", Part::kFutureModal},
    {"past_modals", Part::kPastModal},
    {"negations", Part::kNegation},
    {"possessives", Part::kPossessive},
    {"infinitive", Part::kInfinitive},
    {"future_words", Part::kFutureWord},
    {"future_prepositions", Part::kFuturePreposition},
    {"past_auxiliaries", Part::kPastAuxiliary},
    {"past_forms", Part::kPastForm},
    {"neutral_verbs", Part::kNeutralVerb},
    {"clause_breaks", Part::kClauseBreak},
    {"auxiliary_fillers", Part::kAuxiliaryFiller},
    {"year_prepositions", Part::kYearPreposition},
    {"numbered_things", Part::kNumberedThing},
    {"counted_before", Part::kCountedBefore},
    {"counted_after", Part::kCountedAfter},
    {"titles", Part::kTitle},
    {"month_openers", Part::kMonthOpener},
    {"title_tails", Part::kTitleTail},
    {"title_heads", Part::kTitleHead},
    {"function_words", Part::kFunctionWord},
    {"past_prepositions", Part::kPastPreposition},
    {"implicatives", Part::kImplicative},
    {"have", Part::kHave},
};

constexpr std::pair<std::string_view, Unit> kUnits[] = {
    {"second", Unit::kSecond}, {"minute", Unit::kMinute},   {"hour", Unit::kHour},
    {"day", Unit::kDay},       {"weekend", Unit::kWeekend}, {"week", Unit::kWeek},
    {"month", Unit::kMonth},   {"quarter", Unit::kQuarter}, {"year", Unit::kYear},
    {"decade", Unit::kDecade}, {"century", Unit::kCentury},
};

constexpr std::pair<std::string_view, Shift> kShifts[] = {
    {"last", Shift::kLast}, {"this", Shift::kThis},           {"next", Shift::kNext},
    {"same", Shift::kSame}, {"following", Shift::kFollowing}, {"preceding", Shift::kPreceding},
};

constexpr std::array kMods = {Mod::kStart,    Mod::kMid,      Mod::kEnd,         Mod::kApprox,
                              Mod::kMoreThan, Mod::kLessThan, Mod::kEqualOrMore, Mod::kEqualOrLess};

constexpr std::pair<std::string_view, PartOfDay> kPartsOfDay[] = {
    {"MO", PartOfDay::kMorning}, {"MI", PartOfDay::kMidday}, {"AF", PartOfDay::kAfternoon},
    {"EV", PartOfDay::kEvening}, {"NI", PartOfDay::kNight},
};

template <typename T, std::size_t N>
std::optional<T> look_up(const std::pair<std::string_view, T> (&table)[N], std::string_view key) {
  for (const auto& [name, value] : table) {
    if (name == key) return value;
  }
  return std::nullopt;
}

std::optional<Mod> mod_of(std::string_view name) {
  for (const Mod mod : kMods) {
    if (name_of(mod) == name) return mod;
  }
  return std::nullopt;
}

}  // namespace

class TimeWordsReader {
 public:
  explicit TimeWordsReader(const std::filesystem::path& folder) : folder_(folder) {}

  Result<TimeWords> read() {
    for (const auto step :
         {&TimeWordsReader::calendar, &TimeWordsReader::units, &TimeWordsReader::numbers,
          &TimeWordsReader::grammar, &TimeWordsReader::holidays, &TimeWordsReader::cues}) {
      if (const Status status = (this->*step)(); !status) return tl::unexpected(status.error());
    }
    for (auto& [first, phrases] : words_.phrases_) {
      words_.words_[first].opens_phrase = true;
      std::ranges::stable_sort(phrases, std::ranges::greater{},
                               [](const TimePhrase& phrase) { return phrase.words.size(); });
    }
    return std::move(words_);
  }

 private:
  TimeWord& word(const std::string& lower) { return words_.words_[lower]; }

  // Words of a closed table of parts; the keys must be those of the table and `others`, no more.
  template <std::size_t N>
  void parts(YamlFile& file, const PartKey (&keys)[N],
             std::initializer_list<std::string_view> others) {
    const YamlNode& root = file.root();
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
      const std::string& key = root.keys[i];
      const auto* found = std::ranges::find(keys, key, &PartKey::key);
      if (found == std::end(keys)) {
        if (std::ranges::find(others, key) == others.end()) {
          file.report(root.items[i].line, "unknown key \"" + key + "\"");
        }
        continue;
      }
      for (const std::string& text : file.texts(root.items[i])) word(text).set(found->part);
    }
    for (const PartKey& key : keys) {
      if (root.find(key.key) == nullptr) file.report(1, "no \"" + std::string(key.key) + "\"");
    }
  }

  // The forms of one name of the calendar; `set` writes what the name means.
  template <typename Set>
  void forms(YamlFile& file, const YamlNode& entry, Set set) {
    for (const std::string_view key : {"long", "short", "guarded", "plural"}) {
      for (const std::string& text : file.texts(entry, key)) {
        TimeWord& target = word(text);
        set(target);
        if (key == "short") target.abbreviation = true;
        if (key == "guarded") target.guarded = target.abbreviation = true;
        if (key == "plural") target.plural = true;
      }
    }
  }

  int number_in(YamlFile& file, const YamlNode& entry, std::string_view key, int low, int high) {
    const auto number = file.number(entry, key);
    if (number && *number >= low && *number <= high) return *number;
    file.report(entry.line, std::string(key) + " must be " + std::to_string(low) + " to " +
                                std::to_string(high));
    return low;
  }

  Status calendar() {
    YamlFile file(folder_, "calendar.yaml");
    parts(file, kCalendarKeys, {"months", "weekdays", "seasons", "parts_of_day", "clock_words"});
    for (const YamlNode& entry : file.entries("months")) {
      if (!file.expect(entry, {"number"}, {"long", "short", "guarded"})) break;
      const int month = number_in(file, entry, "number", 1, 12);
      forms(file, entry, [&](TimeWord& w) { w.month = static_cast<std::uint8_t>(month); });
    }
    for (const YamlNode& entry : file.entries("weekdays")) {
      if (!file.expect(entry, {"number"}, {"long", "plural", "guarded"})) break;
      const int day = number_in(file, entry, "number", 1, 7);
      forms(file, entry, [&](TimeWord& w) { w.weekday = static_cast<std::uint8_t>(day); });
    }
    for (const YamlNode& entry : file.entries("seasons")) {
      if (!file.expect(entry, {"code", "first_month", "long"}, {"guarded"})) break;
      const int month = number_in(file, entry, "first_month", 3, 12);
      forms(file, entry, [&](TimeWord& w) { w.season = static_cast<std::uint8_t>(month); });
    }
    for (const YamlNode& entry : file.entries("parts_of_day")) {
      if (!file.expect(entry, {"code", "long"}, {"plural"})) break;
      const auto part = look_up(kPartsOfDay, file.text(entry, "code"));
      if (!part) file.report(entry.line, "no such part of the day");
      forms(file, entry, [&](TimeWord& w) { w.part_of_day = part.value_or(PartOfDay::kNone); });
    }
    for (const YamlNode& entry : file.entries("clock_words")) {
      if (!file.expect(entry, {"hour", "words"}, {})) break;
      const int hour = number_in(file, entry, "hour", 0, 23);
      for (const std::string& text : file.texts(entry, "words")) {
        word(text).clock_hour = static_cast<std::int8_t>(hour);
      }
    }
    return file.status();
  }

  Unit unit_in(YamlFile& file, const YamlNode& entry) {
    const auto unit = look_up(kUnits, file.text(entry, "unit"));
    if (!unit) file.report(entry.line, "no such unit");
    return unit.value_or(Unit::kDay);
  }

  Status units() {
    YamlFile file(folder_, "units.yaml");
    for (const YamlNode& entry : file.entries("units")) {
      if (!file.expect(entry, {"unit", "one", "many"}, {"factor"})) break;
      const Unit unit = unit_in(file, entry);
      const auto factor = static_cast<std::uint16_t>(file.number(entry, "factor").value_or(1));
      for (const std::string_view key : {"one", "many"}) {
        for (const std::string& text : file.texts(entry, key)) {
          TimeWord& target = word(text);
          target.unit = unit;
          target.factor = factor;
          target.plural = key == "many";
        }
      }
    }
    for (const YamlNode& entry : file.entries("sets")) {
      if (!file.expect(entry, {"unit", "every", "words"}, {})) break;
      const Unit unit = unit_in(file, entry);
      const int every = number_in(file, entry, "every", 1, 100);
      for (const std::string& text : file.texts(entry, "words")) {
        word(text).set_unit = unit;
        word(text).set_every = static_cast<std::uint8_t>(every);
      }
    }
    for (const YamlNode& entry : file.entries("long_adjectives")) {
      if (!file.expect(entry, {"unit", "words"}, {"vague"})) break;
      const Unit unit = unit_in(file, entry);
      for (const std::string& text : file.texts(entry, "words")) {
        word(text).long_unit = unit;
        word(text).long_vague = file.flag(entry, "vague");
      }
    }
    return file.status();
  }

  template <typename Set>
  void numbers_of(YamlFile& file, std::string_view key, Set set) {
    const YamlNode* table = file.root().find(key);
    if (table == nullptr || table->kind != YamlNode::Kind::kMap) {
      file.report(1, "no table \"" + std::string(key) + "\"");
      return;
    }
    for (const std::string& name : table->keys) {
      if (const auto number = file.number(*table, name)) set(word(name), *number);
    }
  }

  Status numbers() {
    YamlFile file(folder_, "numbers.yaml");
    file.expect(file.root(),
                {"cardinals", "scales", "ordinals", "decades", "groups", "vague", "half"}, {});
    numbers_of(file, "cardinals",
               [](TimeWord& w, int n) { w.cardinal = static_cast<std::int16_t>(n); });
    numbers_of(file, "scales", [](TimeWord& w, int n) { w.scale = n; });
    numbers_of(file, "ordinals",
               [](TimeWord& w, int n) { w.ordinal = static_cast<std::int16_t>(n); });
    numbers_of(file, "decades",
               [](TimeWord& w, int n) { w.decade = static_cast<std::int16_t>(n); });
    numbers_of(file, "groups", [](TimeWord& w, int n) { w.group = static_cast<std::int16_t>(n); });
    for (const std::string& text : file.texts(file.root(), "vague"))
      word(text).set(Part::kVagueAmount);
    for (const std::string& text : file.texts(file.root(), "half")) word(text).set(Part::kHalf);
    return file.status();
  }

  void phrase(const std::string& text, TimePhrase target) {
    target.words = phrase_words(text);
    const std::string first = target.words.empty() ? std::string() : target.words.front();
    words_.phrases_[first].push_back(std::move(target));
  }

  // Calls use(name, texts) for each entry of a map of lists.
  template <typename Use>
  void each_list(YamlFile& file, std::string_view key, Use use) {
    const YamlNode* table = file.root().find(key);
    if (table == nullptr || table->kind != YamlNode::Kind::kMap) {
      file.report(1, "no table \"" + std::string(key) + "\"");
      return;
    }
    for (std::size_t i = 0; i < table->keys.size(); ++i) {
      if (!use(table->keys[i], file.texts(table->items[i]))) {
        file.report(table->items[i].line, "unknown key \"" + table->keys[i] + "\"");
      }
    }
  }

  template <typename Apply>
  void mods(YamlFile& file, std::string_view key, Apply apply) {
    each_list(file, key, [&](const std::string& name, const std::vector<std::string>& texts) {
      const auto mod = mod_of(name);
      for (const std::string& text : texts) apply(text, mod.value_or(Mod::kNone));
      return mod.has_value();
    });
  }

  Status grammar() {
    YamlFile file(folder_, "grammar.yaml");
    parts(file, kGrammarKeys,
          {"shifts", "edges_before", "edge_nouns", "amount_modifiers", "references",
           "guarded_references", "at_references"});
    each_list(file, "shifts", [&](const std::string& name, const std::vector<std::string>& texts) {
      const auto shift = look_up(kShifts, name);
      for (const std::string& text : texts) word(text).shift = shift.value_or(Shift::kNone);
      return shift.has_value();
    });
    mods(file, "edges_before", [&](const std::string& text, Mod mod) { word(text).edge = mod; });
    mods(file, "edge_nouns", [&](const std::string& text, Mod mod) { word(text).edge_noun = mod; });
    mods(file, "amount_modifiers", [&](const std::string& text, Mod mod) {
      phrase(text, {.words = {}, .kind = PhraseKind::kModifier, .value = {}, .mod = mod});
    });
    const std::vector<std::string> opened = file.texts(file.root(), "guarded_references");
    const std::vector<std::string> at = file.texts(file.root(), "at_references");
    each_list(
        file, "references", [&](const std::string& name, const std::vector<std::string>& texts) {
          for (const std::string& text : texts) {
            ReferenceGuard guard = ReferenceGuard::kNone;
            if (std::ranges::find(opened, text) != opened.end()) guard = ReferenceGuard::kOpener;
            if (std::ranges::find(at, text) != at.end()) guard = ReferenceGuard::kAt;
            phrase(text,
                   {.words = {}, .kind = PhraseKind::kReference, .value = name, .guard = guard});
          }
          return name == "PRESENT_REF" || name == "PAST_REF" || name == "FUTURE_REF";
        });
    return file.status();
  }

  // "12-25", or "2001-09-11" for a day of one year.
  void fixed_day(YamlFile& file, const YamlNode& entry, Holiday& holiday) {
    const std::string text = file.text(entry, "date");
    const bool one_year = text.size() > 5;
    const auto date = Date::parse(one_year ? text : "2000-" + text);
    if (!date || date->precision() != Precision::kDay) {
      file.report(entry.line, "date must be MM-DD or YYYY-MM-DD");
      return;
    }
    holiday.year = one_year ? date->year : 0;
    holiday.month = date->month;
    holiday.day = date->day;
  }

  Holiday holiday_rule(YamlFile& file, const YamlNode& entry) {
    Holiday holiday;
    if (entry.find("date") != nullptr) {
      fixed_day(file, entry, holiday);
    } else if (const YamlNode* weekday = entry.find("weekday")) {
      file.expect(*weekday, {"month", "day", "nth"}, {});
      holiday.rule = Holiday::Rule::kWeekday;
      holiday.month = static_cast<unsigned>(number_in(file, *weekday, "month", 1, 12));
      holiday.day = static_cast<unsigned>(number_in(file, *weekday, "day", 1, 7));
      holiday.nth = number_in(file, *weekday, "nth", -1, 4);
    } else if (entry.find("easter") != nullptr) {
      holiday.rule = Holiday::Rule::kEaster;
      holiday.offset = number_in(file, entry, "easter", -70, 70);
    } else if (const YamlNode* islamic = entry.find("islamic")) {
      file.expect(*islamic, {"month", "day"}, {});
      holiday.rule = Holiday::Rule::kIslamic;
      holiday.month = static_cast<unsigned>(number_in(file, *islamic, "month", 1, 12));
      holiday.day = static_cast<unsigned>(number_in(file, *islamic, "day", 0, 30));
    } else {
      file.report(entry.line, "a holiday needs date, weekday, easter or islamic");
    }
    return holiday;
  }

  Status holidays() {
    YamlFile file(folder_, "holidays.yaml");
    for (const YamlNode& entry : file.entries("holidays")) {
      if (!file.expect(entry, {"names"}, {"date", "weekday", "easter", "islamic"})) break;
      for (const std::string& name : file.texts(entry, "names")) {
        phrase(name, {.words = {},
                      .kind = PhraseKind::kHoliday,
                      .value = {},
                      .holiday = words_.holidays_.size()});
      }
      words_.holidays_.push_back(holiday_rule(file, entry));
    }
    return file.status();
  }

  Status cues() {
    YamlFile file(folder_, "cues.yaml");
    parts(file, kCueKeys, {});
    return file.status();
  }

  std::filesystem::path folder_;
  TimeWords words_;
};

Result<TimeWords> TimeWords::load(const std::filesystem::path& folder) {
  return TimeWordsReader(folder).read();
}

}  // namespace detente
