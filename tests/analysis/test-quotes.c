/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include <string.h>

char *
describe_quotes_in (const char *text, const char *language)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, language);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = g_ptr_array_index (analysis->quotes, i);
      g_autofree char *words = pm_document_dup_span (document, quote->span);
      g_autofree char *cue = pm_document_dup_span (document, quote->cue);

      g_string_append_printf (found, "%s%s | %s | %s | %s", i > 0 ? "\n" : "",
                              pm_quote_kind_to_string (quote->kind),
                              quote->speaker_name != NULL ? quote->speaker_name : "-",
                              *cue != '\0' ? cue : "-", words);
    }
  return g_string_free (found, FALSE);
}

static char *
describe_quotes (const char *text)
{
  return describe_quotes_in (text, "en");
}

static const Case cases[] = {
  { "entry-of-sources",
    "Wilson, John (2009). \"The tide that nobody ever measured\". Harbour Press. Retrieved 4 May "
    "2011.",
    "" },
  { "entry-without-author",
    "\"What the people of the coast have to say\" (PDF). The Estuary Post. 24 January 2011.", "" },
  { "nobody-says", "No official said that it was over. Nobody said it would rain.", "" },
  { "no-entry", "Norland, 2009. \"We will not go\". Anna Lind closed the door and left the room.",
    "direct | - | - | \"We will not go\"" },
  { "said-after", "“We will not go,” said Joe Biden.",
    "direct | Joe Biden | said | “We will not go,”" },
  { "subject-first", "\"We will not go,\" Joe Biden said.",
    "direct | Joe Biden | said | \"We will not go,\"" },
  { "before", "Joe Biden said, \"We will go.\"", "direct | Joe Biden | said | \"We will go.\"" },
  { "colon", "Joe Biden told reporters: “It is time.”",
    "direct | Joe Biden | told | “It is time.”" },
  { "headline", "Joe Biden says it is over: ‘Now is the time’",
    "indirect | Joe Biden | says | it is over\ndirect | Joe Biden | says | ‘Now is the time’" },
  { "question", "“Why not?” asked Anna Lind.", "direct | Anna Lind | asked | “Why not?”" },
  { "question-subject-first", "“Why not now?” Anna Lind asked.",
    "direct | Anna Lind | asked | “Why not now?”" },
  { "broken-off", "“It is time,” Anna Lind said. “We must go.”",
    "direct | Anna Lind | said | “It is time,”\ndirect | Anna Lind | said | “We must go.”" },
  { "next-paragraph", "“It is time,” Anna Lind said.\n\n“We must go now.”",
    "direct | Anna Lind | said | “It is time,”\ndirect | Anna Lind | said | “We must go now.”" },
  { "reopened-paragraph", "Anna Lind said: “It is time.\n\n“We must go now.”",
    "direct | Anna Lind | said | “It is time.\ndirect | Anna Lind | said | “We must go now.”" },
  { "unmarked-paragraph", "Anna Lind said, \"It is good.\n\nWe waited a long time for it.\"",
    "direct | Anna Lind | said | \"It is good.\n"
    "direct | Anna Lind | said | We waited a long time for it.\"" },
  { "guillemets", "«We are not ready,» said Anna Lind.",
    "direct | Anna Lind | said | «We are not ready,»" },
  { "low-marks", "„We are not ready,“ said Anna Lind.",
    "direct | Anna Lind | said | „We are not ready,“" },
  { "single-with-apostrophe", "‘We don’t want the boys’ toys,’ said Anna Lind.",
    "direct | Anna Lind | said | ‘We don’t want the boys’ toys,’" },
  { "nested", "“He said “no” to me,” Anna Lind said.",
    "direct | Anna Lind | said | “He said “no” to me,”" },
  { "closed-as-opened", "Anna Lind gave a warning: “We are not ready. “",
    "direct | Anna Lind | warning | “We are not ready. “" },
  { "closed-too-early", "“We defend our land.” , our people and our allies, ”Anna Lind said.",
    "direct | Anna Lind | said | “We defend our land.” , our people and our allies, ”" },
  { "mixed", "Anna Lind said the plan is “on the go”.",
    "mixed | Anna Lind | said | the plan is “on the go”" },
  { "mixed-object", "Anna Lind described the list as “a very long menu”.",
    "mixed | Anna Lind | described | “a very long menu”" },
  { "that", "Anna Lind said that the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "bare", "Anna Lind said she would go.", "indirect | Anna Lind | said | she would go" },
  { "aside-before-that", "Anna Lind said in a speech on Monday that the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "told-that", "Anna Lind told the court that the plan was good.",
    "indirect | Anna Lind | told | the plan was good" },
  { "closing-cue", "The storm has passed over the coast, officials said.",
    "indirect | officials | said | The storm has passed over the coast" },
  { "closing-cue-with-day", "The service rejected the claim, news agency TASS reported Thursday.",
    "indirect | TASS | reported | The service rejected the claim" },
  { "according-first", "According to the Interior Ministry, ten people died.",
    "indirect | Interior Ministry | According to | ten people died" },
  { "according-last", "Ten people died, according to Anna Lind.",
    "indirect | Anna Lind | according to | Ten people died" },
  { "apposition", "Anna Lind, a spokeswoman for the army, said the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "title-first", "Panama coach Hernan Ortiz said the plan was good.",
    "indirect | Hernan Ortiz | said | the plan was good" },
  { "pronoun", "Anna Lind came with Peter Falk. She said the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "pronoun-he", "Anna Lind came with Peter Falk. He said the plan was good.",
    "indirect | Peter Falk | said | the plan was good" },
  { "role", "Then Mayor Anna Lind came. The mayor said the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "foreign-role",
    "Then Russian President Boris Orlov came. The Russian president said the plan was good.",
    "indirect | Boris Orlov | said | the plan was good" },
  { "nameless", "A dealer in Paris said the plan was good.",
    "indirect | dealer in Paris | said | the plan was good" },
  { "owner-of-a-study", "Greenpeace's recent analysis concluded, \"It is the best one.\"",
    "direct | Greenpeace | concluded | \"It is the best one.\"" },
  { "participle", "Anna Lind left the hall, saying “it is not good enough”.",
    "mixed | Anna Lind | saying | “it is not good enough”" },
  { "name-inside-is-no-speaker", "“We met Peter Falk there.”",
    "direct | - | - | “We met Peter Falk there.”" },
  { "coordinated", "Anna Lind met the team and said it was good.",
    "indirect | Anna Lind | said | it was good" },
  { "apposition-after-the-cue", "“We never sell boats,” declared its treasurer, Anna Lind.",
    "direct | Anna Lind | declared | “We never sell boats,”" },
  { "unknown-verb", "“We never sell boats,” purrs Anna Lind.",
    "direct | Anna Lind | purrs | “We never sell boats,”" },
  { "bracket-before-the-cue", "The storm has passed, the Weather Department (WD) said.",
    "indirect | Weather Department | said | The storm has passed" },
  { "hearer-at-the-end", "The storm has passed now, Anna Lind told CNN.",
    "indirect | Anna Lind | told | The storm has passed now" },
  { "place-before-the-clause", "Anna Lind said in Paris the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "relative-is-no-subject", "Anna Lind, who took over in May, said the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "name-in-quote-is-not-she", "Anna Lind came. “Rosa Park never wore one,” she said.",
    "direct | Anna Lind | said | “Rosa Park never wore one,”" },
  { "dateline-is-no-speech", "LONDON, March 12 (Reuters) - Anna Lind said the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "paragraph-after-colon", "Anna Lind tweeted to all:\n\n“It is what makes us great.”",
    "direct | Anna Lind | tweeted | “It is what makes us great.”" },
  { "title-refused", "It was entitled “Ships And What’s Left” there.", "" },
  { "term-refused", "They met on the \"long list\" of the day.", "" },
  { "passive-is-no-cue", "The plan was said to be good.", "" },
  { "object-is-no-clause", "The company announced the start of a plan.", "" },
  { "apostrophes", "The boys' toys and the girls' books.", "" },
  { "inches", "A screen of 12\" or 14\" wide.", "" },
  { "aside-between-commas", "Anna Lind said, in a video, that the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "adverb-before-that", "Anna Lind said privately that the plan was good.",
    "indirect | Anna Lind | said | the plan was good" },
  { "hearer-with-a-name", "Anna Lind told news agency TASS the plan was good.",
    "indirect | Anna Lind | told | the plan was good" },
  { "hearer-is-no-subject", "Anna Lind told reporters Peter Falk was late.",
    "indirect | Anna Lind | told | Peter Falk was late" },
  { "reported-question", "Anna Lind wondered aloud whether it was over.",
    "indirect | Anna Lind | wondered | whether it was over" },
  { "infinitive", "Anna Lind vowed to turn the company upside down.",
    "indirect | Anna Lind | vowed | to turn the company upside down" },
  { "wish", "Anna Lind urged residents to stay at home.",
    "indirect | Anna Lind | urged | residents to stay at home" },
  { "wish-to-name", "Anna Lind urged Peter Falk to stay at home.",
    "indirect | Anna Lind | urged | to stay at home" },
  { "amount", "Anna Lind reckons $3bn must be spent.",
    "indirect | Anna Lind | reckons | $3bn must be spent" },
  { "thing", "Anna Lind predicts a squeeze on prices, and left.",
    "indirect | Anna Lind | predicts | a squeeze on prices" },
  { "verbs-that-share-a-subject",
    "Anna Lind says it remains a party but argues that rules changed.",
    "indirect | Anna Lind | says | it remains a party\n"
    "indirect | Anna Lind | argues | rules changed" },
  { "participle-clause", "Anna Lind said it was over, adding that all had gone.",
    "indirect | Anna Lind | said | it was over\nindirect | Anna Lind | adding | all had gone" },
  { "quoted-as-saying", "Anna Lind was quoted as saying it was over.",
    "indirect | Anna Lind | saying | it was over" },
  { "inverted", "The storm has passed over the coast, warned Anna Lind, the mayor; all is well.",
    "indirect | Anna Lind | warned | The storm has passed over the coast\n"
    "indirect | Anna Lind | warned | all is well" },
  { "inverted-in-a-place", "The storm has passed over the coast, warned Anna Lind in Ghent.",
    "indirect | Anna Lind | warned | The storm has passed over the coast" },
  { "second-half-of-others", "The storm has passed, Anna Lind said; Peter Falk said it had not.",
    "indirect | Anna Lind | said | The storm has passed\n"
    "indirect | Peter Falk | said | it had not" },
  { "colon-behind-the-cue", "The winter flatters both, thinks Anna Lind: a barn of one is a cave.",
    "indirect | Anna Lind | thinks | The winter flatters both\n"
    "indirect | Anna Lind | thinks | a barn of one is a cave" },
  { "another-within", "It had, another said, already been sold to Dublin.",
    "indirect | another | said | It had, another said, already been sold to Dublin" },
  { "documents-say", "Court documents say the plan was bought from a British vendor.",
    "indirect | Court documents | say | the plan was bought from a British vendor" },
  { "some-of-whom", "A dam is built against farmers, some of whom said they learned of it late.",
    "indirect | farmers | said | they learned of it late" },
  { "place-within-a-place", "Anna Lind, 34, from Athens, Georgia, said: “I was told so.”",
    "direct | Anna Lind | said | “I was told so.”" },
  { "office-in-a-place",
    "The agency’s regional office, in Athens, Georgia, denied that it was late.",
    "indirect | agency’s regional office | denied | it was late" },
  { "name-behind-there", "“That is three years,” said its chairman there, Anna Lind.",
    "direct | Anna Lind | said | “That is three years,”" },
  { "noun-behind-is-no-cue",
    "Senator Anna Lind writes on a wall: “We are not ready.” The correspondents’ dinner, by the "
    "way, "
    "is tonight.",
    "direct | Anna Lind | writes | “We are not ready.”" },
  { "title-that-ends-a-sentence",
    "“It is over,” said Anna Lind, the author of “The Barn Owl.” “We must go.”",
    "direct | Anna Lind | said | “It is over,”\ndirect | Anna Lind | said | “We must go.”" },
  { "title-behind-in", "In “The Paper Barn,” Anna Lind argues that it was late.",
    "indirect | Anna Lind | argues | it was late" },
  { "but-as-she-puts-it", "But, as Anna Lind puts it, “a nursery with no kitchen will close”.",
    "mixed | Anna Lind | puts it | “a nursery with no kitchen will close”" },
  { "name-behind-a-setting",
    "In an interview last year the pianist Anna Lind, who lives in Ghent, argued that it was late.",
    "indirect | Anna Lind | argued | it was late" },
  { "asked-in-a-clause",
    "When it put its plan to a vote last month, the man who asked the longest question won.", "" },
  { "union-and-its-name", "The teachers’ union, EHL, asks when anyone is meant to eat.",
    "indirect | EHL | asks | when anyone is meant to eat" },
  { "time-is-no-subject", "The office has been closed, most recently during the 2021 protests.",
    "" },
  { "what-they-called", "The lists came in what the union called the longest talks in years.",
    "indirect | union | called | the longest talks in years" },
  { "what-it-is-called", "Nobody knows what the union called the longest talks in years.", "" },
  { "pleased-to-announce", "Anna Lind is pleased to announce that the games will return.",
    "indirect | Anna Lind | announce | the games will return" },
  { "that-is-to-say", "Anna Lind looked pleased, which is to say that she blinked.", "" },
  { "called-to-say", "Anna Lind rang him to say that it was late.", "" },
  { "name-in-marks",
    "Anna Lind, the investor of “The Big Barn” fame, has argued the chips are old.",
    "indirect | Anna Lind | argued | the chips are old" },
  { "said-according-to", "Anna Lind said that it was late, according to two people present.",
    "indirect | Anna Lind | said | it was late" },
  { "by-telephone", "The storm has passed over the coast, three residents said by telephone.",
    "indirect | residents | said | The storm has passed over the coast" },
  { "by-somebody", "The storm has passed over the coast, a claim disputed and said by police.",
    "" },
  { "what-she-says-is", "The first thing Anna Lind says is that she is late.",
    "indirect | Anna Lind | says | she is late" },
  { "office-of-a-body", "A senior NATO official came in. “Ask me in August,” she said.",
    "direct | senior NATO official | said | “Ask me in August,”" },
  { "cut-short", "It looks, Anna Lind says, like a town without doors.",
    "indirect | Anna Lind | says | It looks, Anna Lind says, like a town without doors" },
  { "cut-short-before-to", "She had wanted, Anna Lind explains in the programme, to be heard.",
    "indirect | Anna Lind | explains | She had wanted, Anna Lind explains in the programme, to be "
    "heard" },
  { "letter-to-somebody",
    "Its plan, Anna Lind argued in a letter to the club, would save the barn.",
    "indirect | Anna Lind | argued | Its plan, Anna Lind argued in a letter to the club, would "
    "save "
    "the barn" },
  { "behind-a-setting", "Of the two hundred faults a year, Anna Lind says, most are mere fishing.",
    "indirect | Anna Lind | says | Of the two hundred faults a year\n"
    "indirect | Anna Lind | says | most are mere fishing" },
  { "speaker-before-the-mark",
    "The posts had been taken, Anna Lind, the mayor, said; Peter Falk said no.",
    "indirect | Anna Lind | said | The posts had been taken" },
  { "inverted-is-no-object", "Peter Falk, a lawyer, welcomed the tankers.", "" },
  { "broken-into", "The margins, she said, were full of ink.\n\nAnna Lind left.",
    "indirect | - | said | The margins, she said, were full of ink" },
  { "broken-off-and-on", "They had argued for five long hours, Anna Lind said, but nobody left.",
    "indirect | Anna Lind | said | They had argued for five long hours\n"
    "indirect | Anna Lind | said | but nobody left" },
  { "remark-behind-the-cue", "The storm could come early, said the weather service, posing a risk.",
    "indirect | weather service | said | The storm could come early" },
  { "setting-is-no-statement", "In the hallway, Anna Lind, the mayor, said it was over.",
    "indirect | Anna Lind | said | it was over" },
  { "remark-behind-the-clause", "Anna Lind said the plan was good, which Peter Falk denies.",
    "indirect | Anna Lind | said | the plan was good" },
  { "remark-behind-the-marks", "Anna Lind said it was “unwise”, a word she likes.",
    "mixed | Anna Lind | said | it was “unwise”" },
  { "base-form-of-several", "Critics say the plan was bad.",
    "indirect | Critics | say | the plan was bad" },
  { "base-form-is-a-noun", "The report was late.", "" },
  { "bare-noun", "The storm has passed over the coast, exporters said.",
    "indirect | exporters | said | The storm has passed over the coast" },
  { "acronym-who", "WHO says the storm was bad.", "indirect | WHO | says | the storm was bad" },
  { "subject-past-its-aside", "The suit, in a county court, says that the plan was bad.",
    "indirect | suit | says | the plan was bad" },
  { "subject-past-a-relative-clause",
    "Anna Lind, who runs the UN office, BINUH, said the plan was bad.",
    "indirect | Anna Lind | said | the plan was bad" },
  { "participle-is-no-cue", "Anna Lind, asked whether it was over, told TASS it was not.",
    "indirect | Anna Lind | told | it was not" },
  { "both-speak", "France and Germany said the plan was bad.",
    "indirect | France and Germany | said | the plan was bad" },
  { "modifier-is-no-head", "The Paris-based Ministry of Trade said the plan was bad.",
    "indirect | Ministry of Trade | said | the plan was bad" },
  { "office-and-name", "“It is over,” said the pastor, the Rev. Anna Lind.",
    "direct | Anna Lind | said | “It is over,”" },
  { "as-she-puts-it", "“It is no race,” as Anna Lind puts it.",
    "direct | Anna Lind | puts it | “It is no race,”" },
  { "unknown-verb-subject-first", "“It is our best year,” the waiter confabulates.",
    "direct | waiter | confabulates | “It is our best year,”" },
  { "somebody-without-a-name", "A dealer came in. “It is over,” he said.",
    "direct | dealer | said | “It is over,”" },
  { "carried-by-pronouns",
    "Anna Lind grew up in Rome. She left early. She came back. She paints.\n\n“It is over,” she "
    "said.",
    "direct | Anna Lind | said | “It is over,”" },
  { "another", "“It is over,” one resident said. Another said: “It is fine by me.”",
    "direct | resident | said | “It is over,”\ndirect | Another | said | “It is fine by me.”" },
  { "paragraphs-in-single-marks",
    "‘We told them to be safe.\n\n‘Then we told them to go,’ Anna Lind says.",
    "direct | Anna Lind | - | ‘We told them to be safe.\n"
    "direct | Anna Lind | says | ‘Then we told them to go,’" },
  { "sentence-is-no-title", "“It was Rome,” said Anna Lind.",
    "direct | Anna Lind | said | “It was Rome,”" },
  { "one-of-them", "“It is over,” one of them wrote.",
    "direct | one of them | wrote | “It is over,”" },
  { "sentence-behind-a-quotation",
    "“I sang with one shoe,” the winner told TASS. “The other is lost.”",
    "direct | winner | told | “I sang with one shoe,”\ndirect | winner | told | “The other is "
    "lost.”" },
  { "as-she-noted", "The deal is dead for good, as Anna Lind noted.",
    "indirect | Anna Lind | noted | The deal is dead for good" },
  { "signature", "“It is over for us all.” — Anna Lind",
    "direct | Anna Lind | - | “It is over for us all.”" },
  { "colon-and-a-clause", "The army said: two drones were shot down.",
    "indirect | army | said | two drones were shot down" },
  { "last-cue-reports-all", "The clubs have said that they expect less, people at the talks said.",
    "indirect | people at the talks | said | The clubs have said that they expect less" },
  { "according-to-a-paper", "According to the Herald, Anna Lind said it was over.",
    "indirect | Anna Lind | said | it was over" },
  { "noun-is-no-cue", "Investment pledges have passed the mark, boasts Anna Lind.",
    "indirect | Anna Lind | boasts | Investment pledges have passed the mark" },
  { "passive-with-its-agent", "He read a tool maintained by one tired man.", "" },
  { "relative-clause-ends", "A juror who said she was late, left the hall.",
    "indirect | juror | said | she was late" },
  { "called", "Anna Lind called it “careful”.", "mixed | Anna Lind | called | “careful”" },
  { "single-word-refused", "Anna Lind preferred “prompt”.", "" },
  { "title-with-small-words", "They read “The House of Small Things” there.", "" },
  { "time-is-no-speech", "12:48 — Power is out in the whole province, Anna Lind said.",
    "indirect | Anna Lind | said | Power is out in the whole province" },
  { "name-within-the-subject",
    "An inquiry into the loss of the ferry Anna Lind said that the gauge was wrong.",
    "indirect | inquiry into the loss of the ferry Anna Lind | said | the gauge was wrong" },
  { "and-verb-after-clause",
    "Anna Lind said the talks would go on in spring, and the shares dropped in the afternoon.",
    "indirect | Anna Lind | said | the talks would go on in spring" },
  { "asked-not-to-be-named", "“It is late,” said a guard who asked not to be named.",
    "direct | guard | said | “It is late,”" },
  { "warned-name-not-to", "Anna Lind warned Ghent not to wait any longer.",
    "indirect | Anna Lind | warned | not to wait any longer" },
  { "when-asked", "Anna Lind shrugged when asked about it.", "" },
  { "display-reads", "A banner reads “No more of this nonsense here”.", "" },
  { "display-colon", "Anna Lind held a sign: “No more of this nonsense here”.", "" },
  { "display-inverted", "“No more of this nonsense here,” reads the slogan.", "" },
  { "headline-names", "“I wrote it in bed”: Anna Lind on her novel\n\nIt rained.",
    "direct | Anna Lind | - | “I wrote it in bed”" },
  { "headline-alone", "“Never Wait Near a Buffet”\n\nIt rained.",
    "direct | - | - | “Never Wait Near a Buffet”" },
  { "closing-colon", "They will stay, Anna Lind insists: “A house is a house.”",
    "indirect | Anna Lind | insists | They will stay\n"
    "direct | Anna Lind | insists | “A house is a house.”" },
  { "letter-began", "Anna Lind's letter began: “Dear Sirs, it is bad.”",
    "direct | Anna Lind | began | “Dear Sirs, it is bad.”" },
  { "day-before-subject", "On Friday the NMA said it was ready.",
    "indirect | NMA | said | it was ready" },
  { "party-and-state", "Last week Sen. Anna Lind, R-Iowa, said the bill was dead.",
    "indirect | Anna Lind | said | the bill was dead" },
  { "age-and-trade", "“We wait,” Anna Lind, 61, a retired teacher, said on Monday.",
    "direct | Anna Lind | said | “We wait,”" },
  { "subject-before-and",
    "On Monday the foreign ministry called in the envoy and told him it was bad.",
    "indirect | foreign ministry | told | it was bad" },
  { "company-is-no-place", "Trade in Paris was slow. The company said it was ready.",
    "indirect | company | said | it was ready" },
  { "according-to-apposition", "According to Anna Lind, a nurse, the ward was full.",
    "indirect | Anna Lind | According to | the ward was full" },
  { "inverted-unknown-trade", "It was late, joked the bartender.",
    "indirect | bartender | joked | It was late" },
  { "verb-broken-off", "The measure would, Anna Lind says, save a great many lives.",
    "indirect | Anna Lind | says | The measure would, Anna Lind says, save a great many lives" },
  { "and-that-behind-marks", "Anna Lind says she is “an optimist” and that “the worst is over”.",
    "mixed | Anna Lind | says | she is “an optimist” and that “the worst is over”" },
  { "husband-is-a-man",
    "Anna Lind was there. Her husband, Sanji Lind, came. “It is late,” she said.",
    "direct | Anna Lind | said | “It is late,”" },
  { "verb-of-promise", "Anna Lind guaranteed that the road would be built.",
    "indirect | Anna Lind | guaranteed | the road would be built" },
  { "noun-or-verb", "The bets that the bank made were lost.", "" },
  { "broken-off-into-marks", "It was, Anna Lind thought, “a bad day, but not the last one”.",
    "mixed | Anna Lind | thought | “a bad day, but not the last one”" },
  { "article-before-marks", "Anna Lind calls it the “big corridor”.",
    "mixed | Anna Lind | calls | the “big corridor”" },
  { "words-up-to-marks", "Anna Lind compared the talks to a marriage “for the sake of peace”.",
    "mixed | Anna Lind | compared | a marriage “for the sake of peace”" },
  { "object-before-marks", "Anna Lind called the deal “a bad day”.",
    "mixed | Anna Lind | called | “a bad day”" },
  { "office-no-list-knows", "His predecessor, Anna Lind, said it was good.",
    "indirect | Anna Lind | said | it was good" },
  { "noun-in-ly", "Lawyers for the family said it was good.",
    "indirect | Lawyers for the family | said | it was good" },
  { "nobody-of-some-place", "Nobody at the firm said it was good.", "" },
  { "according-to-participle",
    "It was cold, according to their paper, published in Nature on Monday.",
    "indirect | paper | according to | It was cold" },
  { "finding", "The court found that the law was bad.", "" },
  { "whom-tass-quoted", "TASS quoted its director, Anna Lind, as saying that it was late.",
    "indirect | Anna Lind | saying | it was late" },
  { "quoted-by-as-saying", "Anna Lind was quoted by TASS as saying it was late.",
    "indirect | Anna Lind | saying | it was late" },
  { "relative-behind-apposition",
    "They pay Anna Lind, a small trader in Washington, who reckons it was late.",
    "indirect | Anna Lind | reckons | it was late" },
  { "relative-behind-object", "Eva Berg met Anna Lind, who said it was late.",
    "indirect | Anna Lind | said | it was late" },
  { "man-behind-a-setting", "In Seville, a man fried prawns. “They were fine,” he said.",
    "direct | man | said | “They were fine,”" },
  { "expert-with-a-relative",
    "The wardrobe expert, who had no name, came in. “It was late,” she said.",
    "direct | wardrobe expert | said | “It was late,”" },
  { "company-of-a-town", "Comcast is out. The Boston company said it was late.",
    "indirect | Comcast | said | it was late" },
  { "trade-over-the-radio", "“We wait,” announced the train driver over the radio.",
    "direct | train driver over the radio | announced | “We wait,”" },
  { "pronoun-before-another-verb",
    "Anna Lind came. She writes, and then, much later, tells us: “It was she.”",
    "direct | Anna Lind | tells | “It was she.”" },
  { "it-for-a-body", "The council says it is late. Residents, it says, will be heard in May.",
    "indirect | council | says | it is late\n"
    "indirect | council | says | Residents, it says, will be heard in May" },
  { "army-is-no-party", "There was no comment from Hamas. The army said it was late.",
    "indirect | army | said | it was late" },
  { "marks-end-a-statement", "Strikes would go on, “in spring as in summer”, the union said.",
    "mixed | union | said | Strikes would go on, “in spring as in summer”" },
  { "body-named-behind-a-comma", "The country's largest union, IG Metall, said it was late.",
    "indirect | IG Metall | said | it was late" },
  { "money-is-no-speaker",
    "Anna Lind, calling it \"good in the best sense\", announced a $4 million grant.",
    "mixed | Anna Lind | calling | \"good in the best sense\"" },
  { "used-to-call", "Anna Lind, who ran it for years, used to call it “an option, not more”.",
    "mixed | Anna Lind | ran | “an option, not more”" },
  { "warning-is-a-noun", "The mayor's warning that the dam could burst was ignored.", "" },
  { "transcript",
    "Debate\n\nMODERATOR: Why not?\nANNA LIND: I never voted for it. Never.\nMODERATOR: Thank "
    "you.\n"
    "ANNA LIND: With pleasure.",
    "direct | MODERATOR | - | Why not?\n"
    "direct | ANNA LIND | - | I never voted for it. Never.\n"
    "direct | MODERATOR | - | Thank you.\n"
    "direct | ANNA LIND | - | With pleasure." },
  { "labels-of-no-transcript", "Goals: Anna Lind two.\n\nGoals: Eva Berg one.\n\nAnna Lind: two.",
    "" },
  { "has-been-telling",
    "“I got eleven boats,” Anna Lind, head of the union, has been telling anyone.",
    "direct | Anna Lind | has been telling | “I got eleven boats,”" },
  { "what-somebody-called", "It averted what an imam at the scene called “a funeral for the ward”.",
    "mixed | imam at the scene | called | “a funeral for the ward”" },
  { "headline-urges", "Union urges bank to pay staff\n\nIt rained.", "" },
  { "headline-says", "Bank says it will pay staff\n\nIt rained.",
    "indirect | Bank | says | it will pay staff" },
  { "warns-on", "Anna Lind warns on wages as the banks wait for her.", "" },
  { "agreed-was", "What the two ministers had agreed was harder to say.", "" },
  { "told-her-to", "Anna Lind waited, as the coach had told her to.", "" },
  { "signed-letter", "My sister says that it is too late. — Anna, Boston",
    "indirect | sister | says | it is too late" },
  { "nickname-beside-a-cue",
    "They know her as “the Boss” because, as Anna Lind says, she never sleeps at all.",
    "indirect | Anna Lind | says | she never sleeps at all" },
  { "term-beside-a-cue", "Anna Lind said it was late, which is “news” in the town.",
    "indirect | Anna Lind | said | it was late" },
  { "owned-noun-behind-marks",
    "It is sharp, though ‘nedotyopa’, old Anna's untranslatable insult, has gone.", "" },
  { "never-said", "As Anna Lind never said, put the kettle on.", "" },
  { "but-behind-a-semicolon",
    "It does not count as a record, the agency rules; but nobody was looking at it.",
    "indirect | agency | rules | It does not count as a record" },
};

static void
test_evidence (void)
{
  const char *text = "Anna Lind came. “It is time,” she said.";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, NULL);
  const PmQuote *quote;
  g_autofree char *words = NULL;

  g_assert_cmpuint (analysis->quotes->len, ==, 1);
  quote = g_ptr_array_index (analysis->quotes, 0);
  words = pm_document_dup_span (document, quote->speaker);
  g_assert_cmpstr (words, ==, "she");
  g_assert_cmpstr (quote->rule, ==, "pronoun");
  g_assert_cmpint (quote->entity, ==, 0);
  g_assert_cmpfloat (quote->confidence, >, 0.4);
  g_assert_cmpfloat (quote->confidence, <, 0.98);
}

static void
test_other_language (void)
{
  const char *text = "«Nous ne sommes pas encore prêts», a dit Anna.";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "xx");
  const PmQuote *quote;

  g_assert_cmpuint (analysis->quotes->len, ==, 1);
  quote = g_ptr_array_index (analysis->quotes, 0);
  g_assert_cmpint (quote->kind, ==, PM_QUOTE_DIRECT);
  g_assert_null (quote->speaker_name);
}

/* Where there are no small letters, a sentence before the marks looks like names and dates. */
static void
test_without_case (void)
{
  const char *text = "قالت رئيسة التحقيق إن المقياس سجل الساعة الخطأ منذ عام 2014. "
                     "«لم يقصد أحد أن يخدع أحداً في المدينة».";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "ar");

  g_assert_cmpuint (analysis->quotes->len, ==, 1);
}

void
add_quote_tests (void)
{
  add_cases ("/analysis/quotes", cases, G_N_ELEMENTS (cases), describe_quotes);
  g_test_add_func ("/analysis/quotes/evidence", test_evidence);
  g_test_add_func ("/analysis/quotes/other-language", test_other_language);
  g_test_add_func ("/analysis/quotes/without-case", test_without_case);
}
