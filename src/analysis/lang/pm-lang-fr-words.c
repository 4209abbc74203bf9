/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-fr-private.h"

/* Names, places, organisations, offices and verbs of speech. */

const char _pm_fr_male[] =
    "adrien|aimé|alain|alban|albert|alexandre|alexis|alfred|alphonse|amaury|amadou|ambroise|"
    "anatole|"
    "andré|anicet|anthony|antoine|antonin|armand|arnaud|arsène|arthur|aubin|auguste|augustin|"
    "aurélien|axel|baptiste|barnabé|barthélemy|basile|bastien|benjamin|benoît|bernard|bertrand|"
    "blaise|boris|boubacar|brice|bruno|calixte|camille|cédric|céleste|césar|charles|christian|"
    "christophe|claude|clément|clovis|corentin|côme|cyprien|cyril|cyrille|damien|daniel|david|"
    "denis|désiré|didier|dieudonné|dimitri|dominique|donatien|edgar|edmond|édouard|édgar|éloi|"
    "émile|emmanuel|éric|ernest|erwan|étienne|eugène|évariste|fabien|fabrice|félix|ferdinand|"
    "fernand|firmin|florent|florian|françois|françois-xavier|frédéric|gabriel|gaël|gaëtan|gaspard|"
    "gaston|gauthier|gautier|geoffroy|georges|gérald|gérard|germain|ghislain|gilbert|gildas|gilles|"
    "grégoire|grégory|guillaume|gustave|guy|gwenaël|gwendal|hector|henri|hervé|hilaire|hippolyte|"
    "honoré|hubert|hugo|hugues|ibrahim|issa|ivan|jacques|jean|jean-baptiste|jean-bernard|"
    "jean-charles|jean-christophe|jean-claude|jean-françois|jean-jacques|jean-louis|jean-luc|"
    "jean-marc|jean-marie|jean-michel|jean-noël|jean-paul|jean-philippe|jean-pierre|jean-yves|"
    "jérémie|jérémy|jérôme|joachim|joël|jonathan|jordan|joseph|josselin|jules|julien|justin|kévin|"
    "laurent|léo|léon|léonard|léopold|lionel|loïc|louis|louis-philippe|luc|lucas|lucien|ludovic|"
    "maël|mamadou|marc|marc-antoine|marcel|marcellin|marius|martial|martin|mathias|mathieu|"
    "mathis|matthieu|maurice|maxence|maxime|michaël|michel|mickaël|modeste|moussa|narcisse|"
    "nathan|nicolas|noël|norbert|octave|olivier|omar|oscar|ousmane|pascal|patrice|patrick|paul|"
    "philippe|pierre|pierre-yves|prosper|quentin|raphaël|raymond|régis|rémi|rémy|renaud|rené|"
    "richard|robert|robin|rodolphe|rodrigue|roger|roland|romain|romuald|samuel|sébastien|serge|"
    "séverin|simon|stanislas|stéphane|sylvain|sylvestre|tanguy|théo|théodore|théophile|thibault|"
    "thibaut|thierry|thomas|timothée|titouan|toussaint|tristan|ulysse|urbain|valentin|valéry|"
    "victor|vincent|virgile|vivien|william|xavier|yann|yannick|yohann|yvan|yves|yvon|zacharie";

