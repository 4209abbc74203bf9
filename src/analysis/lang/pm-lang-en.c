/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-en-private.h"

/* English. What is short stands here; names, places, organisations and common words have files of
 * their own. All of it is from general knowledge. */

static const PmWordList lists[] = {
  { PM_WORD_COMMON, _pm_en_common },
  { PM_WORD_MALE, _pm_en_male },
  { PM_WORD_FEMALE, _pm_en_female },
  { PM_WORD_SURNAME, _pm_en_surnames },
  { PM_WORD_PLACE, _pm_en_places },
  { PM_WORD_PLACE | PM_WORD_ACRONYM, _pm_en_place_acronyms },
  { PM_WORD_DEMONYM, _pm_en_demonyms },
  { PM_WORD_AGENCY, _pm_en_agencies },
  { PM_WORD_AGENCY | PM_WORD_ACRONYM, _pm_en_agency_acronyms },
  { PM_WORD_OUTLET, _pm_en_outlets },
  { PM_WORD_OUTLET | PM_WORD_ACRONYM, _pm_en_outlet_acronyms },
  { PM_WORD_ORG, _pm_en_orgs },
  { PM_WORD_ORG | PM_WORD_ACRONYM, _pm_en_org_acronyms },
  { PM_WORD_MISC, _pm_en_miscellany },
  { PM_WORD_MISC | PM_WORD_ACRONYM, _pm_en_misc_acronyms },

  { PM_WORD_FUNCTION,
    "a|about|above|across|actually|after|afterwards|again|against|all|almost|along|already|also|"
    "although|always|am|amid|among|an|and|another|any|anyone|anything|apart|are|around|as|at|away|"
    "back|be|because|been|before|behind|being|below|beneath|beside|besides|between|beyond|both|but|"
    "by|can|can't|cannot|could|couldn't|despite|did|didn't|do|does|doesn't|doing|don't|down|during|"
    "each|either|else|enough|especially|even|ever|every|everyone|everything|except|few|for|from|"
    "further|furthermore|had|hadn't|has|hasn't|have|haven't|having|he|he'd|he'll|hence|her|here|"
    "hers|herself|him|himself|his|how|however|i|i'd|i'll|i'm|i've|if|in|indeed|inside|instead|into|"
    "is|isn't|it|it'd|it'll|its|itself|just|least|less|let|like|many|may|maybe|me|meanwhile|might|"
    "mine|more|moreover|most|mostly|much|must|my|myself|near|nearly|neither|never|nevertheless|no|"
    "nobody|none|nor|not|nothing|now|nowhere|of|off|often|on|once|one|only|onto|or|other|others|"
    "otherwise|our|ours|ourselves|out|outside|over|own|per|perhaps|please|plus|quite|rather|really|"
    "same|"
    "she|she'd|she'll|should|shouldn't|since|so|some|someone|something|sometimes|soon|still|such|"
    "than|that|the|their|theirs|them|themselves|then|there|thereafter|therefore|these|they|they'd|"
    "they'll|they're|they've|this|those|though|through|throughout|thus|till|to|together|too|toward|"
    "towards|under|unless|unlike|until|up|upon|us|very|via|was|wasn't|we|we'd|we'll|we're|we've|"
    "well|were|weren't|what|whatever|when|whenever|where|whereas|wherever|whether|which|while|who|"
    "whoever|whom|whose|why|will|with|within|without|won't|would|wouldn't|yes|yet|you|you'd|you'll|"
    "you're|you've|your|yours|yourself|according|that's|what's|it's|"
    "there's|let's|i'm|oh|ah|well|two|three|four|five|six|seven|eight|nine|ten|today|tomorrow|"
    "yesterday|tonight|ok|okay" },
  { PM_WORD_CALENDAR,
    "january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    "tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|"
    "fridays|saturdays|sundays" },
  { PM_WORD_CALENDAR | PM_WORD_ABBREVIATION,
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thurs|fri" },
  { PM_WORD_ABBREVIATION,
    "approx|ave|blvd|ca|cf|co|corp|est|etc|fig|inc|ltd|no|op|pp|pvt|rd|st|vol|vs|v|pg|ext|dept|"
    "bros|calif|fla|conn|ariz|tenn|wis|minn|mich|penn|okla|ore|nev|ont" },
  { PM_WORD_ABBREVIATION | PM_WORD_PLACE,
    "ala.|ariz.|ark.|calif.|colo.|conn.|del.|fla.|ga.|ill.|ind.|kan.|ky.|la.|mass.|md.|mich.|"
    "minn.|miss.|mo.|mont.|neb.|nev.|okla.|ore.|pa.|penn.|tenn.|tex.|va.|vt.|wash.|wis.|wyo." },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_MALE, "mr|messrs|fr" },
  { PM_WORD_TITLE | PM_WORD_TITLE_MALE,
    "sir|lord|king|prince|sheikh|sheik|sultan|emperor|baron|"
    "father|brother|don|herr|monsieur|signor|señor|imam|ayatollah|"
    "pope|chancellor-elect" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_FEMALE, "mrs|ms|mme" },
  { PM_WORD_TITLE | PM_WORD_TITLE_FEMALE,
    "miss|madam|madame|dame|lady|queen|princess|baroness|sister|frau|señora|duchess|empress" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION,
    "adm|brig|capt|cmdr|col|cpl|det|dr|drs|gen|gov|hon|insp|lt|maj|pres|prof|rep|reps|rev|sen|"
    "sens|sgt|supt" },
  { PM_WORD_TITLE | PM_WORD_ROLE,
    "admiral|ambassador|archbishop|attorney general|attorney-general|bishop|brigadier|captain|"
    "cardinal|ceo|cfo|chairman|chairwoman|chancellor|chief executive|chief justice|co-founder|"
    "colonel|commander|commissioner|congressman|congresswoman|constable|coach|corporal|councillor|"
    "councilman|councilwoman|cto|coo|defense minister|defence minister|detective|director|"
    "director general|director-general|doctor|envoy|finance minister|foreign minister|"
    "foreign secretary|general|general secretary|governor|home secretary|inspector|"
    "interior minister|judge|justice|lieutenant|major|major general|lieutenant general|marshal|"
    "mayor|minister|mp|officer|pastor|patriarch|premier|president|president-elect|press secretary|"
    "prime minister|private|professor|rabbi|representative|secretary|secretary general|"
    "secretary-general|secretary of state|secretary of defense|senator|sergeant|"
    "special counsel|speaker|spokesman|spokesperson|spokeswoman|superintendent|taoiseach|"
    "treasurer|vice president|vice-president|vice chancellor|executive director|"
    "managing director|emeritus professor|reverend|founder|analyst|economist|spokespersons|"
    "undersecretary|under-secretary-general|high representative|pm|sheriff|comrade|prophet|saint" },
  { PM_WORD_ROLE,
    "accountant|activist|actor|actress|adviser|advisor|agent|aide|anchor|architect|artist|"
    "astronaut|attorney|author|authors|banker|biologist|boss|broker|businessman|businesswoman|"
    "candidate|captain|chair|chef|chief|chief economist|chief executive officer|"
    "chief financial officer|chief operating officer|chief strategist|co-author|co-chair|coauthor|"
    "columnist|commentator|consultant|correspondent|counsel|curator|dealer|defender|deputy|"
    "designer|diplomat|economics professor|editor|editor-in-chief|engineer|executive|expert|farmer|"
    "fellow|filmmaker|fisherman|football coach|guitarist|head|historian|host|journalist|lawmaker|"
    "lawyer|leader|lecturer|legislator|librarian|manager|member|midfielder|model|musician|"
    "negotiator|novelist|nurse|official|officials|opposition leader|owner|partner|photographer|"
    "physician|physicist|pilot|player|poet|policeman|police chief|politician|portfolio manager|"
    "principal|producer|prosecutor|psychologist|publisher|reporter|researcher|researchers|resident|"
    "scientist|scientists|senior researcher|singer|soldier|star|state attorney|strategist|striker|"
    "student|surgeon|teacher|team member|trader|trainer|veteran|vice "
    "chairman|witness|worker|writer|"
    "wife|husband|son|daughter|brother|sister|mother|father|lawyers|boyfriend|girlfriend|winger|"
    "goalkeeper|batsman|bowler|winner|champion|governor general|premier league manager|neighbour|"
    "neighbor|sponsor|whip|chairperson|barrister|solicitor|magistrate|monarch|actuary|baker|"
    "carpenter|cleaner|conductor|dancer|director|driver|firefighter|gardener|guide|keeper|landlord|"
    "passenger|shopkeeper|volunteer|warden|trucker|skipper|cosplayer|spokesmen" },
  { PM_WORD_TITLE_PART,
    "prime|vice|deputy|foreign|interior|finance|defense|defence|press|assistant|acting|chief|"
    "executive|managing|senior|junior|associate|emeritus|home|health|education|justice|treasury|"
    "trade|energy|environment|transport|transportation|labor|agriculture|commerce|state|general|"
    "major|lieutenant|field|rear|special|lead|national|party|opposition|crown|attorney|retired|"
    "principal|central|house|majority|minority|senate|security|first|economy|culture" },
  { PM_WORD_BALLAST,
    "former|then|ex|late|outgoing|incoming|current|longtime|veteran|acting|interim|fellow|new|"
    "old|young|elder|sen|popular|famous|the" },
  { PM_WORD_PARTICLE,
    "al|ap|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu|"
    "ul|ould|abu|ben|mac|st|av|af" },
  { PM_WORD_ORG_HEAD,
    "academy|administration|agency|airlines|airways|alliance|army|assembly|associates|association|"
    "associations|authority|bancorp|bank|bank|battalion|board|bookshop|brewery|brigade|"
    "brotherhood|bureau|cabinet|cathedral|center|centre|chamber|church|city council|club|coalition|"
    "college|command|commission|committee|communications|community|companies|company|"
    "confederation|congress|conservancy|consortium|consulting|consultants|contractors|"
    "cooperative|corporation|corps|council|court|daily|department|dept|directorate|division|"
    "electric|electronics|embassy|energy|enterprises|entertainment|examiner|express|faculty|"
    "fc|federation|films|financial|firm|force|forces|forum|foundation|front|fund|galleries|gallery|"
    "gazette|government|group|guard|guild|herald|holdings|hospital|house science committee|"
    "industries|initiative|inquirer|inspectorate|institute|institution|insurance|international|"
    "investments|investors|journal|laboratories|laboratory|labs|league|legion|logistics|mail|media|"
    "militia|ministries|ministry|mission|monitor|motors|motorsports|movement|museum|navy|network|"
    "networks|news|office|offices|ombudsman|orchestra|organisation|organization|outlet|parliament|"
    "partners|partnership|party|petroleum|pharmaceuticals|police|post|press|productions|project|"
    "publishers|publishing|radio|railways|records|regiment|registry|republican guard|resources|"
    "restaurant|restaurants|review|school|schools|secretariat|securities|senate|service|services|"
    "society|software|solutions|squad|standard|star|station|stores|studio|studios|symphony|systems|"
    "team|technologies|technology|telecom|television|theatre|theater|times|tribunal|tribune|trust|"
    "tv|union|united|universities|university|ventures|warriors|watch|workshop|youth|ensemble|"
    "philharmonic|choir|rovers|athletic|wanderers|albion|hotspur|county cricket club|villa|"
    "observatory|taskforce|task force|syndicate|society|brothers|bros|sons|motorcycles|airline|"
    "broadcasting|programme|fellowship|parish|diocese|constabulary|directorate-general|railway" },
  { PM_WORD_COMPANY,
    "inc|inc.|corp|corp.|ltd|ltd.|plc|llc|llp|lp|co|co.|ag|gmbh|sa|s.a.|nv|n.v.|bv|ab|asa|oy|oyj|"
    "spa|s.p.a.|se|kg|pty|pte|limited|incorporated|holding|kk|bhd|l.p.|l.l.c.|pvt" },
  { PM_WORD_PLACE_HEAD,
    "airport|alley|archipelago|avenue|base|bay|beach|boulevard|bridge|canal|canyon|cape|castle|"
    "cemetery|channel|city|cliffs|coast|county|creek|desert|district|drive|falls|forest|garden|"
    "gardens|glacier|gorge|gulf|harbor|harbour|heights|highway|hill|hills|hotel|island|islands|"
    "isles|junction|lake|lakes|lane|mall|manor|market|monument|mosque|mount|mountain|mountains|"
    "ocean|palace|park|peak|peninsula|plain|plains|plateau|plaza|pond|port|prison|province|quarter|"
    "reef|reservoir|ridge|river|road|sea|shore|springs|square|stadium|strait|street|suburb|temple|"
    "terrace|territory|tower|towers|town|township|trail|tunnel|valley|village|volcano|woods|zoo|"
    "cove|hall|opera house|building|pier|arena|racecourse|oblast|region|state prison|chapel|abbey|"
    "state|shrine|crossing|dam|estate|rd|blvd|refinery|inn|resort|chowk|grill|lodge|ranch|grove" },
  { PM_WORD_PLACE_PREFIX,
    "cape|fort|ft|greater|isle|lake|los|mount|mt|new|north|northern|port|puerto|rio|saint|san|"
    "santa|"
    "santo|são|south|southern|east|eastern|west|western|st|st.|central|upper|lower|gulf|hotel|loch|"
    "villa|camp|bab|ras|wadi|tel|costa|las|el|downtown|inner|outer|gare|mid" },
  { PM_WORD_MISC_HEAD,
    "accord|accords|act|agreement|amendment|atlas|award|awards|bill|bowl|browser|campaign|carnival|"
    "championship|championships|charter|code|conference|constitution|convention|cup|day|days|"
    "declaration|deal|derby|directive|doctrine|edition|election|elections|era|exhibition|expo|"
    "expedition|fair|festival|final|finals|formula|games|index|initiative|law|laws|marathon|medal|"
    "memorandum|olympiad|open|operation|order|pact|plan|prix|prize|programme|protocol|regulation|"
    "resolution|revolution|rights "
    "act|rule|scheme|series|summit|survey|test|theorem|tour|tournament|"
    "treaty|trial|trilogy|trophy|war|wars|week|year|xp|stakes|symphony no|act|uprising|massacre|"
    "scandal|virus|syndrome|disease|bible|prize-winner|hurricane|storm|cyclone|typhoon" },
  { PM_WORD_GROUP, "administration|government|campaign|cabinet|foundation|organization|team" },
  { PM_WORD_BALLOT,
    "presidential|general|parliamentary|legislative|federal|midterm|mid-term|local|municipal|"
    "regional|primary|european|gubernatorial|congressional|mayoral|snap|senate" },
  { PM_WORD_ELECTION, "election|elections|primaries|referendum" },

  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "said|says|say|states|stated|claims|claimed|notes|noted|insisted|insists|maintains|maintained|"
    "reckons|reckoned|reckon|believes|believed|argues|argued|added|adds|explained|explains|warned|"
    "warns|announced|announces|alleges|alleged|conceded|concedes|acknowledged|acknowledges|admits|"
    "admitted|suggests|suggested|reported|reports|estimated|estimates|predicted|predicts|hopes|"
    "fears|thinks|contends|contended|testified|tweeted|tweets|posted|joked|jokes|complained|"
    "complains|recalled|recalls|observed|observes|declared|declares|vowed|concluded|concludes" },
  { PM_WORD_SAY_SURE, "said|says|say|believes|believed|insists|insisted|thinks|stated|states|"
                      "adds|argues|"
                      "warns|alleges|reckons|reckon|notes|contends" },
  { PM_WORD_SAY,
    "accused|accuses|advised|advises|agreed|agrees|answered|answers|apologised|apologized|"
    "appealed|asked|asks|asserted|asserts|assert|asserting|assured|assures|boasted|boasts|branded|"
    "bragged|called|calls|cautioned|cautions|challenged|charged|chided|chuckled|commented|"
    "comments|condemned|condemns|confessed|confirmed|confirms|continued|continues|countered|"
    "counters|showed|shows|informed|informs|assured|assures|reminded|reminds|notified|cried|cries|"
    "criticised|"
    "criticized|decided|demanded|demands|denied|denies|denounced|"
    "described|describes|determined|disclosed|dismissed|dismisses|elaborated|emphasised|emphasized|"
    "emphasises|emphasizes|exclaimed|expects|grumbled|hailed|hinted|hints|implied|"
    "implies|indicated|indicates|joked|lamented|laments|laughed|laughs|mused|muses|murmured|"
    "muttered|objected|opined|ordered|pledged|pledges|pleaded|pointed out|points out|praised|"
    "praises|proclaimed|promised|promises|proposed|proposes|protested|quipped|quips|ran|read|reads|"
    "reaffirmed|recommended|recommends|recommend|reflected|reflects|rejected|rejects|reiterated|"
    "reiterates|remarked|remarks|repeated|repeats|replied|replies|responded|responds|retorted|"
    "retorts|revealed|reveals|ruled|rules|scoffed|scoffs|shouted|shouts|showed|shows|shrugged|"
    "sighed|sighs|signalled|signaled|smiled|snapped|spoke|stressed|stresses|swore|swears|"
    "sympathised|taunted|teased|thought|thundered|told|tell|tells|thanked|understands|urged|urges|"
    "voiced|volunteered|whispered|whispers|wondered|wonders|wrote|writes|write|yelled|yells|"
    "made clear|made it clear|makes clear|makes it clear|pointed to|went on|goes on|ruled out|"
    "called for|calls for|call for|joking|chimed in|put it|puts it|speculated|theorised|fumed|"
    "groaned|growled|grinned|hit back|interjected|begged|barked|blasted|cheered|summed up|shot "
    "back|"
    "spelled out|sniffed|snorted|wept|counselled|counseled|ventured|guessed|stipulated|reminded|"
    "reminds|informed|ruled|marvelled|marveled|gushed|raged|quoted|recounted|recounts|offered|"
    "offers|pronounced|reasoned|remembers|remembered|relented|reassured|tutted|allowed" },
  { PM_WORD_SAY_PART,
    "saying|adding|stating|claiming|noting|insisting|arguing|warning|announcing|telling|asking|"
    "writing|calling|describing|explaining|replying|stressing|declaring|alleging|"
    "acknowledging|admitting|predicting|promising|vowing|pointing out|urging|tweeting|posting|"
    "shouting|yelling|joking|concluding|commenting|remarking|reading|quipping|labelling|labeling|"
    "branding|dubbing|sending|confirming|denying|emphasising|emphasizing|reiterating" },
  { PM_WORD_TELL,
    "told|tell|tells|telling|asked|asks|informed|informs|warned|warns|assured|assures|reminded|"
    "reminds|urged|urges|advised|promised|notified" },
  { PM_WORD_SAY_NOUN,
    "allegation|announcement|answer|appeal|assertion|claim|comment|comments|complaint|declaration|"
    "email|interview|letter|line|memo|message|motto|note|order|post|plea|pledge|promise|question|"
    "reading|remark|remarks|reply|response|slogan|speech|statement|testimony|text|tweet|verdict|"
    "vow|warning|words|sign|signs|banner|banners|placard|placards|chant|chants" },
  { PM_WORD_ACCORDING, "according to|as per|in the words of|in the opinion of|in the view of" },
  { PM_WORD_THAT, "that" },
  { PM_WORD_HE, "he" },
  { PM_WORD_SHE, "she" },
  { PM_WORD_THEY, "they" },
  { PM_WORD_IT, "it" },
  { PM_WORD_FIRST, "i|we|you|i'm|i've|we're|we've|you're" },
  { PM_WORD_DETERMINER,
    "a|an|the|this|these|those|his|her|its|their|our|my|your|some|any|no|each|every|all|both|many|"
    "most|several|few|one|two|three|four|five|more|nobody|everyone|someone|there|what|whatever|"
    "almost|nearly|other|another|only|such|neither|either|nothing|everything|anyone|over" },
  { PM_WORD_PREPOSITION,
    "about|above|across|after|against|ahead|along|although|amid|among|around|as|asked|at|because|"
    "before|behind|below|besides|between|by|citing|despite|discussing|during|earlier|except|"
    "following|for|from|given|if|in|inside|instead|into|later|like|meanwhile|near|of|off|on|once|"
    "over|outside|per|quoting|responding|since|speaking|still|that|though|through|throughout|to|"
    "today|toward|towards|under|unlike|until|upon|via|when|where|whereas|while|with|within|without|"
    "writing|yesterday|yet|then|now|last|next|additionally|allegedly|finally|however|moreover|"
    "separately|similarly|thus|instead|addressing|asked|appearing|reached|visiting|testifying" },
  { PM_WORD_PLACE_CUE, "in|at|near|from|across|outside|around|to|throughout|toward|towards|into" },
  { PM_WORD_AUXILIARY,
    "has|have|had|also|later|then|again|still|even|now|repeatedly|once|previously|recently|"
    "reportedly|earlier|yesterday|today|would|will|did|does|do|further|famously|however|already|"
    "publicly|openly|simply|just|only|never|always|often|officially|immediately|quickly|duly|"
    "reluctantly|bluntly|flatly|angrily|cheerfully|drily|dryly|quietly|jointly|explicitly|"
    "themselves|himself|herself|itself|might|could|can|may|should" },
  { PM_WORD_BE, "is|are|was|were|be|been|being|am|get|gets|got" },
  { PM_WORD_NAMING,
    "called|dubbed|entitled|known as|known|named|nicknamed|titled|termed|codenamed|code-named|"
    "labelled|labeled|branded|name|title|song|album|film|book|movie|novel|play|series|show|single|"
    "headline|headlined|magazine|video|documentary|painting|exhibition|hit|poem|ballad|word|term|"
    "phrase|hashtag|section|episode|opera|musical|track|programme|game|robot|site|so-called" },
  { PM_WORD_DOCUMENT,
    "affidavit|analysis|assessment|brief|bulletin|communique|communiqué|complaint|declassified "
    "report|decree|dossier|executive order|fact sheet|filing|filings|indictment|invoice|lawsuit|"
    "letter|memo|memorandum|paper|poll|press release|report|ruling|statement|study|survey|treaty|"
    "transcript|white paper|document|documents|court papers|court documents|court filing|"
    "court filings|court records|records|minutes|news release|blog post|data" },
  { PM_WORD_WRITING,
    "analysis|article|assessment|data|document|editorial|estimates|figures|findings|paper|poll|"
    "report|reports|research|results|statement|statistics|study|survey|website|notice|letter|"
    "memo|ruling|lawsuit|indictment|complaint|release|tweet|post|newspaper|sign" },
  { PM_WORD_AND, "and|or|&" },
  { PM_WORD_OF, "of|for|on" },
  { PM_WORD_TIME,
    "today|yesterday|tonight|earlier|later|recently|again|this|last|on|early|late|in|at|during|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|afterwards|previously|then|to|"
    "after" },
  { PM_WORD_WHO, "who|which|whose|whom|where" },
  { PM_WORD_CREDIT, "contributed|reporting by|additional reporting by|edited by|editing by" },
  { PM_WORD_LABEL, "source|sources|via|read more at source" },
  { PM_WORD_SUFFIX,
    "affiliated|aligned|backed|based|born|bound|brokered|built|controlled|dominated|educated|era|"
    "financed|flagged|founded|friendly|funded|held|imposed|inspired|installed|led|linked|listed|"
    "made|majority|mediated|occupied|only|organised|organized|owned|produced|registered|related|"
    "ruled|run|sanctioned|speaking|sponsored|style|supported|themed|trained|wide|winning" },
  /* What is written in capitals and names nobody. */
  { PM_WORD_COMMON,
    "ac|ad|ai|am|atm|ba|bc|bce|bst|cad|cc|cd|ce|ceo|cet|cest|cfo|coo|cpi|cto|cv|dc|diy|dna|dvd|"
    "ebit|"
    "ebitda|edt|eps|esg|et|eur|faq|fy|gbp|gdp|gmt|gp|gps|gw|h1|h2|hd|hp|hr|html|id|ip|ipo|iq|it|jd|"
    "kg|km|kv|kw|lcd|led|lng|lpg|ma|mba|md|mep|meps|mp|mps|msc|mvp|mw|ot|pc|pdf|pdt|phd|pm|pmi|pr|"
    "pst|q1|q2|q3|q4|qc|kc|qr|r&d|rna|sc|sim|sms|sos|suv|suvs|tbc|tv|ufo|url|usb|usd|utc|var|vat|"
    "vip|vs|wifi|caps|ps|nb|ok|op|rip|aka|asap|fyi|lol|omg|xl|xxl|uv|mri|icu|er|hiv|aids|ev|evs" },
  { PM_WORD_STATE,
    "administration|agency|army|assembly|attorney|authority|bureau|cabinet|commission|commissioner|"
    "congress|council|court|department|directorate|embassy|forces|foreign office|government|"
    "home office|house of representatives|interior ministry|kremlin|military|ministry|navy|"
    "office|parliament|pentagon|police|prosecutor|senate|security council|service|state department|"
    "supreme court|treasury|tribunal|un|u.n.|united nations|white house|european union|eu|nato|"
    "european commission|fbi|cia|nsa|svr|fsb|gru|nasa|epa|cdc|who|world health organization" },
  { PM_WORD_LEARNED,
    "university|institute|college|academy|laboratory|observatory|centre|center|school|"
    "society|survey|study" },
  { PM_WORD_CITING, "citing|quoting|reported by|cited by|reported in|reported on|published by|"
                    "published in|obtained by|seen by|interview with|interview to|"
                    "spoke to|speaking to|speaking on|report by|report in|report from|via" },
  { PM_WORD_MADE_BY, "by|from|of" },
  /* Base forms, which are nouns as often as verbs. */
  { PM_WORD_SAY | PM_WORD_SAY_BARE | PM_WORD_SAY_SURE,
    "argue|believe|claim|insist|think|maintain|suspect|swear|warn", PM_TRAIT_BASE },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "acknowledge|add|admit|agree|allege|announce|complain|concede|conclude|confirm|contend|declare|"
    "deny|doubt|estimate|explain|fear|hope|joke|note|observe|predict|recall|reply|report|reveal|"
    "stress|suggest|testify|vow|wonder|concur",
    PM_TRAIT_BASE },
  { PM_WORD_SAY,
    "accuse|advise|answer|appeal|ask|call|caution|comment|condemn|criticise|criticize|demand|"
    "describe|dismiss|expect|pledge|point out|praise|promise|propose|quote|recommend|reject|"
    "remember|repeat|respond|shout|speak of|threaten|urge|write",
    PM_TRAIT_BASE },
  { PM_WORD_SAY | PM_WORD_SAY_BARE | PM_WORD_SAY_SURE,
    "suspects|suspected|replied|replies|swears|pleads|told|tells|tell|argued|alleged|allege|"
    "contended|contend|insist|argue|admits|admitted|complained|"
    "complains|joked|jokes|quipped|boasted|fears|fear|suspect" },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "agreed|agrees|confirmed|confirms|denied|denies|doubts|doubted|forecasts|guesses|hinted|hints|"
    "hoped|hopes|fears|feared|indicated|indicates|promised|promises|remembers|revealed|reveals|"
    "shrugs|shrugged|told of|wished|understands|recommended|proposed|let it be known|reaffirmed|"
    "wrote|writes|countered|counters|retorted|retorts|quipped|quips|asserted|asserts|cautioned|"
    "cautions|"
    "chuckles|chuckled|sighs|sighed|mumbled|mumbles|grumbles|muses|mused|testifies|testified|"
    "calculates|calculated|calculate|boasts|boasted|laments|lamented|cautioned|marvels|frets|"
    "fretted|"
    "worries|worried|scoffs|scoffed|grumbled|gripes|pointed out|points out|theorised|speculates|"
    "speculated|warrants|urges|opines|opined|contests|attests|attested|"
    "responded|responds|stressed|stresses|emphasised|emphasized|reiterated|ruled|rules|disclosed|"
    "expects|expected|indicates|remarked|remarks|repeated|repeats|reflected|protested|vowed" },
  { PM_WORD_SAY,
    "hinted at|hints at|attacked|attacks|held|holds|hold|blamed|blames|compared|compares|complains "
    "of|complained "
    "of|cited|cites|"
    "deemed|deems|defended|defends|invited|invites|likened|likens|linked|mocked|mocks|nicknamed|"
    "preferred|prefers|puts|speaks of|spoke of|referred to|refers to|termed|terms|thanks|warned of|"
    "warns of|wants|wanted|welcomed|welcomes|derided|derides|lauded|lauds|slammed|slams|"
    "denounces|decried|decries|ridiculed|applauded|instructed|instructs|requested|"
    "requests|refused|refuses|threatened|threatens|appeals|appealed|shouts|laughs|explains|puts it|"
    "credited|credits|likes to say|used to say|labelled|labeled|styled|calls on|called on|"
    "expressed|expresses|specified|specifies|clarified|clarifies|summarised|summarized|enthused|"
    "enthuses|admonished|scolded|concurred|intoned|recited|relayed|signals" },
  { PM_WORD_SAY_PART,
    "blaming|comparing|praising|accusing|thanking|dismissing|citing|complaining|recalling|hoping|"
    "hinting|fearing|revealing|reporting|testifying|estimating|asserting|responding|answering|"
    "believing|demanding|pledging|conceding|maintaining|observing|contending|repeating|cautioning|"
    "indicating|reminding|advising|expecting|vowing|threatening|welcoming|deriding|mocking|"
    "referring to|speaking of|stressing" },
  { 0,
    "demanded|hopes|hoped|offered|offers|pledged|pledges|pledge|pledging|"
    "promised|promises|promise|promising|threatened|threatens|threaten|"
    "threatening|vowed|vows|vow|vowing|swore|swears",
    PM_TRAIT_TO },
  { 0,
    "advised|advises|advise|advising|appealed|appeals|called on|calls on|"
    "instructed|instructs|invited|invites|ordered|orders|reminded|reminds|told|tells|tell|telling|"
    "urged|urges|urge|urging|warned|warns|encouraged|encourages|begged|implored",
    PM_TRAIT_URGE },
  { 0,
    "estimated|estimates|estimate|estimating|expects|fears|feared|forecasts|pledged|pledges|"
    "pledging|predicted|predicts|predicting|proposed|proposes|suspects|"
    "suspected|called for|calls for|hinted at|hints at|warned of|warns of",
    PM_TRAIT_THING },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "affirms|affirmed|answers|answered|avers|averred|comments|commented|concurs|confesses|"
    "confessed|confides|confided|discloses|emphasises|emphasizes|exclaims|exclaimed|fumes|fumed|"
    "gloats|gloated|griped|groans|groaned|grouses|groused|"
    "intimates|intimated|marveled|moans|moaned|objected|posited|"
    "proclaims|proclaimed|professes|professed|protests|reaffirms|"
    "reasoned|recollects|recollected|recounts|recounted|reiterates|remembered|"
    "stipulates|stipulated|surmises|surmised|swore|theorises|theorizes|theorized|"
    "thought|ventures|ventured|vows|whines|whined|"
    "whispers|whispered|wonders|wondered|yells|yelled|enthuses|enthused|elaborates|elaborated|"
    "clarifies|clarified|confides|confided|crows|crowed|deadpans|gushes|gushed|"
    "interjects|interjected|murmurs|murmured|mutters|muttered|rages|raged|rants|ranted|roared|"
    "screams|screamed|shouts|shouted|shrieks|shrieked|snaps|snapped|snarls|snarled|sneers|sneered|"
    "sniffs|sniffed|snorts|snorted|splutters|spluttered|stammers|stammered|texted|emailed|blogged|"
    "wails|wailed|whimpers|whimpered|volunteers|volunteered|specifies|specified|reasserts|"
    "reasserted|summarises|summarised|summarizes|summarized|bemoans|bemoaned|forecast|texted|"
    "emailed|let slip|lets slip|made plain|makes plain|is adamant|was adamant" },
  { PM_WORD_SAY_PART | PM_WORD_SAY_BARE,
    "affirming|agreeing|answering|asserting|attesting|averring|boasting|cautioning|commenting|"
    "complaining|concluding|confessing|confiding|countering|declaring|denying|disclosing|"
    "doubting|emphasising|emphasizing|exclaiming|fretting|fuming|gloating|griping|groaning|"
    "grousing|grumbling|hinting|intimating|lamenting|marveling|"
    "moaning|musing|objecting|observing|opining|positing|postulating|proclaiming|professing|"
    "protesting|quipping|reaffirming|reasoning|recalling|recollecting|reckoning|"
    "recounting|reiterating|remarking|remembering|repeating|replying|responding|"
    "retorting|scoffing|sighing|speculating|stipulating|stressing|surmising|"
    "swearing|testifying|theorising|theorizing|tweeting|"
    "venturing|vowing|whining|whispering|wondering|worrying|yelling|enthusing|elaborating|"
    "clarifying|confiding|crowing|gushing|interjecting|murmuring|muttering|mumbling|"
    "raging|ranting|retorting|roaring|screaming|shouting|shrieking|snapping|snarling|sneering|"
    "sniffing|snorting|spluttering|stammering|emailing|blogging|wailing|whimpering|chuckling|"
    "volunteering|specifying|reasserting|summarising|summarizing|bemoaning|forecasting" },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "affirm|assert|attest|aver|boast|confess|confide|disclose|emphasise|emphasize|exclaim|"
    "fret|fume|gloat|gripe|groan|grouse|grumble|hint|intimate|lament|marvel|"
    "moan|muse|opine|posit|proclaim|profess|quip|reaffirm|recollect|"
    "reckon|recount|reiterate|remark|retort|say|scoff|speculate|stipulate|"
    "surmise|theorise|theorize|tweet|whine|whisper|yell|enthuse|"
    "elaborate|clarify|confide|deadpan|gush|interject|murmur|mutter|mumble|rant|retort|shriek|"
    "snarl|sneer|snort|splutter|stammer|wail|whimper|chuckle|volunteer|specify|reassert|summarise|"
    "summarize|bemoan|forecast",
    PM_TRAIT_BASE },
  { PM_WORD_NAMING,
    "call|calls|calling|describes|described|describing|deems|deemed|terms|labels|brands|dubs" },
  { 0, "as", PM_TRAIT_AS },
  { PM_WORD_SAY, "began|begins|deplored|deplores|regretted|regrets|submitted|submits" },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "accepted|accepts|anticipated|anticipates|assured|assures|bets|certified|certifies|chirped|"
    "chirps|conjectured|conjectures|contested|cried|cries|decreed|decrees|disputed|disputes|"
    "divulged|divulges|envisaged|envisages|foresaw|foresees|foretells|foretold|frets|gasped|gasps|"
    "guaranteed|guarantees|guessed|highlighted|highlights|implied|implies|insinuated|insinuates|"
    "intoned|intones|mentioned|mentions|pleaded|postulated|postulates|presumed|presumes|"
    "prophesied|prophesies|purred|purrs|reassured|reassures|restated|restates|signaled|signalled|"
    "smirked|smirks|sobbed|sobs|spelled out|spells out|thundered|thunders|underlined|"
    "underlines|underscored|underscores|wagered|wagers|wishes|yelped|yelps" },
  { PM_WORD_SAY | PM_WORD_SAY_BARE,
    "accept|anticipate|conjecture|dispute|envisage|foresee|guarantee|highlight|imply|insinuate|"
    "mention|postulate|presume|underline|underscore",
    PM_TRAIT_BASE },
  { PM_WORD_SAY_PART | PM_WORD_SAY_BARE,
    "accepting|anticipating|assuring|calculating|conjecturing|decreeing|disputing|divulging|"
    "envisaging|foreseeing|guaranteeing|guessing|highlighting|implying|informing|insinuating|"
    "mentioning|notifying|pleading|postulating|proposing|reassuring|recommending|reflecting|"
    "regretting|restating|signaling|signalling|suspecting|underlining|underscoring|wagering|"
    "wishing" },
  { 0,
    "bets|decrees|disputes|gasps|guarantees|highlights|regrets|sobs|wagers|wishes|yelps|"
    "conjecture|conjectures|dispute|guarantee|highlight|mention|mentions",
    PM_TRAIT_NOUN },
  { 0, "his|her|their|its|my|our", PM_TRAIT_OWN },
  { 0,
    "ad|ads|advert|advertisement|adverts|badge|badges|banner|banners|billboard|billboards|bumper "
    "sticker|caption|captions|headline|"
    "headlines|inscription|label|labels|logo|mural|murals|placard|placards|plaque|plaques|poster|"
    "posters|sign|signs|slogan|slogans|sticker|stickers|t-shirt|t-shirts|tattoo",
    PM_TRAIT_DISPLAY },
  { PM_WORD_ROLE | PM_WORD_TITLE_FEMALE,
    "woman|girl|mother|grandmother|daughter|granddaughter|sister|wife|widow|aunt|niece|mum|mom|"
    "actress|waitress|spokeswoman|businesswoman|chairwoman|policewoman|girlfriend|midwife|nun" },
  { PM_WORD_ROLE | PM_WORD_TITLE_MALE,
    "man|boy|father|grandfather|son|grandson|brother|husband|widower|uncle|nephew|dad|actor|waiter|"
    "spokesman|businessman|chairman|policeman|boyfriend|fisherman|monk|priest|gentleman" },
  { PM_WORD_ROLE,
    "academic|advocate|aide|archaeologist|astronomer|attendant|audience|barber|buyer|campaigner|"
    "captain|caretaker|chief|clerk|coach|colleague|correspondent|councillor|critic|customer|"
    "delegate|detective|developer|driver|ecologist|environmentalist|forecaster|geologist|grower|"
    "guard|hawker|hydrologist|insider|inspector|investor|judge|juror|legislator|lobbyist|local|"
    "machinist|mechanic|meteorologist|motorist|neighbour|neighbor|observer|onlooker|operator|"
    "organiser|organizer|parent|pensioner|postmaster|prisoner|pupil|ranger|reader|referee|refugee|"
    "regulator|relative|rescuer|retailer|retiree|scholar|seller|shareholder|shepherd|shopper|"
    "source|spectator|stallholder|stockbroker|supervisor|supporter|survivor|technician|tenant|"
    "tourist|translator|umpire|vendor|victim|villager|visitor|voter|interpreter|insurer|moderator|"
    "interviewer|presenter" },
  { 0,
    "answers|claims|comments|demands|doubts|estimates|fears|forecasts|hints|hopes|murmurs|notes|"
    "offers|orders|pledges|promises|proposals|protests|rants|remarks|replies|reports|rules|shows|"
    "signals|states|threats|vows|wails|whispers|wonders|worries|add|agree|answer|claim|comment|"
    "counter|demand|doubt|estimate|fear|forecast|hint|hope|joke|lament|marvel|murmur|note|order|"
    "pledge|praise|promise|protest|quip|rant|reject|remark|reply|report|state|stress|wail|whine|"
    "whisper|wonder|yell",
    PM_TRAIT_NOUN },
  { 0, "by", PM_TRAIT_AGENT },
  { PM_WORD_SAY | PM_WORD_SAY_BARE, "show", PM_TRAIT_BASE },
  { PM_WORD_SAY | PM_WORD_SAY_BARE, "made clear|makes clear|made plain|puts it|put it" },
  { PM_WORD_DETERMINER | PM_WORD_PLURAL, "others|some|many|several" },
  { PM_WORD_DETERMINER, "somebody" },
  { 0, "whether|if|why|how|when|what|who|where", PM_TRAIT_QUESTION },
  { 0, "but|because|though|although|until|while|as|so|if|unless|or|after", PM_TRAIT_ALONG },
  { 0, "which|whose|whom|after|without|up|mostly", PM_TRAIT_REMARK },
  { 0,
    "is|are|was|were|am|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|hadn't|will|would|"
    "won't|wouldn't|can|could|can't|cannot|couldn't|may|might|must|shall|should|shouldn't|do|does|"
    "did|don't|doesn't|didn't|i'd|i'll|i'm|i've|he'd|he'll|he's|she'd|she'll|she's|it'd|it'll|it's|"
    "we'd|we'll|we're|we've|you'd|you'll|you're|you've|they'd|they'll|they're|they've|that's|"
    "there's",
    PM_TRAIT_FINITE },
  { PM_WORD_SAY_PART | PM_WORD_SAY_BARE,
    "saying|adding|stating|claiming|noting|insisting|arguing|warning|announcing|telling|alleging|"
    "acknowledging|admitting|predicting|explaining|hoping|fearing|believing|thinking|"
    "conceding|maintaining|contending|joking|confirming|estimating" },
  { PM_WORD_INFINITIVE, "to" },
  { PM_WORD_NEGATION, "no|nobody|none|not|n't|never|didn't|doesn't|don't|hasn't|haven't|wouldn't" },
  { PM_WORD_PLURAL,
    "academics|activists|advisers|advocates|agents|agencies|aides|allies|analysts|archaeologists|"
    "astronomers|attorneys|authorities|authors|backers|bankers|banks|biologists|brokers|builders|"
    "campaigners|captains|charities|citizens|coaches|colleagues|companies|conservationists|critics|"
    "customers|dealers|defenders|delegates|detectives|developers|diplomats|directors|doctors|"
    "drivers|economists|editors|engineers|environmentalists|executives|experts|exporters|families|"
    "family|"
    "fans|farmers|firefighters|fishermen|forecasters|friends|geologists|groups|growers|guards|"
    "historians|hoteliers|importers|industrialists|insiders|inspectors|insurers|investigators|"
    "investors|journalists|judges|jurors|lawmakers|lawyers|leaders|legislators|lobbyists|locals|"
    "managers|medics|members|ministers|motorists|neighbors|neighbours|nurses|observers|officers|"
    "officials|operators|opponents|organisers|organizers|owners|parents|participants|passengers|"
    "people|physicians|physicists|pilots|players|police|politicians|producers|professors|"
    "prosecutors|protesters|psychologists|pupils|readers|regulators|relatives|reporters|rescuers|"
    "researchers|residents|retailers|rivals|scholars|scientists|senators|shareholders|"
    "shopkeepers|soldiers|sources|spokesmen|spokespeople|staff|strategists|students|supporters|"
    "surgeons|survivors|teachers|tenants|tourists|traders|unions|users|veterans|victims|villagers|"
    "visitors|volunteers|voters|witnesses|women|men|workers|writers" },
  { 0,
    "amnesty|amnesty international|charities|charity|doctors without borders|foundation|greenpeace|"
    "human rights watch|médecins sans "
    "frontières|ngo|ngos|non-profit|nonprofit|not-for-profit|nspcc|"
    "oxfam|red cross|rspca|transparency international|watchdog|watchdogs|aclu",
    PM_TRAIT_CIVIC },
  { 0,
    "activist|advocacy|aid|anti-corruption|campaign|campaigning|charitable|conservation|"
    "environmental|humanitarian|non-governmental|nongovernmental|pressure|relief|rights",
    PM_TRAIT_CAUSE },
};

static const PmNameAlias aliases[] = {
  { "america", "United States" },
  { "britain", "United Kingdom" },
  { "burma", "Myanmar" },
  { "c.i.a.", "CIA" },
  { "dprk", "North Korea" },
  { "e.u.", "European Union" },
  { "eu", "European Union" },
  { "f.b.i.", "FBI" },
  { "great britain", "United Kingdom" },
  { "holland", "Netherlands" },
  { "kiev", "Kyiv" },
  { "u.a.e.", "United Arab Emirates" },
  { "u.k.", "United Kingdom" },
  { "u.n.", "United Nations" },
  { "u.s", "United States" },
  { "u.s.", "United States" },
  { "u.s.a.", "United States" },
  { "uae", "United Arab Emirates" },
  { "uk", "United Kingdom" },
  { "un", "United Nations" },
  { "united states of america", "United States" },
  { "us", "United States" },
  { "usa", "United States" },
  { "ussr", "Soviet Union" },
  { "washington d.c.", "Washington" },
};

const PmLanguage pm_lang_en = {
  .code = "en",
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .aliases = aliases,
  .n_aliases = G_N_ELEMENTS (aliases),
};
