#include <gtest/gtest.h>

#include "document/reader.h"

namespace detente {
namespace {

Batch read_page(const std::string& html) {
  return read_bytes("<!DOCTYPE html>" + html, "page.html");
}

std::string text_of(const std::string& body) {
  const Batch batch = read_page("<html><body>" + body + "</body></html>");
  return batch.documents.empty() ? "" : batch.documents[0].text;
}

const std::string kFirst =
    "Envoys of the two states met in Geneva on Tuesday to discuss the closed crossing.";
const std::string kSecond =
    "“We will return,” one of them said after four hours of talks behind closed doors.";

TEST(HtmlText, KeepsTheParagraphsOfTheArticleAlone) {
  EXPECT_EQ(
      text_of(
          "<header><p>The Daily Courier, founded in 1851.</p></header>"
          "<nav><ul><li>World</li><li>Business</li></ul></nav>"
          "<div id='cookie-notice'><p>We use cookies to improve what you see on our "
          "pages.</p></div>"
          "<article><h1>Envoys meet</h1><p class='byline'>By our own correspondent in Geneva.</p>"
          "<p>" +
          kFirst +
          "</p>"
          "<figure><img src=a><figcaption>The hall of the meeting, empty.</figcaption></figure>"
          "<script>var a = '<p>Never.</p>';</script><style>p { color: red }</style>"
          "<aside><p>Read our guide to the crossing and its history.</p></aside>"
          "<p>" +
          kSecond +
          "</p><div class='articleShare'><p>Share this with all your friends.</p></div>"
          "<p>Advertisement</p><p><a href=x>Also read: the crossing in pictures.</a></p></article>"
          "<div class=related><article><p>Another report stands here, of other "
          "things.</p></article></div>"
          "<footer><p>All rights are reserved by us.</p></footer>"),
      kFirst + "\n\n" + kSecond);
}

TEST(HtmlText, FindsTheReportWithoutAnArticleElement) {
  EXPECT_EQ(
      text_of("<div class=menu><p>Home is where we all want to go.</p></div><div class=story><p>" +
              kFirst + "</p><p>" + kSecond + "</p></div>"),
      kFirst + "\n\n" + kSecond);
  EXPECT_EQ(text_of("<table><tr><td>" + kFirst + "<br><br>\n" + kSecond + "</td></tr></table>"),
            kFirst + "\n\n" + kSecond);
  EXPECT_EQ(text_of("<main><div>" + kFirst + "</div><div>" + kSecond + "</div></main>"),
            kFirst + "\n\n" + kSecond);
}

TEST(HtmlText, DoesNotLoseAPageThatIsWrappedInASuspectName) {
  EXPECT_EQ(text_of("<form id=f><div class='page-with-sidebar'><p>" + kFirst + "</p><p>" + kSecond +
                    "</p></div></form>"),
            kFirst + "\n\n" + kSecond);
}

TEST(HtmlText, LeavesOutTeasersInsideTheArticle) {
  EXPECT_EQ(text_of("<article><p>" + kFirst +
                    "</p><article><p>A reader says that it is all untrue.</p></article><p>" +
                    kSecond + "</p></article>"),
            kFirst + "\n\n" + kSecond);
}

TEST(HtmlText, KeepsListsOfTheReport) {
  EXPECT_EQ(text_of("<article><p>" + kFirst +
                    " They asked for three things:</p><ul><li>an open crossing</li><li>a "
                    "hotline</li></ul><ul><li><a href=a>Home</a></li></ul></article>"),
            kFirst + " They asked for three things:\n\nan open crossing\n\na hotline");
}

TEST(HtmlText, JoinsInlineElementsAndBlanks) {
  EXPECT_EQ(
      text_of(
          "<p>Envoys&nbsp;of <b>two</b> st<i>at</i>es\n  met&shy;<br>in <a href=x>Geneva</a> &amp; "
          "Bern on a cold Tuesday &mdash; again.</p>"),
      "Envoys of two states met in Geneva & Bern on a cold Tuesday — again.");
}

TEST(HtmlText, RefusesAPageWithoutText) {
  const Batch batch = read_page("<body><nav>Home</nav><div>Loading</div></body>");
  EXPECT_TRUE(batch.documents.empty());
  ASSERT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(batch.refused[0].message(), "page.html: no main text on the page");
}

Document page_with_head(const std::string& head, const std::string& body = "") {
  Batch batch = read_page("<html><head>" + head + "</head><body>" + body + "<p>" + kFirst +
                          "</p></body></html>");
  return batch.documents.empty() ? Document{} : batch.documents[0];
}

TEST(HtmlMeta, ReadsWhatThePageSaysOfItself) {
  const Document document = page_with_head(
      "<title>Ignored</title><meta property='og:title' content='Envoys meet | The Daily Courier'>"
      "<meta property='og:site_name' content='The Daily Courier'><link rel=canonical "
      "href='https://example.org/a'>"
      "<meta property='article:published_time' content='2017-09-13T10:00:00+02:00'>");
  EXPECT_EQ(document.title, "Envoys meet");
  EXPECT_EQ(document.outlet, "The Daily Courier");
  EXPECT_EQ(document.url, "https://example.org/a");
  EXPECT_EQ(document.published->iso(), "2017-09-13");
}

TEST(HtmlMeta, ReadsLinkedData) {
  const Document document = page_with_head(
      R"(<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
         {"@type": "NewsArticle", "headline": "Envoys meet", "datePublished": "2017-09-13", 
          "publisher": {"name": "The Daily Courier"}}]}</script>)");
  EXPECT_EQ(document.title, "Envoys meet");
  EXPECT_EQ(document.outlet, "The Daily Courier");
  EXPECT_EQ(document.published->iso(), "2017-09-13");
}