const char _pm_fr_female[] =
    "adèle|adeline|adrienne|agathe|agnès|aïcha|aïssatou|alexandra|alice|aline|amandine|amélie|"
    "amina|anaïs|andrée|ange|angèle|angélique|anne|anne-laure|anne-marie|anne-sophie|annick|annie|"
    "antoinette|apolline|ariane|arlette|armelle|astrid|aude|audrey|aurélie|aurore|awa|axelle|"
    "barbara|béatrice|bénédicte|bernadette|berthe|blanche|brigitte|camille|capucine|carine|carole|"
    "caroline|catherine|cécile|céline|chantal|charlène|charlotte|chloé|christelle|christiane|"
    "christine|claire|clara|clarisse|claudette|claudie|claudine|clémence|clémentine|clotilde|"
    "colette|coralie|corinne|cynthia|danièle|danielle|daphné|débora|delphine|denise|diane|"
    "dominique|dorothée|édith|éléonore|éliane|élisabeth|élise|élodie|éloïse|elsa|émilie|emma|"
    "emmanuelle|estelle|esther|ève|évelyne|fabienne|fanny|fatima|fatoumata|félicie|flavie|fleur|"
    "flore|florence|france|francine|françoise|frédérique|gabrielle|gaëlle|geneviève|georgette|"
    "géraldine|germaine|ghislaine|ginette|gisèle|hélène|héloïse|henriette|hortense|huguette|inès|"
    "ingrid|irène|isabelle|jacqueline|jeanne|jeannine|jessica|joëlle|josée|joséphine|josette|"
    "judith|julie|juliette|justine|karine|laetitia|laëtitia|laura|laure|laurence|léa|leïla|léonie|"
    "liliane|line|lise|louise|lucie|lucienne|ludivine|lydie|madeleine|magali|maïté|manon|marceline|"
    "marguerite|maria|mariame|marianne|marie|marie-christine|marie-claude|marie-france|"
    "marie-hélène|marie-josé|marie-laure|marie-louise|marie-pierre|marielle|marina|marine|marion|"
    "marlène|marthe|martine|maryse|maryvonne|mathilde|maud|mélanie|mélissa|michèle|micheline|"
    "mireille|monique|morgane|muriel|myriam|nadège|nadia|nadine|naïma|natacha|nathalie|nicole|"
    "ninon|noémie|nolwenn|odette|odile|olga|olivia|ophélie|oriane|pascale|patricia|paule|pauline|"
    "perrine|philippine|pierrette|priscilla|rachel|rachida|raphaëlle|raymonde|rebecca|régine|"
    "renée|rosalie|rose|roselyne|roxane|sabine|sabrina|salimata|salomé|samira|sandra|sandrine|sara|"
    "sarah|ségolène|séverine|sibylle|simone|soizic|solange|solène|sonia|sophie|stéphanie|suzanne|"
    "sylvaine|sylvette|sylvie|tatiana|thérèse|tiphaine|valentine|valérie|vanessa|véronique|"
    "victoire|victoria|vinciane|violette|virginie|viviane|yasmina|yolande|yvette|yvonne|zoé";

const char _pm_fr_places[] =
    "france|belgique|suisse|luxembourg|allemagne|italie|espagne|portugal|royaume-uni|"
    "grande-bretagne|angleterre|écosse|irlande|pays-bas|danemark|suède|norvège|finlande|islande|"
    "pologne|ukraine|russie|hongrie|roumanie|bulgarie|grèce|turquie|autriche|serbie|croatie|europe|"
    "asie|afrique|amérique|océanie|états-unis|etats-unis|canada|québec|mexique|brésil|argentine|"
    "chili|colombie|venezuela|chine|japon|inde|corée du sud|corée du nord|israël|iran|irak|syrie|"
    "liban|égypte|algérie|maroc|tunisie|libye|mali|niger|burkina faso|sénégal|côte d'ivoire|bénin|"
    "togo|cameroun|tchad|gabon|congo|rdc|rwanda|burundi|madagascar|haïti|mayotte|la réunion|"
    "guadeloupe|martinique|guyane|nouvelle-calédonie|polynésie|corse|bretagne|normandie|alsace|"
    "lorraine|bourgogne|provence|occitanie|aquitaine|auvergne|île-de-france|hauts-de-france|"
    "grand est|pays de la loire|centre-val de loire|paris|marseille|lyon|toulouse|nice|nantes|"
    "montpellier|strasbourg|bordeaux|lille|rennes|reims|toulon|saint-étienne|le havre|grenoble|"
    "dijon|angers|nîmes|clermont-ferrand|le mans|aix-en-provence|brest|tours|amiens|limoges|annecy|"
    "perpignan|metz|besançon|orléans|rouen|mulhouse|caen|nancy|avignon|poitiers|dunkerque|"
    "versailles|la rochelle|pau|calais|bruxelles|liège|anvers|gand|charleroi|namur|wallonie|"
    "flandre|genève|lausanne|berne|zurich|bâle|fribourg|neuchâtel|valais|vaud|jura|montréal|ottawa|"
    "toronto|gaspésie|dakar|abidjan|bamako|ouagadougou|niamey|kinshasa|brazzaville|yaoundé|douala|"
    "alger|tunis|rabat|casablanca|antananarivo|bujumbura|kigali|londres|berlin|rome|madrid|"
    "lisbonne|vienne|varsovie|moscou|kiev|pékin|tokyo|washington|new york|jérusalem|gaza|téhéran|"
    "beyrouth|damas|le caire|istanbul|ankara|athènes|haye|la haye|davos|seine|loire|rhône|garonne|"
    "méditerranée|atlantique|alpes|pyrénées|vosges";

