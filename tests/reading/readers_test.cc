#include "reading/readers.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "reading/marked_text.h"

namespace detente {
namespace {

using Codes = std::vector<std::string>;

TEST(ReadMeasures, TakesSidesDateAndQuantity) {
  const Record record =
      MarkedText("On March 3 Norway expelled twelve diplomats of Chile.", "2031-03-05")
          .mark(Frame::kMeasure, "expelled", "expulsion", "in_force",
                {{Role::kAgent, "Norway"},
                 {Role::kPatient, "Chile"},
                 {Role::kDate, "March 3"},
                 {Role::kQuantity, "twelve diplomats"}})
          .read();
  ASSERT_EQ(record.measures.size(), 1U);
  const Measure& measure = record.measures[0];
  EXPECT_EQ(measure.by, Codes{"NOR"});
  EXPECT_EQ(measure.against, Codes{"CHL"});
  EXPECT_EQ(measure.announced->iso(), "2031-03-03");
  EXPECT_EQ(measure.quantity, (Quantity{12, "diplomats"}));
  EXPECT_EQ(measure.evidence.at(0).quote, "On March 3 Norway expelled twelve diplomats of Chile.");
}

TEST(ReadMeasures, MarksInTheEvidenceWhoIsWho) {
  const std::string text = "On March 3 Norway expelled twelve diplomats of Chile.";
  const Record record = MarkedText(text, "2031-03-05")
                            .mark(Frame::kMeasure, "expelled", "expulsion", "in_force",
                                  {{Role::kParty, "Norway"},
                                   {Role::kAgent, "Norway"},
                                   {Role::kParty, "Chile"},
                                   {Role::kDate, "March 3"}})
                            .read();
  ASSERT_EQ(record.measures.size(), 1U);
  std::vector<std::string> marked;
  for (const Mark& mark : record.measures[0].evidence.at(0).marks)
    marked.push_back(mark.role + ": " + text.substr(mark.span.begin, mark.span.size()));
  EXPECT_EQ(marked, (std::vector<std::string>{"date: March 3", "source: Norway",
                                              "trigger: expelled", "side: Chile"}));
}

TEST(ReadMeasures, ReadsNumbersInWordsAndDigits) {
  const struct {
    const char* words;
    double value;
  } cases[] = {{"seventy-two hours", 72},
               {"12,000 students", 12000},
               {"2.5 million dollars", 2.5e6},
               {"three dozen trucks", 36},
               {"$40 fines", 40}};
  for (const auto& c : cases) {
    const Record record =
        MarkedText(std::string("Norway hit Chile with ") + c.words + ".", "2031-03-05")
            .mark(Frame::kMeasure, "hit", "sanctions", "in_force",
                  {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}, {Role::kQuantity, c.words}})
            .read();
    ASSERT_EQ(record.measures.size(), 1U) << c.words;
    ASSERT_TRUE(record.measures[0].quantity.has_value()) << c.words;
    EXPECT_EQ(record.measures[0].quantity->value, c.value) << c.words;
  }
}

TEST(ReadMeasures, KnowsAnAnswerByItsWords) {
  const auto read = [](const char* text) {
    return MarkedText(text, "2031-03-05")
        .mark(Frame::kMeasure, "expelled", "expulsion", "in_force",
              {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
        .read();
  };
  EXPECT_TRUE(
      read("In response Norway expelled envoys of Chile.").measures.at(0).responds_to.has_value());
  EXPECT_FALSE(read("Without a word Norway expelled envoys of Chile.")
                   .measures.at(0)
                   .responds_to.has_value());
}

TEST(ReadMeasures, CountWhatTheyAreDoneTo) {
  const auto read = [](const char* text, const char* kind) {
    return MarkedText(text, "2031-03-05")
        .hang("twelve", "clerks", "nummod", "NUM")
        .hang("clerks", "expelled", "obj", "NOUN")
        .mark(Frame::kMeasure, "expelled", kind, "in_force",
              {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
        .read()
        .measures.at(0)
        .quantity;
  };
  EXPECT_EQ(read("Norway expelled twelve clerks of Chile.", "expulsion"),
            (Quantity{12, "clerks"}));
  // A number of something else is none of the measure's.
  const Record other = MarkedText("Norway expelled clerks of Chile for twelve letters.", "2031-03-05")
                           .hang("twelve", "letters", "nummod", "NUM")
                           .mark(Frame::kMeasure, "expelled", "sanctions", "in_force",
                                 {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
                           .read();
  EXPECT_FALSE(other.measures.at(0).quantity.has_value());
}

TEST(ReadMeasures, CountASingleOneWhereTheKindIsDoneOneByOne) {
  const auto read = [](const char* kind) {
    return MarkedText("Norway expelled the consul of Chile.", "2031-03-05")
        .hang("consul", "expelled", "obj", "NOUN")
        .mark(Frame::kMeasure, "expelled", kind, "in_force",
              {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
        .read()
        .measures.at(0)
        .quantity;
  };
  EXPECT_EQ(read("expulsion"), (Quantity{1, "consul"}));
  EXPECT_FALSE(read("sanctions").has_value());
}

TEST(ReadMeasures, TellByTheWordsBesideADayWhatItIs) {
  const struct {
    const char* text;
    const char* effective;
    const char* deadline;
    const char* lifted;
  } cases[] = {
      {"Norway bars the ships of Chile from March 9, 2031.", "2031-03-09", "", ""},
      {"Norway ordered that envoys of Chile leave by March 9, 2031.", "", "2031-03-09", ""},
      {"Norway barred the ships of Chile until June 2030.", "", "", "2030-06"},
      {"Norway told envoys of Chile that they must leave within three days.", "", "2031-03-08", ""},
  };
  const auto iso = [](const std::optional<Interval>& when) { return when ? when->iso() : ""; };
  for (const auto& c : cases) {
    const std::string text = c.text;
    const std::string trigger = text.substr(7, text.find(' ', 7) - 7);
    const Record record = MarkedText(text, "2031-03-05")
                              .mark(Frame::kMeasure, trigger.c_str(), "sanctions", "in_force",
                                    {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
                              .read();
    ASSERT_EQ(record.measures.size(), 1U) << c.text;
    EXPECT_EQ(iso(record.measures[0].effective), c.effective) << c.text;
    EXPECT_EQ(iso(record.measures[0].deadline), c.deadline) << c.text;
    EXPECT_EQ(iso(record.measures[0].lifted), c.lifted) << c.text;
  }
}

TEST(ReadMeasures, AnswerWhatTheOtherSideDidBefore) {
  const auto read = [](const char* text, const char* act) {
    return MarkedText(text, "2031-03-05")
        .hang("after", act, "mark", "SCONJ")
        .hang(act, "expelled", "advcl", "VERB")
        .hang("Chile", act, "nsubj", "PROPN")
        .mark(Frame::kMeasure, "expelled", "expulsion", "in_force",
              {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
        .read()
        .measures.at(0)
        .responds_to.has_value();
  };
  EXPECT_TRUE(read("Norway expelled the envoy after Chile seized a ship.", "seized"));
}

TEST(ReadEvents, PartWhoIsNamedOnBothSides) {
  const auto read = [](const std::vector<std::pair<Role, const char*>>& fillers) {
    return MarkedText("Norway and Chile spoke of the duty on goods of Kenya.", "2031-03-05")
        .mark(Frame::kEvent, "spoke", "CONSULT", "happened", fillers)
        .read()
        .events.at(0);
  };
  const Event done = read({{Role::kAgent, "Norway and Chile"}, {Role::kPatient, "Chile"}});
  EXPECT_EQ(done.source, Codes{"NOR"});
  EXPECT_EQ(done.target, Codes{"CHL"});
  const Event mutual =
      read({{Role::kAgent, "Norway and Chile"}, {Role::kPatient, "Norway and Chile"}});
  EXPECT_EQ(mutual.source, Codes{"NOR"});
  EXPECT_EQ(mutual.target, Codes{"CHL"});
}

TEST(ReadEvents, SeekTheOtherSideInTheContext) {
  const Record record =
      MarkedText("Norway and Chile quarrel. Norway protested on Monday.", "2031-03-05")
          .mark(Frame::kEvent, "protested", "ACCUSE", "happened", {{Role::kAgent, "Norway"}})
          .read();
  ASSERT_EQ(record.events.size(), 1U);
  EXPECT_EQ(record.events[0].source, Codes{"NOR"});
  EXPECT_EQ(record.events[0].target, Codes{"CHL"});
}

TEST(ReadEvents, LeaveOutWhatHasNoSides) {
  const Record record =
      MarkedText("The gardener protested on Monday.", "2031-03-05")
          .mark(Frame::kEvent, "protested", "ACCUSE", "happened", {{Role::kAgent, "The gardener"}})
          .read();
  EXPECT_TRUE(record.events.empty());
}

TEST(ReadStatements, NameTheSpeakersSideAndWords) {
  const Record record =
      MarkedText("Norway denied that its ships had crossed the line.", "2031-03-05")
          .mark(
              Frame::kStatement, "denied", "denies", "",
              {{Role::kSpeaker, "Norway"}, {Role::kContent, "that its ships had crossed the line"}})
          .read();
  ASSERT_EQ(record.statements.size(), 1U);
  EXPECT_EQ(record.statements[0].actor, "NOR");
  EXPECT_EQ(record.statements[0].about, "that its ships had crossed the line");
  EXPECT_FALSE(record.statements[0].quoted);
}

TEST(ReadStatements, TellQuotedWords) {
  const Record record = MarkedText("Norway said: “We shall see.”", "2031-03-05")
                            .mark(Frame::kStatement, "said", "asserts", "",
                                  {{Role::kSpeaker, "Norway"}, {Role::kContent, "“We shall see.”"}})
                            .read();
  ASSERT_EQ(record.statements.size(), 1U);
  EXPECT_TRUE(record.statements[0].quoted);
  EXPECT_EQ(record.statements[0].about, "We shall see.");
}

TEST(ReadClaims, ADenialSpeaksOfAClaim) {
  const Record record =
      MarkedText("Norway denied that its ships had crossed the line.", "2031-03-05")
          .mark(
              Frame::kStatement, "denied", "denies", "",
              {{Role::kSpeaker, "Norway"}, {Role::kContent, "that its ships had crossed the line"}})
          .read();
  ASSERT_EQ(record.claims.size(), 1U);
  EXPECT_EQ(record.claims[0].standing, "denied");
  EXPECT_EQ(record.claims[0].denied_by, Codes{"Norway"});
}

// Who takes a stand on a claim stands with it; a claim of its own is only what nothing told before.
TEST(ReadClaims, GatherThoseWhoAnswerThem) {
  const Record record =
      MarkedText("Peru reported that Chile had bought the ships. Chile denied it. Norway would not "
                 "comment. Kenya denied that mines lie in its harbour.",
                 "2031-03-05")
          .mark(Frame::kClaim, "reported", "claim", "unconfirmed",
                {{Role::kContent, "that Chile had bought the ships"}, {Role::kReporter, "Peru"}})
          .mark(Frame::kStatement, "denied it", "denies", "",
                {{Role::kSpeaker, "Chile"}, {Role::kContent, "it"}})
          .mark(Frame::kStatement, "would not comment", "declines_to_comment", "",
                {{Role::kSpeaker, "Norway"}})
          .mark(Frame::kStatement, "denied that", "denies", "",
                {{Role::kSpeaker, "Kenya"}, {Role::kContent, "mines lie in its harbour"}})
          .read();
  ASSERT_EQ(record.claims.size(), 2U);
  EXPECT_EQ(record.claims[0].first_reported_by, "Peru");
  EXPECT_EQ(record.claims[0].no_position_by, Codes{"Norway"});
  ASSERT_EQ(record.claims[0].denied_by.size(), 1U);
  EXPECT_EQ(record.claims[1].denied_by, Codes{"Kenya"});
}

// Whom a position concerns: told by its own words, else by its sentence, else by the document.
TEST(ReadStatements, TellTheSidesThatTheyConcern) {
  const struct {
    const char* text;
    Codes sides;
  } cases[] = {{"Peru watched. Norway denied that Chile and Kenya had signed.", {"CHL", "KEN"}},
               {"Peru watched. Beside Chile Norway denied that a letter had come.", {"CHL"}},
               {"Chile watched. Norway denied that a letter had come.", {"CHL"}}};
  for (const auto& c : cases) {
    const std::string text = c.text;
    const std::string content = text.substr(text.find("that "));
    const Record record = MarkedText(text, "2031-03-05")
                              .mark(Frame::kStatement, "denied", "denies", "",
                                    {{Role::kSpeaker, "Norway"}, {Role::kContent, content.c_str()}})
                              .read();
    ASSERT_EQ(record.statements.size(), 1U) << c.text;
    EXPECT_EQ(record.statements[0].sides, c.sides) << c.text;
  }
}

TEST(ReadClaims, TellTheSidesThatTakePart) {
  const struct {
    const char* text;
    Codes sides;
  } cases[] = {{"Peru heard that Chile had paid Kenya.", {"CHL", "KEN"}},
               {"Peru heard that Chile had paid.", {"CHL", "PER"}}};
  for (const auto& c : cases) {
    const std::string text = c.text;
    const std::string content = text.substr(text.find("that "));
    const Record record = MarkedText(text, "2031-03-05")
                              .mark(Frame::kClaim, "heard", "claim", "unconfirmed",
                                    {{Role::kContent, content.c_str()}})
                              .read();
    ASSERT_EQ(record.claims.size(), 1U) << c.text;
    EXPECT_EQ(record.claims[0].sides, c.sides) << c.text;
  }
}

TEST(ReadProposals, GatherTheirTerms) {
  const Record record =
      MarkedText("Norway offered Chile a plan: flights would resume. The ministers would meet.",
                 "2031-03-05")
          .mark(Frame::kProposal, "offered", "proposal", "offered",
                {{Role::kAgent, "Norway"},
                 {Role::kPatient, "Chile"},
                 {Role::kTerm, "flights would resume"}})
          .mark(Frame::kTerm, "flights would resume", "restore_channel", "immediate", {})
          .mark(Frame::kTerm, "would meet", "meet", "none", {})
          .read();
  ASSERT_EQ(record.proposals.size(), 1U);
  ASSERT_EQ(record.proposals[0].terms.size(), 2U);
  EXPECT_EQ(record.proposals[0].terms[0].kind, "restore_channel");
  EXPECT_EQ(record.proposals[0].terms[0].phase, "immediate");
  EXPECT_EQ(record.proposals[0].terms[1].kind, "meet");
  EXPECT_EQ(record.proposals[0].terms[1].phase, "");
}

// The model marks words; a term is the phrase that they make, of the kind that most of it has.
TEST(ReadProposals, MakeOneTermOfOnePhrase) {
  const Record record =
      MarkedText("Norway offered Chile to pay the full price of the ship; to visit Lima.",
                 "2031-03-05")
          .mark(Frame::kProposal, "offered", "proposal", "offered",
                {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}})
          .mark(Frame::kTerm, "pay the full price", "pay", "none", {})
          .mark(Frame::kTerm, "ship", "return_property", "immediate", {})
          .mark(Frame::kTerm, "to visit Lima", "meet", "none", {})
          .read();
  ASSERT_EQ(record.proposals.size(), 1U);
  ASSERT_EQ(record.proposals[0].terms.size(), 2U);
  EXPECT_EQ(record.proposals[0].terms[0].kind, "pay");
  EXPECT_EQ(record.proposals[0].terms[0].what,
            std::vector<std::string>{"pay the full price of the ship"});
  EXPECT_EQ(record.proposals[0].terms[0].phase, "");
  EXPECT_EQ(record.proposals[0].terms[1].kind, "meet");
}

TEST(ReadProposals, TakeWhatIsAskedForInTerms) {
  const auto read = [](bool listed) {
    MarkedText text("Norway asked Chile to free the crew.", "2031-03-05");
    text.mark(Frame::kEvent, "asked", "REQUEST", "happened",
              {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}});
    if (listed) text.mark(Frame::kTerm, "free the crew", "release_persons", "none", {});
    return text.read().proposals;
  };
  const auto asked = read(true);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].by, Codes{"NOR"});
  EXPECT_EQ(asked[0].terms.at(0).kind, "release_persons");
  EXPECT_TRUE(read(false).empty());
}

TEST(ReadProposals, OfferMediationToBothWhoQuarrel) {
  const Record record =
      MarkedText("Chile and Peru quarrel. Norway offered to mediate.", "2031-03-05")
          .mark(Frame::kProposal, "offered", "proposal", "offered", {{Role::kAgent, "Norway"}})
          .mark(Frame::kTerm, "to mediate", "mediate", "none", {})
          .read();
  ASSERT_EQ(record.proposals.size(), 1U);
  Codes to = record.proposals[0].to;
  std::sort(to.begin(), to.end());
  EXPECT_EQ(to, (Codes{"CHL", "PER"}));
}

TEST(ReadMeetings, TellOneMeetingOfASentenceOnce) {
  const auto count = [](const char* status) {
    return MarkedText("The talks between Norway and Chile ended when they met.", "2031-03-05")
        .mark(Frame::kMeeting, "talks", "meeting", "held", {{Role::kParty, "Norway and Chile"}})
        .mark(Frame::kMeeting, "met", "meeting", status, {{Role::kParty, "Norway and Chile"}})
        .read()
        .meetings.size();
  };
  EXPECT_EQ(count("held"), 1U);
  EXPECT_EQ(count("postponed"), 2U);
}

TEST(ReadRoles, TellTheOfficeThatTheKnowledgeHas) {
  const auto read = [](const char* day) {
    const Record record = MarkedText("Russia sent Sergei Lavrov to Oslo.", day).read();
    return record.roles;
  };
  ASSERT_EQ(read("2016-03-05").size(), 1U);
  EXPECT_EQ(read("2016-03-05")[0].office, "foreign minister");
  EXPECT_EQ(read("2016-03-05")[0].when, "current");
  EXPECT_TRUE(MarkedText("Russia sent Sergei Lavrovsky to Oslo.", "2016-03-05").read().roles.empty());
}

TEST(ReadMeetings, TellTheSettingByWordsOrPlace) {
  const struct {
    const char* text;
    const char* setting;
  } cases[] = {{"Norway and Chile spoke by telephone on Monday.", "phone"},
               {"Norway and Chile spoke in Oslo on Monday.", "bilateral"}};
  for (const auto& c : cases) {
    const Record record =
        MarkedText(c.text, "2031-03-05")
            .mark(Frame::kMeeting, "spoke", "meeting", "held",
                  {{Role::kParty, "Norway"}, {Role::kParty, "Chile"}, {Role::kDate, "Monday"}})
            .read();
    ASSERT_EQ(record.meetings.size(), 1U) << c.text;
    EXPECT_EQ(record.meetings[0].setting, c.setting) << c.text;
    EXPECT_EQ(record.meetings[0].date->iso(), "2031-03-03") << c.text;
  }
}

TEST(ReadChannels, FindTheSecondEnd) {
  const Record record =
      MarkedText("Chile was silent. Norway cut the hotline.", "2031-03-05")
          .mark(Frame::kChannel, "hotline", "hotline", "cut", {{Role::kParty, "Norway"}})
          .read();
  ASSERT_EQ(record.channels.size(), 1U);
  EXPECT_EQ(record.channels[0].between, (Codes{"NOR", "CHL"}));
}

}  // namespace
}  // namespace detente