TEST(HtmlMeta, FindsTheDayWhereverItIsWritten) {
  struct Case {
    std::string head, body;
  };
  for (const auto& [head, body] : std::vector<Case>{
           {"<meta name=date content='2017-09-13'>", ""},
           {"<meta name=DC.date.issued content='13 September 2017'>", ""},
           {"<meta itemprop=datePublished content='2017-09-13'>", ""},
           {"",
            "<time datetime='2001-01-01'>then</time><time pubdate "
            "datetime='2017-09-13T10:00'>now</time>"},
           {"", "<article><time datetime='2017-09-13'>Wednesday</time></article>"},
           {"<meta name=date content='soon'><meta name=pubdate content='x'>",
            "<time itemprop=datePublished datetime='2017-09-13'></time>"},
           {"<script type='application/ld+json'>{broken</script><meta name=pubdate "
            "content='2017-09-13'>",
            ""},
       }) {
    const Document document = page_with_head(head, body);
    ASSERT_TRUE(document.published) << head << body;
    EXPECT_EQ(document.published->iso(), "2017-09-13") << head << body;
  }
}

TEST(HtmlMeta, WarnsWhereNoDateNamesADay) {
  const Batch batch =
      read_page("<head><meta name=date content='0000-00-00'></head><p>" + kFirst + "</p>");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_FALSE(batch.documents[0].published);
  ASSERT_EQ(batch.warnings.size(), 1U);
}

TEST(HtmlMeta, TakesTheTitleFromTheHeadingOrTheTitleElement) {
  EXPECT_EQ(page_with_head("<title>In the tab</title>", "<h1>On the <i>page</i></h1>").title,
            "On the page");
  EXPECT_EQ(page_with_head("<title>In the tab</title>").title, "In the tab");
}

TEST(HtmlCharset, ConvertsWhatThePageDeclares) {
  const Batch batch =
      read_page("<head><meta charset='windows-1251'></head><p>\xCC\xE8\xF0 - " + kFirst + "</p>");
  // The curly quotes of UTF-8 are absent from kFirst, so the page is plain windows-1251.
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_TRUE(batch.documents[0].text.starts_with("Мир - ")) << batch.documents[0].text;
}

}  // namespace
}  // namespace detente