const char _pm_fr_orgs[] =
    "assemblée nationale|sénat|élysée|matignon|quai d'orsay|bercy|conseil d'état|"
    "conseil constitutionnel|cour de cassation|cour des comptes|cnil|insee|inserm|cnrs|inrae|cea|"
    "union européenne|commission européenne|parlement européen|banque centrale européenne|bce|"
    "nations unies|onu|otan|oms|fmi|banque mondiale|unicef|unesco|ue|rassemblement national|rn|"
    "les républicains|lr|parti socialiste|ps|la france insoumise|lfi|renaissance|modem|horizons|"
    "europe écologie-les verts|eelv|les écologistes|parti communiste|pcf|reconquête|cgt|cfdt|fo|"
    "cfe-cgc|fsu|unsa|medef|fnsea|sncf|ratp|edf|engie|totalenergies|renault|peugeot|stellantis|"
    "airbus|air france|bnp paribas|société générale|crédit agricole|carrefour|danone|l'oréal|lvmh|"
    "orange|sanofi|michelin|thales|safran|dassault|dassault aviation|veolia|bouygues|vinci|ubs|"
    "nestlé|desjardins|bombardier|hydro-québec|bloc québécois|parti québécois|google|apple|meta|"
    "amazon|microsoft|psg|paris saint-germain|olympique lyonnais|olympique de marseille|greenpeace|"
    "amnesty international|human rights watch|croix-rouge|médecins sans frontières|hamas|hezbollah|"
    "kremlin|maison-blanche|fedasil";

const char _pm_fr_outlets[] =
    "le monde|le figaro|libération|l'humanité|les échos|la croix|le parisien|ouest-france|"
    "sud ouest|la dépêche|la voix du nord|le télégramme|le progrès|l'équipe|l'express|le point|"
    "l'obs|marianne|mediapart|médiapart|le canard enchaîné|valeurs actuelles|paris match|"
    "france inter|franceinfo|france info|france 2|france 3|france 24|france télévisions|tf1|bfmtv|"
    "cnews|arte|rtl|europe 1|rmc|rfi|radio france|la libre belgique|le soir|rtbf|le temps|rts|"
    "24 heures|tribune de genève|radio-canada|la presse|le devoir|le journal de montréal|"
    "jeune afrique|fraternité matin|facebook|instagram|twitter|bluesky|tiktok|youtube|"
    "new york times|washington post|financial times|bbc|cnn";

