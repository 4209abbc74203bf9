/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-de-private.h"
#include "pm-lang-en-private.h"

/* German. All of it is from general knowledge. Every noun has a capital, so a capital alone speaks
 * for nothing; verbs have none, so that "Erklärung" and "erklärte" part by their first letter. */

static const PmWordList lists[] = {
  { PM_WORD_MALE, _pm_en_male },
  { PM_WORD_FEMALE, _pm_en_female },
  { PM_WORD_MALE, _pm_de_male },
  { PM_WORD_FEMALE, _pm_de_female },
  { PM_WORD_PLACE, _pm_de_places },
  { PM_WORD_ORG, _pm_de_orgs },
  { PM_WORD_OUTLET, _pm_de_outlets },
  { PM_WORD_PLACE, _pm_de_more_places },
  { PM_WORD_ORG, _pm_de_more_orgs },
  { PM_WORD_OUTLET, _pm_de_more_outlets },
  { PM_WORD_AGENCY,
    "dpa|afp|apa|sda|keystone-sda|reuters|epd|kna|sid|deutsche presse-agentur|"
    "austria presse agentur|associated press|agence france-presse|tass|interfax|bloomberg" },
  { PM_WORD_DEMONYM, _pm_de_demonyms },

  { PM_WORD_FUNCTION,
    "ab|aber|allein|allerdings|als|also|am|an|andere|anderen|anderer|anderes|auch|auf|aus|außer|"
    "bei|beide|beiden|beim|bereits|besonders|bin|bis|bislang|bisher|bist|da|dabei|dadurch|dafür|"
    "dagegen|daher|dahin|damals|damit|danach|daneben|dann|daran|darauf|daraus|darin|darüber|darum|"
    "darunter|das|dass|daß|davon|davor|dazu|dein|deine|dem|demnach|den|denen|denn|dennoch|der|"
    "deren|des|deshalb|dessen|desto|die|dies|diese|diesem|diesen|dieser|dieses|doch|dort|du|durch|"
    "eher|ein|eine|einem|einen|einer|eines|einige|einigen|einmal|entweder|er|erst|es|etwa|etwas|"
    "euch|euer|eure|falls|fast|für|ganz|gar|gegen|gegenüber|genau|gerade|gestern|hat|hatte|hatten|"
    "hätte|hätten|haben|habe|heute|hier|hin|hinter|hinzu|ich|ihm|ihn|ihnen|ihr|ihre|ihrem|ihren|"
    "ihrer|ihres|im|immer|in|indem|ins|ist|ja|je|jede|jedem|jeden|jeder|jedes|jedoch|jemand|jene|"
    "jetzt|kann|kein|keine|keinem|keinen|keiner|können|könne|könnte|könnten|lediglich|man|manche|"
    "mehr|mein|meine|meinem|meinen|meiner|mich|mir|mit|morgen|muss|müssen|müsse|müsste|nach|"
    "nachdem|neben|nein|nicht|nichts|nie|niemand|noch|nun|nur|ob|obwohl|oder|ohne|schon|sehr|sei|"
    "seien|sein|seine|seinem|seinen|seiner|seines|seit|seitdem|selbst|sich|sie|sind|so|sobald|"
    "sofern|sogar|solche|soll|sollen|solle|sollte|sollten|sondern|sonst|sowie|sowohl|statt|trotz|"
    "trotzdem|über|überhaupt|um|und|uns|unser|unsere|unserem|unseren|unserer|unter|unterdessen|"
    "viel|"
    "viele|vielen|vieles|vielleicht|vom|von|vor|während|wann|war|waren|wäre|wären|warum|was|weder|"
    "wegen|weil|weiter|weiterhin|welche|welcher|welches|wenig|wenige|wenn|wer|werde|werden|wessen|"
    "wie|wieder|will|wir|wird|wo|wobei|wodurch|wofür|wohl|wollen|wolle|wollte|worden|wurde|wurden|"
    "würde|würden|zu|zudem|zuerst|zum|zumindest|zunächst|zur|zurück|zusammen|zuvor|zwar|zwischen|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|derzeit|inzwischen|mittlerweile|kurz|später|"
    "ebenfalls|ebenso|insgesamt|jüngst|zuletzt|rund|knapp|alle|allem|allen|aller|alles|daraufhin" },
  { PM_WORD_COMMON,
    "millionen|milliarden|million|milliarde|euro|cent|franken|dollar|prozent|meter|kilometer|"
    "tonnen|"
    "hektar|jahr|jahre|jahren|tag|tage|tagen|woche|wochen|monat|monate|monaten|uhr|stunden|minuten|"
    "menschen|leute|kinder|frauen|männer|teil|ende|anfang|zeit|zahl|fall|grund|frage|thema|haus|"
    "preis|preise|geld|land|länder|seite|art|form|weg|sommer|winter|herbst|frühjahr|frühling|"
    "telefon|standort|ziel|plan|projekt|problem|lösung|streit|kritik|sprecher|schritt|sieg|"
    "niederlage|spiel|tor|saison|runde|viertel|hälfte|drittel|mehrheit|entscheidung|beschluss|"
    "sitzung|gespräch|gespräche|verhandlungen|verfahren|prozess|urteil|antrag|gesetz|entwurf|"
    "unfall|brand|feuer|wetter|klima|energie|strom|gas|wasser|luft|erde|welt|leben|tod|arbeit" },
  { PM_WORD_CALENDAR,
    "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|montags|dienstags|"
    "mittwochs|donnerstags|freitags|samstags|sonntags|montagabend|dienstagabend|mittwochabend|"
    "donnerstagabend|freitagabend|samstagabend|sonntagabend|montagmorgen|dienstagmorgen|"
    "mittwochmorgen|donnerstagmorgen|freitagmorgen|montagnachmittag|dienstagnachmittag|"
    "mittwochnachmittag|donnerstagnachmittag|freitagnachmittag|abend|nachmittag|morgen|vormittag" },
  { PM_WORD_CALENDAR | PM_WORD_ABBREVIATION, "jan|feb|apr|aug|sept|okt|nov|dez|mo|di|mi|do|fr|sa" },
  { PM_WORD_ABBREVIATION,
    "abs|art|az|bsp|bzw|ca|dr|evtl|ggf|hrsg|inkl|mio|mrd|nr|prof|rd|s|st|str|tel|u|usw|v|vgl|z|"
    "d|h|i|e|jr|sog|geb|gest|jh|max|min|mind|ph|dipl|ing|med|jur|phil|rer|nat|hl|bgm|abt" },
  { PM_WORD_TITLE | PM_WORD_TITLE_MALE, "herr|herrn|pater|bruder|könig|prinz|fürst|graf|baron" },
  { PM_WORD_TITLE | PM_WORD_TITLE_FEMALE,
    "frau|schwester|königin|prinzessin|fürstin|gräfin|baronin|fräulein" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION, "dr|prof|dipl|ing|med|mag|bgm|lic" },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_MALE | PM_WORD_SUFFIX, _pm_de_roles_male,
    PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_FEMALE | PM_WORD_SUFFIX, _pm_de_roles_female,
    PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE,
    "vorsitzende|vorsitzender|vorsitzenden|-vorsitzende|-vorsitzender|-vorsitzenden|-beauftragte|"
    "-beauftragter|-beauftragten|abgeordnete|abgeordneter|abgeordneten|-abgeordnete|"
    "-abgeordneter|angeklagte|angeklagter|verdächtige|verdächtiger|geschäftsführende|-jährige|"
    "-jähriger|-jährigen|überlebende|überlebender|angehörige|angehöriger|beamte|beamter",
    PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE_FEMALE | PM_WORD_SUFFIX, "-erin", PM_TRAIT_PERSONAL },
  /* Anybody, and mostly not the one whom the text is about. */
  { PM_WORD_ROLE,
    "freund|freundin|kollege|kollegin|arbeiter|mitarbeiter|mitarbeiterin|angestellter|"
    "angestellte|helfer|-helfer|helferin|-helferin|zuschauer|besucher|besucherin|urlauber|"
    "urlauberin" },
  { PM_WORD_ROLE | PM_WORD_PLURAL,
    "freiwillige|familie|umfeld|opposition|mannschaft|aufsichtsrat|redaktion|bündnis|fluglinie|"
    "mitarbeiter|beschäftigte|besucher|zuschauer|helfer|patienten|eltern|schüler|studierende|"
    "forscher|wissenschaftler|experten|kritiker|beobachter|ermittler|anwälte|ärzte|autoren|richter|"
    "veranstalter|analysten|ökonomen|umweltschützer|gewerkschafter|zeugen|anwohner|augenzeugen|"
    "organisatoren|betreiber|behörden|behördenangaben|kreise|medien|medienberichte|-kreise|"
    "-kreisen|-experten|-schützer|-behörden|-vertreter|diplomaten|sicherheitskreise|"
    "forscherinnen|fachleute|forschenden|forschende|verantwortliche|verbände|aktivisten" },
  { PM_WORD_TITLE_PART,
    "stellvertretende|stellvertretender|ehemalige|ehemaliger|erste|erster|zweite|zweiter|"
    "geschäftsführende|leitende|leitender|wissenschaftliche|wissenschaftlicher" },
  { PM_WORD_BALLAST,
    "der|die|das|den|dem|des|damalige|damaliger|frühere|früherer|früheren|ehemalige|ehemaliger|"
    "ex|amtierende|designierte|neue|neuer|neuen" },
  { PM_WORD_PARTICLE,
    "von|van|der|den|de|del|della|di|da|dos|du|zu|ter|ten|al|el|bin|ibn|la|le|y|af" },
  { PM_WORD_ORG_HEAD, _pm_de_org_heads },
  { PM_WORD_ORG_HEAD | PM_WORD_STATE, _pm_de_state_heads },
  { PM_WORD_ORG_HEAD,
    "konzern|-konzern|unternehmen|-unternehmen|firma|-firma|gewerkschaft|-gewerkschaft|sender|"
    "-sender|hersteller|-hersteller",
    PM_TRAIT_KIND },
  { 0,
    "-anbieter|anbieter|-händler|-zulieferer|zulieferer|-veranstalter|-riese|-kette|-betreiber|"
    "-dienstleister|-portal|portal|-plattform|plattform|-brauerei|brauerei|-raffinerie|raffinerie|"
    "-reederei|reederei|-produzent|-entwickler|-spezialist|-ausrüster|-versorger|-vermieter|"
    "-vermittler|startup|start-up|-tochter|tochter|töchter|töchtern|rivale|rivalen|konkurrent|"
    "konkurrenten|investmentbank|privatbank|direktbank|lokalzeitung|tageszeitung|boulevardzeitung|"
    "nachrichtenagentur|rundfunksender|oppositionspartei|regierungspartei|fluggesellschaft|"
    "airline|ratingagentur|konzernmutter|mutterkonzern|gasthaus|wirtshaus|band|popband|rockband|"
    "kanton|bundesland|tagebau",
    PM_TRAIT_KIND },
  { PM_WORD_SUFFIX,
    "fraktion|spitze|führung|zentrale|chef|radio|lager|kreise|regierung|aktie|aktien|werk|konto|"
    "mitglied|mitglieder|land|länder|staaten|gipfel|sitzung|beschluss|entscheidung|bericht|studie|"
    "umfrage|angaben|plan|pläne|antrag|vertrag|abkommen|krise|streit|krieg|affäre|skandal|verbot|"
    "gesetz|reform|wahl|parteitag|bundestagsfraktion|landesverband|ortsverband|konzern|tochter|"
    "mutter|anhänger|fans|spiel|tor|elf|sieg|niederlage|interview|gespräch|format|korrespondent|"
    "truppen|soldaten|armee|kämpfer|raketen|botschaft|behörde|gebäude|standort|vertreter|experte" },
  { PM_WORD_COMPANY, "ag|gmbh|kg|kgaa|se|ohg|ug|e.v.|mbh|inc|plc|ltd|sa|s.a.|nv|co|spa|asa|oyj" },
  { PM_WORD_PLACE_HEAD,
    "-straße|-strasse|-platz|-allee|-gasse|-weg|-ufer|-brücke|-see|-fluss|-tal|-berg|-gebirge|"
    "-wald|-insel|-hafen|-bahnhof|straße|platz|allee|see|insel|gebirge|tal|berg|-damm|-ring" },
  { PM_WORD_PLACE_PREFIX, "bad|sankt|st.|mount|golf|kap|los|san|santa|são|nord|süd|schloss|burg" },
  { PM_WORD_MISC_HEAD,
    "-gesetz|-vertrag|-abkommen|-urteil|-preis|-pokal|-liga|-meisterschaft|-spiele|-festspiele|"
    "-festival|-krieg|-gipfel|-messe|pokal|preis|liga|krieg|festival|cup" },

  { PM_WORD_SAY | PM_WORD_SAY_SURE,
    "sag-|sagt-|erklär-|meint-|meine|schrieb|schrieben|schreibt|schreiben|erzähl-|berichte-|beton-|"
    "mein|mitgeteilt|gesagt|erklärt|berichtet|argumentier-|behaupte-|teilt mit|heißt es|hieß es|"
    "hiess es|heisst es|sprach|spricht|sprachen|sprechen|gesprochen" },
  { PM_WORD_SAY, _pm_de_say },
  { PM_WORD_SAY, _pm_de_say_weak, PM_TRAIT_WEAK },
  { 0, "s", PM_TRAIT_GENITIVE },
  { PM_WORD_SAY, _pm_de_demand, PM_TRAIT_DEMAND },
  { PM_WORD_FUNCTION,
    "weil|nachdem|als|wenn|obwohl|da|indem|bevor|während|damit|sodass|wobei|sondern|doch|aber|denn|"
    "falls|sobald|seit|wo",
    PM_TRAIT_CLAUSE },
  { PM_WORD_SAY_NOUN,
    "erklärung|mitteilung|stellungnahme|aussage|antwort|frage|rede|interview|brief|schreiben|"
    "urteil|begründung|satz|worten|worte|wort|botschaft|devise|motto|parole|urteil|fazit|"
    "reaktion|kommentar|bericht|papier|beschluss|transparent|plakat|schild|aufschrift" },
  { PM_WORD_ACCORDING,
    "laut|nach angaben|nach auskunft|nach einschätzung|nach ansicht|nach auffassung|"
    "nach meinung|nach aussage|nach aussagen|nach darstellung|nach berechnungen|nach zahlen|"
    "nach schätzungen|nach schätzung|nach überzeugung|nach zählung|nach informationen|"
    "nach berichten|nach worten|nach den worten|nach einer auswertung|nach einer studie|"
    "nach einer schätzung|nach lesart|nach erkenntnissen|nach eigenen angaben|aus sicht|"
    "in den augen|nach prognosen|nach einer prognose|nach ersten erkenntnissen" },
  { PM_WORD_ACCORDING, "zufolge", PM_TRAIT_BEHIND },
  { PM_WORD_THAT, "dass|daß|ob" },
  { PM_WORD_HE, "er" },
  { PM_WORD_SHE, "sie" },
  { PM_WORD_IT, "es" },
  { PM_WORD_FIRST, "ich|wir|du|ihr" },
  { PM_WORD_DETERMINER,
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|dieser|diese|dieses|diesem|diesen|"
    "jener|jene|sein|seine|seinem|seinen|seiner|ihr|ihre|ihrem|ihren|ihrer|unser|unsere|mein|"
    "meine|dessen|deren|kein|keine|keinen|jeder|jede|jedes|viele|mehrere|einige|manche|beide|"
    "alle|zwei|drei" },
  { PM_WORD_DETERMINER, "ein|eine|einen|einem|einer|eines", PM_TRAIT_INDEFINITE },
  { PM_WORD_DETERMINER,
    "dem|den|des|einem|einen|eines|diesem|diesen|seinem|seinen|ihrem|ihren|"
    "meinem|meinen|unserem|unseren|jedem|jeden|keinem|keinen|allen|beiden",
    PM_TRAIT_OBLIQUE },
  { PM_WORD_PREPOSITION | PM_WORD_FUNCTION,
    "von|ab|als|am|an|auf|aus|bei|beim|bis|durch|für|gegen|gegenüber|hinter|im|in|ins|mit|nach|"
    "neben|"
    "ohne|seit|statt|trotz|über|um|unter|vor|während|wegen|zu|zum|zur|zwischen|nachdem|weil|wenn|"
    "obwohl|da|damit|während|anlässlich|angesichts|laut|entgegen|namens|vom|indem|bevor|sowie" },
  { PM_WORD_PLACE_CUE, "in|bei|nach|aus|nahe" },
  { PM_WORD_AUXILIARY,
    "auch|bereits|dabei|dann|dazu|heute|gestern|später|weiter|weiters|zudem|hingegen|dagegen|"
    "jedoch|aber|denn|schon|noch|nun|daraufhin|deshalb|trotzdem|zuvor|zugleich|gleichzeitig|"
    "allerdings|jetzt|selbst|wiederum|derweil|indes|unterdessen|mittlerweile|inzwischen|sich|"
    "anschließend|danach|damals|dort|hier|so|immerhin|schließlich|außerdem|abermals|erneut" },
  { PM_WORD_AUXILIARY | PM_WORD_FUNCTION,
    "hat|hatte|haben|hatten|wird|werden|kann|können|muss|müssen|soll|sollen|will|wollen|darf|"
    "dürfen|konnte|konnten|musste|mussten|sollte|sollten|wollte|wollten|mag|möchte|durfte|würde|"
    "würden|hätte|hätten|könnte|könnten",
    PM_TRAIT_FINITE },
  { PM_WORD_BE, "ist|sind|war|waren|wurde|wurden|bin|wäre|wären", PM_TRAIT_FINITE },
  { PM_WORD_FUNCTION,
    "sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|gebe|komme|gehe|stehe|liege|brauche|"
    "bleibe|mache|lasse|sehe|wisse|fehle|halte|nehme|laufe|führe|finde|trage|zeige|handele|handle|"
    "bestehe|gelte|drohe|bedeute|reiche|setze|stelle|verstehe|heiße|denke|glaube|fühle|rechne|"
    "erwarte|arbeite|zahle|koste|sinke|steige|wachse|treffe|biete|bringe|falle|fahre|hoffe|freue|"
    "kämpfe|verliere|verdiene|verlange|gehöre|spreche|sage|sorge|spiele|schade|helfe|leide|lebe|"
    "suche|prüfe|plane|kenne|funktioniere|passe|passiere|profitiere|zwinge|existiere|entstehe|"
    "enthalte|ergebe|erhalte|beginne|ende|berge|wiege|zähle|diene|begrüße|bedauere|bedaure|lohne|"
    "lehne|weise|verfüge|verstoße|trete|schaffe|kehre|versuche|unterstütze|gefährde|untersuche|"
    "liefere|eigne|wirke|wohne|ziehe|schließe|stimme|erfülle|ändere|richte|stamme|kaufe|verkaufe|"
    "fordere|fürchte|warte|behandle|belaste|beruhe|positioniere|scheide|kommentiere|fördere|"
    "garantiere|reagiere|akzeptiere|riskiere|interessiere|investiere|verhandle|kandidiere|regiere|"
    "basiere|diskutiere|informiere|kooperiere|ignoriere|kontrolliere|produziere|reduziere|"
    "bestimme|bevorzuge|bewege|bezahle|beziehe|erinnere|erkläre|erkenne|ermögliche|erschwere|"
    "ersetze|folge|gewinne|greife|höre|klinge|kürze|leiste|lese|melde|nutze|nenne|ordne|rufe|"
    "rücke|sammle|scheine|scheitere|schreibe|schütze|siege|sichere|starte|steuere|störe|stoße|"
    "streiche|teile|trenne|trotze|übe|übernehme|überzeuge|umfasse|unterscheide|unterstelle|"
    "verändere|verbiete|verbinde|verdränge|vergesse|verhindere|verschärfe|verschiebe|verschwinde|"
    "vertrage|vertraue|vertrete|verwende|wähle|wandle|wechsle|werfe|widerspreche|wirtschafte|"
    "wünsche|zerstöre|zögere|übersteige|ermittle|entspreche|entscheide|empfehle|betrage|betreffe|"
    "bestätige|besitze|beschränke|behaupte|befinde|ablehne|fließe|genieße|schweige|sitze",
    PM_TRAIT_REPORTED },
  { PM_WORD_FUNCTION,
    "müssten|hätte|hätten|wären|ließe|liessen|ließen|gäbe|käme|stünde|stünden|bräuchte|könnten|"
    "dürften|dürfte|würden|würde|wäre",
    PM_TRAIT_SUPPOSED },
  { PM_WORD_FUNCTION, "so", PM_TRAIT_SO },
  { PM_WORD_FUNCTION, "wie", PM_TRAIT_ASIDE },
  { PM_WORD_FUNCTION, "für|auf|um|an|mit", PM_TRAIT_LINK },
  { PM_WORD_NAMING,
    "titel|namens|genannt|film|buch|roman|lied|album|serie|begriff|wort|stück|oper|ausstellung|"
    "zeitung|magazin|sendung|motto|hashtag|zeitschrift|initiative|spruch|song|drama" },
  { PM_WORD_DOCUMENT,
    "bericht|studie|gutachten|brief|erklärung|urteil|beschluss|anklage|klage|gesetzentwurf|"
    "pressemitteilung|mitteilung|papier|vertrag|protokoll|umfrage|analyse|dokument|unterlagen|"
    "entwurf|statistik|-bericht|-studie|-papier|-protokoll|-gutachten|-umfrage|-statistik" },
  { PM_WORD_WRITING,
    "bericht|studie|gutachten|erklärung|urteil|papier|mitteilung|umfrage|analyse|zeitung|"
    "-bericht|-studie|-papier|-analyse|-umfrage|statistik|behörde|-behörde|anklage" },
  { PM_WORD_AND, "und|oder|sowie|&" },
  { PM_WORD_OF, "für|von|zur" },
  { PM_WORD_TIME, "heute|gestern|später|zuvor|am|vor|im|nach|kürzlich|morgens|abends" },
  { PM_WORD_WHO, "der|die|das|welcher|welche|welches|dessen|deren|wo" },
  { PM_WORD_CITING, "unter berufung auf|gegenüber" },
  { PM_WORD_MADE_BY,
    "von|der|des|vom|eines|einer|dieses|dieser|seines|seiner|ihres|ihrer|unseres|unserer" },
  { PM_WORD_NEGATION, "nicht|nie|niemals|niemand|kein|keine" },
  { PM_WORD_LABEL, "quelle|quellen" },
  { PM_WORD_ORG_HEAD,
    "stiftung|-stiftung|hilfsorganisation|menschenrechtsorganisation|umweltorganisation|"
    "nichtregierungsorganisation|-hilfsorganisation|-rechtsorganisation|-schutzorganisation",
    PM_TRAIT_CIVIC },
  { 0, "ngo|ngos|amnesty international|greenpeace|human rights watch|hilfswerk|bürgerinitiative",
    PM_TRAIT_CIVIC },
};

static const PmNameAlias aliases[] = {
  { "eu", "Europäische Union" },
  { "europäische union", "Europäische Union" },
  { "usa", "Vereinigte Staaten" },
  { "vereinigte staaten von amerika", "Vereinigte Staaten" },
  { "vereinten nationen", "Vereinte Nationen" },
  { "uno", "Vereinte Nationen" },
};

const PmLanguage pm_lang_de = {
  .code = "de",
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .aliases = aliases,
  .n_aliases = G_N_ELEMENTS (aliases),
  .case_endings = "s|’s|'s",
  .clausal = TRUE,
  .that_after_comma = TRUE,
  .noun_capitals = TRUE,
};
