#include "cli/conllu.h"

#include <gtest/gtest.h>

namespace detente::cli {
namespace {

constexpr std::string_view kTreebank =
    "# newdoc id = first\n"
    "# sent_id = 1\n"
    "# text = Lima can't.\n"
    "1\tLima\tx\tX\tNNP\tNumber=Sing\t2\tdep\t2:dep\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tca\tx\tX\t_\t_\t0\troot\t_\t_\n"
    "3\tn't\tx\tX\t_\t_\t2\tdep\t_\tNote=1\n"
    "3.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\t.\tx\tX\t_\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tYes\tx\tX\t_\t_\t0\troot\t_\t_\n"
    "\n"
    "# newdoc\n"
    "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tde\tx\tX\t_\t_\t0\troot\t_\t_\n"
    "2\tle\tx\tX\t_\t_\t1\tdep\t_\t_\n"
    "3\tvin\tx\tX\t_\t_\t1\tdep\t_\t_\n";

std::vector<std::string> forms(const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Token& token : analysis.tokens) out.push_back(token.form);
  return out;
}

TEST(ConlluTest, WordsAreKeptRangesAndEmptyNodesAreNoWords) {
  const ConlluBatch batch = read_conllu(kTreebank, "bank");
  ASSERT_TRUE(batch.refused.empty());
  ASSERT_EQ(batch.documents.size(), 2U);
  const ConlluDocument& first = batch.documents[0];
  EXPECT_EQ(first.document.id, "first");
  EXPECT_EQ(first.document.text, "Lima can't.\nYes");
  EXPECT_EQ(forms(first.cut), (std::vector<std::string>{"Lima", "ca", "n't", ".", "Yes"}));
  ASSERT_EQ(first.cut.sentences.size(), 2U);
  EXPECT_EQ(first.cut.sentences[0].tokens, (TokenRange{0, 4}));
  EXPECT_EQ(first.cut.sentences[1].tokens, (TokenRange{4, 5}));
  EXPECT_EQ(first.cut.sentences[1].paragraph, 1);
}

TEST(ConlluTest, SpansOfWordsLieInTheText) {
  const ConlluBatch batch = read_conllu(kTreebank, "bank");
  for (const Token& token : batch.documents[0].cut.tokens) {
    EXPECT_EQ(batch.documents[0].document.text.substr(token.span.begin, token.span.size()),
              token.form);
  }
  // "du" does not spell "de le": both words have its span.
  const Analysis& fused = batch.documents[1].cut;
  EXPECT_EQ(batch.documents[1].document.text, "du vin");
  EXPECT_EQ(fused.tokens[0].span, (Span{0, 2}));
  EXPECT_EQ(fused.tokens[1].span, (Span{0, 2}));
  EXPECT_EQ(fused.tokens[2].span, (Span{3, 6}));
}

TEST(ConlluTest, DocumentsWithoutAnIdAreNumbered) {
  EXPECT_EQ(read_conllu(kTreebank, "bank").documents[1].document.id, "2");
}

TEST(ConlluTest, PrintsWhatWasFoundAndKeepsTheRest) {
  const ConlluBatch batch = read_conllu(kTreebank, "bank");
  Analysis found = batch.documents[0].cut;
  for (Token& token : found.tokens) {
    token.lemma = "le";
    token.upos = "NOUN";
    token.deprel = "obj";
  }
  found.tokens[0].head = 1;
  found.tokens[1].deprel = "root";
  const std::string out = write_conllu(batch.documents[0], found);
  EXPECT_EQ(out,
            "# newdoc id = first\n"
            "# sent_id = 1\n"
            "# text = Lima can't.\n"
            "1\tLima\tle\tNOUN\t_\t_\t2\tobj\t_\t_\n"
            "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
            "2\tca\tle\tNOUN\t_\t_\t0\troot\t_\t_\n"
            "3\tn't\tle\tNOUN\t_\t_\t0\tobj\t_\tNote=1\n"
            "3.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "4\t.\tle\tNOUN\t_\t_\t0\tobj\t_\t_\n"
            "\n"
            "# newpar\n"
            "1\tYes\tle\tNOUN\t_\t_\t0\tobj\t_\t_\n"
            "\n");
}

TEST(ConlluTest, PlainTextBecomesSentencesOnOneLine) {
  Document document;
  document.id = "d1";
  document.text = "Oslo\nsaid no.";
  Analysis analysis;
  for (const Span span : {Span{0, 4}, Span{5, 9}, Span{10, 12}, Span{12, 13}}) {
    Token token;
    token.span = span;
    token.form = document.text.substr(span.begin, span.size());
    analysis.tokens.push_back(token);
  }
  analysis.sentences.push_back({{0, 13}, {0, 4}, 0});
  EXPECT_EQ(write_conllu(document, analysis),
            "# newdoc id = d1\n"
            "# sent_id = d1-1\n"
            "# text = Oslo said no.\n"
            "1\tOslo\t_\t_\t_\t_\t0\t_\t_\t_\n"
            "2\tsaid\t_\t_\t_\t_\t0\t_\t_\t_\n"
            "3\tno\t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No\n"
            "4\t.\t_\t_\t_\t_\t0\t_\t_\t_\n"
            "\n");
}

struct Broken {
  const char* name;
  std::string lines;  // of the second sentence, which begins on line 3
  const char* message;
};

class BrokenSentenceTest : public testing::TestWithParam<Broken> {};

TEST_P(BrokenSentenceTest, IsRefusedAloneWithItsLine) {
  const std::string good = "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
  const ConlluBatch batch = read_conllu(good + GetParam().lines + "\n\n" + good, "bank");
  ASSERT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(batch.refused[0].message(),
            std::string(GetParam().message) + "; the sentence is left out");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].document.text, "Yes\nYes");
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, BrokenSentenceTest,
    testing::Values(
        Broken{"FewColumns", "1\tNo\t_\t_", "bank:3: not ten columns with tabs between them"},
        Broken{"ManyColumns", "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\t_",
               "bank:3: not ten columns with tabs between them"},
        Broken{"WrongNumber", "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_",
               "bank:4: \"3\" is not the next number of a word, which is 2"},
        Broken{"OpenRange", "1-3\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n1\tN\t_\t_\t_\t_\t_\t_\t_\t_",
               "bank:5: words 2 to 3 of a range are missing"},
        Broken{"NoForm", "1\t\t_\t_\t_\t_\t_\t_\t_\t_", "bank:3: the word is empty"},
        Broken{"BrokenText", "1\tN\xC3\t_\t_\t_\t_\t_\t_\t_\t_",
               "bank:3: broken UTF-8 text at byte 3 of the line"}),
    [](const auto& kind) { return kind.param.name; });

TEST(ConlluTest, NothingInItIsSaid) {
  const ConlluBatch batch = read_conllu("\n# only a comment\n", "bank");
  ASSERT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(batch.refused[0].message(), "bank: no sentence in it");
}

}  // namespace
}  // namespace detente::cli