const char _pm_fr_demonyms[] =
    "français|française|françaises|belge|belges|suisse|suisses|allemand|allemande|allemands|"
    "italien|"
    "italienne|espagnol|espagnole|portugais|portugaise|britannique|britanniques|anglais|anglaise|"
    "écossais|irlandais|néerlandais|danois|suédois|norvégien|finlandais|polonais|polonaise|"
    "ukrainien|ukrainienne|ukrainiens|russe|russes|hongrois|roumain|bulgare|grec|grecque|turc|"
    "turque|autrichien|serbe|croate|européen|européenne|européens|africain|africaine|américain|"
    "américaine|américains|canadien|canadienne|québécois|québécoise|mexicain|brésilien|argentin|"
    "chilien|colombien|chinois|chinoise|japonais|indien|indienne|coréen|israélien|israélienne|"
    "iranien|irakien|syrien|libanais|égyptien|algérien|algérienne|marocain|tunisien|libyen|malien|"
    "nigérien|burkinabè|sénégalais|ivoirien|ivoirienne|béninois|togolais|camerounais|tchadien|"
    "gabonais|congolais|rwandais|burundais|malgache|haïtien|haïtienne|corse|breton|bretonne|"
    "normand|alsacien|parisien|parisienne|parisiens|lyonnais|marseillais|bordelais|lillois|nantais|"
    "wallon|flamand|genevois|vaudois|jurassien|jurassienne|palestinien|palestiniens|musulman|"
    "catholique|juif|chrétien";

const char _pm_fr_roles[] =
    "ministre|maire|porte-parole|juge|secrétaire|journaliste|économiste|politologue|sociologue|"
    "biologiste|spécialiste|capitaine|membre|guide|pilote|athlète|artiste|architecte|vétérinaire|"
    "interprète|responsable|élève|témoin|cadre|bénévole|propriétaire|locataire|retraité|diplomate|"
    "géologue|géographe|glaciologue|océanographe|psychologue|philosophe|anthropologue|"
    "archéologue|guitariste|pianiste|cinéaste|romancière|poète|syndicaliste|fonctionnaire|"
    "gynécologue|cardiologue|virologue|épidémiologiste|hydrologue|sismologue|volcanologue|analyste|"
    "fleuriste|linguiste|scientifique|libraire|pharmacien|eurodéputé|eurodéputée|garde|ministres|"
    "gendarme|militaire|vigneronne|maréchal|commissaire|notaire|arbitre|partenaire";

const char _pm_fr_roles_male[] =
    "président|vice-président|premier ministre|directeur|directeur général|patron|chef|député|"
    "sénateur|préfet|procureur|avocat|avocat général|magistrat|professeur|chercheur|médecin|"
    "docteur|historien|physicien|chimiste|écrivain|auteur|réalisateur|acteur|comédien|chanteur|"
    "musicien|metteur en scène|entraîneur|sélectionneur|joueur|attaquant|défenseur|gardien|"
    "champion|général|colonel|commandant|policier|gouverneur|ambassadeur|conseiller|adjoint|"
    "échevin|bourgmestre|syndic|chancelier|roi|prince|pape|évêque|archevêque|cardinal|curé|prêtre|"
    "imam|rabbin|fondateur|cofondateur|gérant|dirigeant|entrepreneur|ingénieur|technicien|ouvrier|"
    "agriculteur|éleveur|paysan|pêcheur|vigneron|boulanger|boucher|cuisinier|restaurateur|"
    "commerçant|vendeur|facteur|chauffeur|conducteur|enseignant|instituteur|étudiant|lycéen|"
    "élu|candidat|opposant|militant|délégué|représentant|négociateur|médiateur|rapporteur|"
    "recteur|doyen|conservateur|commissaire|curateur|prévenu|accusé|suspect|plaignant|avocats|"
    "mari|époux|père|fils|frère|grand-père|oncle|voisin|homme|vieil homme|sexagénaire|trentenaire|"
    "quadragénaire|quinquagénaire|septuagénaire|octogénaire|habitant|riverain|garçon|monsieur|"
    "berger|pompier|secouriste|infirmier|chirurgien|dentiste|rugbyman|footballeur|cycliste|"
    "nageur|skieur|biathlète|coureur|navigateur|skipper|député européen|secrétaire général|"
    "trésorier|coordinateur|analyste|banquier|investisseur|actionnaire|consultant|expert|"
    "géochimiste|botaniste|viticulteur|maraîcher|forestier|sculpteur|peintre|photographe|"
    "dessinateur|humoriste|animateur|présentateur|producteur|éditeur|traducteur|compositeur|chef "
    "d'orchestre|danseur|chorégraphe|lauréat|académicien|ex-ministre|ancien ministre|collaborateur|"
    "locuteur|interlocuteur|déplacé|réfugié|togolais|avant-centre|buteur|milieu|vainqueur|"
    "substitut";

