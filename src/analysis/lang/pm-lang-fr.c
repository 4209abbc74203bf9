/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-en-private.h"
#include "pm-lang-fr-private.h"

/* French. All of it is from general knowledge. */

static const PmWordList lists[] = {
  { PM_WORD_MALE, _pm_en_male },
  { PM_WORD_FEMALE, _pm_en_female },
  { PM_WORD_MALE, _pm_fr_male },
  { PM_WORD_FEMALE, _pm_fr_female },
  { PM_WORD_PLACE, _pm_fr_places },
  { PM_WORD_ORG, _pm_fr_orgs },
  { PM_WORD_OUTLET, _pm_fr_outlets },
  { PM_WORD_AGENCY,
    "afp|agence france-presse|reuters|associated press|belga|keystone-ats|ats|la presse canadienne|"
    "presse canadienne|aps|map|bloomberg|tass|interfax|fides|apanews" },
  { PM_WORD_DEMONYM, _pm_fr_demonyms },

  /* Their apostrophe ends them. */
  { PM_WORD_FUNCTION | PM_WORD_DETERMINER | PM_WORD_BALLAST, "l'", PM_TRAIT_ELIDED },
  { PM_WORD_FUNCTION | PM_WORD_OF, "d'", PM_TRAIT_ELIDED },
  { PM_WORD_FUNCTION | PM_WORD_THAT, "qu'", PM_TRAIT_ELIDED },
  { PM_WORD_FUNCTION | PM_WORD_AUXILIARY, "s'|n'|m'|t'|c'|y", PM_TRAIT_ELIDED },
  { PM_WORD_FUNCTION | PM_WORD_FIRST, "j'", PM_TRAIT_ELIDED },
  { PM_WORD_FUNCTION, "lorsqu'|puisqu'|jusqu'|quoiqu'|quelqu'", PM_TRAIT_ELIDED },
  { PM_WORD_HE, "t-il", PM_TRAIT_ENCLITIC },
  { PM_WORD_SHE, "t-elle", PM_TRAIT_ENCLITIC },
  { PM_WORD_THEY, "ils|elles", PM_TRAIT_ENCLITIC },
  { PM_WORD_HE, "il", PM_TRAIT_ENCLITIC },
  { PM_WORD_SHE, "elle", PM_TRAIT_ENCLITIC },
  { PM_WORD_FIRST, "on|t-on|je|nous|vous", PM_TRAIT_ENCLITIC },

  { PM_WORD_FUNCTION,
    "a|à|afin|ai|ailleurs|ainsi|alors|après|as|au|aucun|aucune|aujourd'hui|auprès|aussi|autant|"
    "autour|autre|autres|aux|avait|avaient|avant|avec|avoir|ayant|beaucoup|bien|bientôt|car|ce|"
    "ceci|cela|celle|celles|celui|cependant|certains|certaines|ces|cet|cette|ceux|chacun|chacune|"
    "chaque|chez|ci|comme|comment|contre|d'abord|dans|de|déjà|demain|depuis|dernier|dernière|"
    "derrière|des|dès|désormais|deux|devant|devra|devait|doit|doivent|donc|dont|du|durant|elle|"
    "elles|en|encore|enfin|ensuite|entre|envers|est|et|étaient|était|étant|été|être|eu|eux|faute|"
    "fait|faut|font|fut|grâce|hélas|hier|hormis|hors|ici|il|ils|jamais|je|jusque|la|là|le|les|"
    "leur|leurs|lors|lorsque|lui|ma|mais|malgré|me|même|mêmes|mes|mieux|moi|moins|mon|ne|ni|non|"
    "nos|notre|nous|on|ont|or|ou|où|oui|outre|par|parce|parfois|parmi|pas|pendant|peu|peut|peuvent|"
    "plus|plusieurs|plutôt|pour|pourquoi|pourtant|près|presque|puis|puisque|quand|quant|que|quel|"
    "quelle|quelles|quelque|quelques|quels|qui|quoi|sa|sans|sauf|se|selon|sera|seront|ses|seul|"
    "seule|si|sinon|soit|son|sont|sous|souvent|suivant|sur|surtout|ta|tandis|tant|te|tel|telle|tes|"
    "toi|ton|toujours|tous|tout|toute|toutefois|toutes|très|trois|trop|tu|un|une|va|vais|vers|veut|"
    "via|vient|voici|voilà|vont|vos|votre|vous|vu|quatre|cinq|six|sept|huit|neuf|dix|maintenant|"
    "notamment|pourrait|serait|aurait|devrait|n'est|c'est|ça|rien|ensemble" },
  { PM_WORD_CALENDAR,
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|"
    "mardi|mercredi|jeudi|vendredi|samedi|dimanche" },
  { PM_WORD_CALENDAR | PM_WORD_ABBREVIATION, "janv|févr|avr|juil|sept|oct|nov|déc" },
  { PM_WORD_ABBREVIATION,
    "art|av|boul|bd|cf|chap|env|etc|ex|fig|hab|ing|n|no|p|pp|st|ste|tél|vol" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_MALE, "m|mm" },
  { PM_WORD_TITLE | PM_WORD_TITLE_FEMALE,
    "mme|mmes|mlle|madame|mademoiselle|reine|princesse|sœur" },
  { PM_WORD_TITLE | PM_WORD_TITLE_MALE, "monsieur|messieurs|mgr|abbé|père|frère|roi|prince|comte" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION, "dr|pr|prof" },
  { PM_WORD_TITLE, "me|maître" },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_MALE, _pm_fr_roles_male, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_FEMALE, _pm_fr_roles_female, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE, _pm_fr_roles, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE_MALE, "-ais|-ien|-ois|-ain|-éen", PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE_FEMALE, "-aise|-ienne|-oise|-aine|-éenne", PM_TRAIT_PERSONAL },
  /* Anybody, and mostly not the one whom the text is about. */
  { PM_WORD_ROLE,
    "passant|passante|visiteur|visiteuse|spectateur|spectatrice|supportrice|cousin|cousine|ami|"
    "amie|compagnon|compagne|veuf|veuve|héritier|héritière|adolescent|adolescente|victime|"
    "supporter" },
  { PM_WORD_ROLE | PM_WORD_PLURAL,
    "chercheurs|scientifiques|experts|analystes|avocats|médecins|enquêteurs|juges|magistrats|"
    "syndicats|élus|députés|opposants|organisateurs|habitants|riverains|témoins|associations|"
    "autorités|sources|médias|économistes|observateurs|diplomates|auteurs|services|manifestants|"
    "responsables|dirigeants|spécialistes|secouristes|pompiers|agriculteurs|parents|voisins|"
    "maires|proches|famille|familles|entourage|majorité|accusation|équipe|gouvernements|éleveurs|"
    "pêcheurs|salariés|enseignants|étudiants|infirmiers|soignants|commerçants|usagers|plaignants|"
    "procureurs|policiers|gendarmes|défenseurs|militants|écologistes|socialistes|républicains|"
    "sénateurs|ministres|préfets|climatologues|historiens|archéologues|biologistes|physiciens|"
    "investisseurs|actionnaires|exportateurs|producteurs|viticulteurs|vignerons|clients|"
    "supporters" },
  { PM_WORD_TITLE_PART,
    "premier|première|vice|ancien|ancienne|général|générale|adjoint|adjointe|délégué|déléguée" },
  { PM_WORD_BALLAST, "le|la|les|ancien|ancienne|feu|futur|future|nouveau|nouvelle|ex|actuel" },
  { PM_WORD_PARTICLE, "de|du|des|d'|van|von|der|den|el|al|ben|bin|ibn|da|di|dos|della|ould|et" },
  { PM_WORD_ORG_HEAD, _pm_fr_org_heads },
  { PM_WORD_ORG_HEAD | PM_WORD_STATE, _pm_fr_state_heads },
  { PM_WORD_COMPANY, "sa|sarl|sas|sasu|sca|scop|inc|inc.|plc|ltd|ag|gmbh|nv|spa|sprl|holding" },
  { PM_WORD_PLACE_HEAD | PM_WORD_PLACE_PREFIX,
    "rue|avenue|boulevard|place|quai|pont|lac|mont|monts|col|île|îles|golfe|mer|océan|cap|baie|"
    "vallée|forêt|château|gare|aéroport|port|stade|hôtel|rivière|fleuve|plage|désert|plateau|pic|"
    "chemin|impasse|square|parc|cité|quartier|route|saint|sainte|san|los|las|el|nord|sud|val" },
  { PM_WORD_MISC_HEAD,
    "loi|traité|accord|accords|prix|coupe|championnat|ligue|jeux|festival|guerre|plan|code|"
    "opération|sommet|convention|constitution|charte|procès|trophée|grand prix|tour|salon" },

  { PM_WORD_SAY | PM_WORD_SAY_SURE | PM_WORD_COMMON, _pm_fr_say_sure },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_fr_say },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_fr_say_weak, PM_TRAIT_WEAK },
  { PM_WORD_SAY_NOUN,
    "déclaration|communiqué|réponse|question|discours|lettre|message|entretien|phrase|mot|mots|"
    "formule|slogan|devise|avertissement|constat|verdict|réaction|commentaire|tweet|banderole|"
    "pancarte|affiche|courriel|rapport" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION,
    "selon|d'après|à en croire|à entendre|de l'avis de|de l'avis du|de l'aveu de|de l'aveu du|"
    "aux dires de|aux dires du|aux yeux de|aux yeux du|du point de vue de|de source|suivant|"
    "au dire de|au dire du|de l'avis|de l'aveu" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION, "pour", PM_TRAIT_WEAK },
  { PM_WORD_ACCORDING | PM_WORD_HE, "selon lui|d'après lui|à l'en croire|de son propre aveu" },
  { PM_WORD_ACCORDING | PM_WORD_SHE, "selon elle|d'après elle" },
  { PM_WORD_ACCORDING | PM_WORD_THEY,
    "selon eux|selon elles|d'après eux|d'après elles|à ses yeux|à son avis|à leurs yeux|"
    "à leur avis|de son aveu|à son sens" },
  { PM_WORD_ACCORDING | PM_WORD_HE, "pour lui", PM_TRAIT_WEAK },
  { PM_WORD_ACCORDING | PM_WORD_SHE, "pour elle", PM_TRAIT_WEAK },
  { PM_WORD_THAT | PM_WORD_FUNCTION, "que" },
  { 0, "mais", PM_TRAIT_ALONG },
  { 0, "si|s'|comment|pourquoi|où|combien", PM_TRAIT_QUESTION },
  { PM_WORD_THEY, "ils|elles" },
  { PM_WORD_IT, "cela|ça|ce" },
  { PM_WORD_FIRST, "je|tu|nous|vous|on" },
  { PM_WORD_DETERMINER,
    "le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|nos|mon|ma|mes|votre|vos|"
    "plusieurs|certains|certaines|quelques|chaque|aucun|aucune|deux|trois|quatre|tout|tous|toute|"
    "toutes|celui|celle|ceux|celles|chacun|beaucoup|lui|d'autres" },
  { PM_WORD_DETERMINER, "un|une|des|d'autres|plusieurs", PM_TRAIT_INDEFINITE },
  { PM_WORD_INFINITIVE, "avoir|être|devoir|pouvoir|vouloir|ne|n'" },
  { 0,
    "-er|-ir|-oir|-oire|-endre|-ondre|-andre|-erdre|-ordre|-ttre|-aître|-aindre|-eindre|-oindre|"
    "-crire|-duire|-truire|-clure|-vivre|-suivre|-rompre|dire|faire|lire|rire|taire|plaire|mettre|"
    "vivre|suivre|naître",
    PM_TRAIT_VERB },
  { 0, "-tier|-mier|-vrier|-ssier|hiver|mer|fer|avenir|désir|plaisir|soir|espoir|histoire|"
       "territoire" },
  { PM_WORD_SAY,
    "réclam-|exig-|promet|promis|promettait|craint|craignait|demand-|préconis-|"
    "revendiqu-|plaid-|souhait-|redout-|dénonc-|déplor-|regrett-|critiqu-|signal-|recommand-|"
    "conseill-|sugg-|menac-|démen-|invit-|réprouv-|fustig-|espèr-|espér-|vise|visent|"
    "visait|estim-|promett-|garanti-|contest-|pronostiqu-|ordonn-|craignent|promettent",
    PM_TRAIT_DEMAND },
  { PM_WORD_PREPOSITION | PM_WORD_FUNCTION,
    "à|au|aux|après|avant|avec|chez|comme|contre|dans|depuis|derrière|dès|devant|durant|en|entre|"
    "envers|face|faute|hors|jusque|lors|malgré|outre|par|parmi|pendant|pour|près|sans|sauf|sous|"
    "sur|vers|via|auprès|autour|afin|alors|lorsque|quand|si|tandis|puisque|parce|suite|grâce|joint|"
    "jointe|interrogé|interrogée|cité|citée|contacté|contactée" },
  { PM_WORD_PLACE_CUE, "à|en|dans|chez|vers|depuis|près" },
  { PM_WORD_FUNCTION,
    "lorsque|quand|si|tandis|puisque|parce|alors|comme|car|dont|où|qui|afin|après|avant|depuis",
    PM_TRAIT_CLAUSE },
  { PM_WORD_SAY, "appell-|appel-|appelé|exhort-|somme|sommé|enjoint|incit-|encourag-|pousse|poussé",
    PM_TRAIT_URGE },
  { PM_WORD_AUXILIARY | PM_WORD_FUNCTION,
    "a|ont|avait|avaient|ai|va|vont|vient|viennent|peut|doit|veut|aurait|eut|eurent|aura",
    PM_TRAIT_FINITE },
  { PM_WORD_BE | PM_WORD_FUNCTION, "est|sont|était|étaient|fut|furent|sera|seront|serait",
    PM_TRAIT_FINITE },
  { PM_WORD_AUXILIARY,
    "aussi|également|ainsi|alors|encore|déjà|toujours|même|ensuite|puis|enfin|notamment|toutefois|"
    "cependant|pourtant|pour sa part|de son côté|pour leur part|de leur côté|à son tour|en "
    "revanche|"
    "quant à lui|quant à elle|maintenant|quand même|tout de même|vivement|fermement|clairement|"
    "officiellement|formellement|plutôt|surtout|d'ores et "
    "déjà|hier|aujourd'hui|demain|là|ici|d'ailleurs|par ailleurs|ailleurs|d'abord|"
    "ne|pas|se|en|y|lui|leur|nous|me|te|bien|rapidement|longuement|simplement|volontiers|"
    "sobrement|publiquement|régulièrement|souvent|depuis|désormais|donc|quant|à l'issue" },
  { PM_WORD_FUNCTION, "comme", PM_TRAIT_ASIDE },
  { PM_WORD_FUNCTION, "pour|à|cinq|six|sept|huit|neuf|dix", PM_TRAIT_LINK },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_MALE, "le|un|cet" },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_FEMALE, "la|une|cette" },
  { PM_WORD_NAMING,
    "intitulé|intitulée|titre|titré|titrée|baptisé|baptisée|nommé|nommée|dit|dite|surnommé|"
    "surnommée|film|livre|roman|album|chanson|série|émission|pièce|opéra|exposition|mot|terme|"
    "expression|slogan|spectacle|documentaire|programme|opération|projet|appelé|appelée" },
  { PM_WORD_DOCUMENT,
    "rapport|étude|communiqué|lettre|arrêt|jugement|décret|arrêté|sondage|enquête|note|document|"
    "accord|traité|contrat|bilan|analyse|audit|plainte|réquisitoire|procès-verbal|statistiques" },
  { PM_WORD_WRITING,
    "rapport|étude|communiqué|lettre|arrêt|jugement|sondage|enquête|note|document|texte|journal|"
    "quotidien|hebdomadaire|magazine|site|bilan|analyse|audit|article|éditorial" },
  { PM_WORD_AND, "et|ou|&" },
  { PM_WORD_OF, "de|du|des" },
  { PM_WORD_TIME, "hier|aujourd'hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
                  "récemment|tôt|tard|"
                  "ensuite|auparavant" },
  { PM_WORD_WHO, "qui|dont|où|lequel|laquelle|lesquels|lesquelles" },
  { PM_WORD_CITING, "citant|cité par|relayé par|interrogé par|rapporté par|publié par" },
  { PM_WORD_MADE_BY, "de|du|par|d'" },
  { PM_WORD_NEGATION, "ne|n'|pas|jamais|aucun|aucune" },
  { PM_WORD_LABEL, "source|sources" },
  { 0, "ong|fondation|association|greenpeace|human rights watch|médecins sans frontières|amnesty",
    PM_TRAIT_CIVIC },
  { 0, "caritatif|caritative|écologiste|humanitaire|environnementale", PM_TRAIT_CAUSE },
};

static const PmNameAlias aliases[] = {
  { "etats-unis", "États-Unis" },       { "ue", "Union européenne" },
  { "onu", "Nations unies" },           { "organisation des nations unies", "Nations unies" },
  { "grande-bretagne", "Royaume-Uni" },
};

const PmLanguage pm_lang_fr = {
  .code = "fr",
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .aliases = aliases,
  .n_aliases = G_N_ELEMENTS (aliases),
  .clausal = TRUE,
};