const char _pm_fr_roles_female[] =
    "présidente|vice-présidente|première ministre|directrice|directrice générale|patronne|cheffe|"
    "députée|sénatrice|préfète|procureure|avocate|avocate générale|magistrate|professeure|"
    "chercheuse|docteure|historienne|physicienne|écrivaine|autrice|auteure|réalisatrice|actrice|"
    "comédienne|chanteuse|musicienne|metteuse en scène|entraîneuse|sélectionneuse|joueuse|"
    "attaquante|défenseuse|gardienne|championne|générale|colonelle|commandante|policière|"
    "gouverneure|ambassadrice|conseillère|adjointe|échevine|conseillère fédérale|chancelière|reine|"
    "princesse|religieuse|fondatrice|cofondatrice|gérante|dirigeante|entrepreneuse|entrepreneure|"
    "ingénieure|technicienne|ouvrière|agricultrice|éleveuse|paysanne|pêcheuse|boulangère|bouchère|"
    "cuisinière|restauratrice|commerçante|vendeuse|factrice|conductrice|enseignante|institutrice|"
    "étudiante|lycéenne|élue|candidate|opposante|militante|déléguée|représentante|négociatrice|"
    "médiatrice|rapporteure|rectrice|doyenne|conservatrice|curatrice|prévenue|accusée|suspecte|"
    "plaignante|femme|épouse|mère|fille|sœur|grand-mère|tante|voisine|habitante|riveraine|dame|"
    "bergère|pompière|infirmière|chirurgienne|footballeuse|nageuse|skieuse|coureuse|navigatrice|"
    "secrétaire générale|trésorière|coordinatrice|banquière|investisseuse|consultante|experte|"
    "viticultrice|maraîchère|sculptrice|dessinatrice|animatrice|présentatrice|productrice|éditrice|"
    "traductrice|compositrice|danseuse|lauréate|académicienne|ex-ministre|ancienne ministre|"
    "retraitée|sexagénaire|collaboratrice|chroniqueuse|géographe|relectrice|lectrice|capitaine|"
    "allocataire|intéressée|greffière|sage-femme|couturière|brodeuse|agente|cadette|jurassienne";

const char _pm_fr_org_heads[] =
    "association|fédération|confédération|fondation|syndicat|parti|groupe|société|entreprise|"
    "compagnie|banque|université|école|institut|académie|laboratoire|centre|hôpital|clinique|musée|"
    "théâtre|opéra|orchestre|club|ligue|union|ordre|agence|office|observatoire|collectif|comité|"
    "conseil|chambre|église|diocèse|conférence|cabinet|bureau|organisation|ong|réseau|mouvement|"
    "alliance|coalition|front|rassemblement|mutuelle|coopérative|régie|caisse|éditions|maison|"
    "lycée|collège|faculté|festival|journal|quotidien|radio|télévision|chaîne|studio|studios|fc|as|"
    "stade|racing|olympique|intersyndicale|consortium|holding|usine|filiale|start-up|direction|"
    "opposition|agence france|communauté|parquet national";

const char _pm_fr_state_heads[] =
    "ministère|gouvernement|parlement|assemblée|sénat|cour|tribunal|parquet|préfecture|mairie|"
    "municipalité|ville|région|département|police|gendarmerie|armée|commission|autorité|haute "
    "autorité|ambassade|présidence|secrétariat|direction générale|inspection|douane|justice|"
    "conseil d'état|conseil municipal|conseil régional|conseil départemental|haut-commissariat|"
    "défense|diplomatie|chancellerie|état|canton|commune|exécutif|élysée";

const char _pm_fr_say_sure[] =
    "dit|disait|disaient|disent|dira|déclar-|affirm-|assur-|expliqu-|estim-|indiqu-|soutient|"
    "soutenait|soutenu|ajout-|précis-|racont-|soulign-|rappel-|rappell-|annonc-|répond|répondu|"
    "répondait|répondent|confi-|écrit|écrivait|écrivent|jug-|not-|observ-|constat-|relèv-|relev-|"
    "affirment|expliquent|estiment|assurent|reconnaît|reconnaissait|reconnu|reconnaissent|avou-|"
    "admet|admis|admettait|concèd-|concéd-|insist-|regrett-|déplor-|craint|craignait|craignent|"
    "promet|promis|promettait|jure|juré|jurait|jurent|prévient|prévenu|prévenait|avert-|rapport-|"
    "signal-|confirm-|démen-|réplique|répliqué|répliquait|réplique|rétorqu-|conclut|conclu|"
    "concluait|résum-|répèt-|répét-|considèr-|considér-|pense|pensait|pensent|croit|croyait|"
    "croient|s'interrog-|plaid-|martel-|martèl-|argument-|sugg-|fait savoir|fait valoir|"
    "fait remarquer|fait observer|se souvient|souvenu|calcul-|ironis-|plaisant-|tranch-|redout-";

const char _pm_fr_say[] =
    "balay-|balaie|bougonn-|chuchot-|clam-|comment-|conseill-|contest-|convient|corrig-|critiqu-|"
    "dénonc-|détaill-|développ-|évoqu-|exig-|expos-|formul-|fulmin-|fustig-|gliss-|grinc-|grogn-|"
    "illustr-|implor-|interrog-|invit-|jubil-|lâch-|lanc-|ment-|menac-|murmur-|nie|nié|niait|nient|"
    "nuanc-|objec-|oppos-|ordonn-|parl-|pest-|pest|plaign-|poursui-|pouffe|préconis-|prédi-|"
    "pressent|proclam-|promett-|propos-|protest-|qualifi-|raill-|râl-|réagi-|réagit|recommand-|"
    "réclam-|récus-|réfut-|rejet-|rejett-|relat-|remarqu-|renchéri-|répliqu-|requi-|requis|résonn-|"
    "rigol-|rit|salu-|scand-|se dit|se défend|se félicite|se réjouit|se plaint|se justifie|s'est "
    "défendu|s'est défendue|s'est réjoui|s'est félicité|s'est félicitée|s'est amusé|s'est amusée|"
    "s'amuse|s'indigne|s'étonne|s'inquiète|s'agace|s'emporte|s'exclame|s'explique|s'interroge|"
    "sourit|sourient|soupir-|souffl-|souhait-|stipul-|tacl-|tempêt-|tempér-|tempèr-|témoign-|"
    "tonn-|traduit|tweet-|twitt-|vant-|vocifèr-|veut croire|enseign-|évalu-|applaudi-|appréci-|"
    "appel-|appell-|espèr-|espér-|demand-|accus-|recensé|chiffr-|attaqu-|théoris-|philosoph-|"
    "décrypt-|confess-|analys-|anticip-|lou-|avanc-|dévoil-|divulgu-|proclam-|pronostiqu-|mis en "
    "garde|met en garde|mettait en garde|réprimand-|félicit-|interpell-|apostroph-|assum-|"
    "conjur-|défen-|défend|défendu|doute|doutait|dout-|prophétis-|souri-|supposé|suppos-|tonné|"
    "renseign-|tomb-|professe|abond-|opin-|reproch-|récapitul-";

const char _pm_fr_say_weak[] =
    "voit|veut|attend|attendait|compte|compté|envoy-|vise|visé|retourn-|ne cache pas|n'a pas caché|"
    "prend acte|a pris acte|pris acte|laissé|restera|balance|montre|montr-|est formelle|est formel|"
    "refus-|tent-|hauss-|command-|rend|pose|posé|signe|sign-|publi-|brand-|trouve|trouv-|cit-|fait|"
    "décrit|décrivait|décri-|nomm-|baptis-|revendiqu-|cach-|dévié|repris|reprend|lit|lisait|entend";
