/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-en-private.h"
#include "pm-lang-es-private.h"

/* Spanish. All of it is from general knowledge. */

static const PmWordList lists[] = {
  { PM_WORD_MALE, _pm_en_male },
  { PM_WORD_FEMALE, _pm_en_female },
  { PM_WORD_MALE, _pm_es_male },
  { PM_WORD_FEMALE, _pm_es_female },
  { PM_WORD_PLACE, _pm_es_places },
  { PM_WORD_ORG, _pm_es_orgs },
  { PM_WORD_OUTLET, _pm_es_outlets },
  { PM_WORD_AGENCY,
    "efe|agencia efe|europa press|reuters|afp|associated press|télam|notimex|ansa|bloomberg|"
    "andina|colprensa|xinhua|tass|interfax|prensa latina|abi|acn" },
  { PM_WORD_DEMONYM, _pm_es_demonyms },

  { PM_WORD_FUNCTION,
    "a|además|ahí|ahora|al|algo|alguien|algún|alguna|algunas|alguno|algunos|allá|allí|ambas|ambos|"
    "ante|antes|apenas|aquel|aquella|aquellas|aquello|aquellos|aquí|así|aún|aunque|ayer|bajo|bien|"
    "cada|casi|cerca|como|cómo|con|contra|cual|cuál|cuales|cualquier|cuando|cuándo|cuanto|cuya|"
    "cuyo|da|dado|de|debe|deben|del|demás|dentro|desde|después|detrás|donde|dónde|durante|e|el|él|"
    "ella|ellas|ello|ellos|en|encima|entonces|entre|era|eran|es|esa|esas|ese|eso|esos|está|ésta|"
    "estaba|estaban|están|estar|estas|este|éste|esto|estos|fue|fueron|fuera|ha|había|habían|hace|"
    "hacia|han|hasta|hay|haya|he|hemos|hoy|incluso|jamás|junto|la|las|le|les|lejos|lo|los|luego|"
    "mañana|más|mas|me|mediante|menos|mi|mientras|mis|mismo|misma|mucha|muchas|mucho|muchos|muy|"
    "nada|nadie|ni|ningún|ninguna|ninguno|no|nos|nosotros|nuestra|nuestro|nuestros|nunca|o|otra|"
    "otras|otro|otros|para|parte|pero|poco|pocos|podría|por|porque|pronto|pues|puede|pueden|que|"
    "qué|quien|quién|quienes|quizá|quizás|sea|según|ser|será|si|sí|sido|siempre|sin|sino|sobre|"
    "sola|solo|sólo|son|su|sus|tal|también|tampoco|tan|tanto|te|tendrá|tiene|tienen|toda|todas|"
    "todavía|todo|todos|tras|tu|tú|un|una|unas|uno|unos|usted|ustedes|va|van|varias|varios|vez|"
    "y|ya|yo|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|mientras|asimismo|finalmente" },
  { PM_WORD_CALENDAR,
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|"
    "diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo" },
  { PM_WORD_CALENDAR | PM_WORD_ABBREVIATION, "ene|feb|abr|ago|sept|oct|nov|dic" },
  { PM_WORD_ABBREVIATION,
    "art|av|avda|c|cap|cía|dpto|ed|etc|ext|fig|gob|izq|kg|km|núm|p|pág|págs|pp|r|s|sgto|sig|tel|"
    "ud|uds|vol|aprox|admón|depto|hno|hnos|n|no|nro" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_MALE, "sr|sres|d" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_FEMALE, "sra|srta|dña|dra" },
  { PM_WORD_TITLE | PM_WORD_TITLE_MALE, "señor|don|fray|padre|rey|príncipe|monseñor|hermano" },
  { PM_WORD_TITLE | PM_WORD_TITLE_FEMALE, "señora|señorita|doña|sor|reina|princesa|duquesa" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION, "dr|prof|lic|ing|arq|gral|cnel|pdte" },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_MALE, _pm_es_roles_male, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_FEMALE, _pm_es_roles_female, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE, _pm_es_roles, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE_MALE, "-ense|-eño|-ano|-ino", PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE_FEMALE, "-eña|-ana|-ina", PM_TRAIT_PERSONAL },
  /* Anybody, and mostly not the one whom the text is about. */
  { PM_WORD_ROLE,
    "empleado|empleada|dueño|dueña|propietario|propietaria|inquilino|inquilina|jubilado|"
    "jubilada|niño|niña|amigo|amiga|compañero|compañera|voluntario|voluntaria|viajero|viajera|"
    "pasajero|pasajera|usuario|usuaria|clienta|aficionado|aficionada|heredero|heredera|"
    "espectador|espectadora|víctima|residente|turista|cliente|hincha" },
  { PM_WORD_ROLE | PM_WORD_PLURAL,
    "entidad|oposición|familia|entorno|acusación|defensa|gerencia|generadora|"
    "aseguradora|eléctrica|operadora|emisora|fabricante|trabajadores|pacientes|alumnos|estudiantes|"
    "gestores|empleados|pescadores|rectores|alcaldes|concejales|"
    "investigadores|científicos|expertos|analistas|abogados|médicos|jueces|sindicatos|diputados|"
    "senadores|opositores|organizadores|vecinos|testigos|asociaciones|autoridades|fuentes|medios|"
    "economistas|observadores|diplomáticos|autores|servicios|manifestantes|responsables|"
    "dirigentes|especialistas|bomberos|agricultores|padres|familiares|fiscales|hinchas|ecologistas|"
    "tributaristas|portavoces|voceros|activistas|críticos|empresarios|ganaderos|hosteleros" },
  { PM_WORD_TITLE_PART, "primer|primera|vice|ex|general|adjunto|adjunta|exterior|segundo" },
  { PM_WORD_BALLAST, "el|la|los|las|lo|ex|entonces|actual|nuevo|nueva|antiguo|antigua|presunto" },
  { PM_WORD_PARTICLE, "de|del|la|las|los|y|e|i|van|von|der|den|el|al|bin|ibn|da|di|do|dos|san" },
  { PM_WORD_ORG_HEAD, _pm_es_org_heads },
  { PM_WORD_ORG_HEAD | PM_WORD_STATE, _pm_es_state_heads },
  { PM_WORD_COMPANY, "sa|s.a.|sl|s.l.|slu|sau|sas|inc|inc.|plc|ltd|ag|gmbh|nv|spa|cv|c.v.|ltda" },
  { PM_WORD_PLACE_HEAD | PM_WORD_PLACE_PREFIX,
    "calle|avenida|plaza|paseo|puente|lago|laguna|monte|sierra|cerro|volcán|isla|islas|golfo|mar|"
    "océano|cabo|bahía|valle|bosque|castillo|estación|aeropuerto|puerto|estadio|hotel|río|playa|"
    "desierto|camino|carretera|parque|barrio|colonia|cordillera|península|san|santa|santo|los|las|"
    "el|la|nueva|villa|ciudad|norte|sur" },
  { PM_WORD_MISC_HEAD,
    "ley|tratado|acuerdo|premio|copa|campeonato|liga|juegos|festival|guerra|plan|código|operación|"
    "cumbre|convención|constitución|convenio|trofeo|gran premio|torneo|feria|operativo" },

  { PM_WORD_SAY | PM_WORD_SAY_SURE | PM_WORD_COMMON, _pm_es_say_sure },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_es_say },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_es_say_weak, PM_TRAIT_WEAK },
  { PM_WORD_SAY,
    "reclam-|exig-|exij-|prometió|promete|prometieron|pidió|pide|pidieron|piden|pedía|pedido|"
    "propus-|propon-|solicit-|demand-|critic-|denunci-|recomend-|recomiend-|"
    "aconsej-|reprob-|deplor-|augur-|repudi-|denuncia|demanda|descart-|"
    "vaticin-|exhort-",
    PM_TRAIT_DEMAND },
  { PM_WORD_SAY_NOUN,
    "declaración|comunicado|respuesta|pregunta|discurso|carta|mensaje|entrevista|frase|palabra|"
    "palabras|fórmula|lema|consigna|advertencia|veredicto|reacción|comentario|tuit|pancarta|"
    "cartel|nota|informe" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION,
    "según|de acuerdo con|de acuerdo a|en opinión de|en opinión del|a juicio de|a juicio del|en "
    "palabras de|en palabras del|a decir de|a ojos de|conforme a|en boca de" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION, "para", PM_TRAIT_WEAK },
  { PM_WORD_ACCORDING | PM_WORD_HE, "según él" },
  { PM_WORD_ACCORDING | PM_WORD_SHE, "según ella" },
  { PM_WORD_ACCORDING | PM_WORD_THEY,
    "según ellos|según ellas|a su juicio|en su opinión|a su entender|en sus palabras|"
    "a su modo de ver|en su criterio|a su parecer|según sus palabras" },
  { PM_WORD_THAT | PM_WORD_FUNCTION, "que" },
  { PM_WORD_HE, "él" },
  { PM_WORD_SHE, "ella" },
  { PM_WORD_THEY, "ellos|ellas" },
  { PM_WORD_IT, "ello" },
  { PM_WORD_FIRST, "yo|tú|nosotros|nosotras|usted" },
  { PM_WORD_DETERMINER,
    "el|la|los|las|un|una|unos|unas|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|su|sus|"
    "mi|mis|nuestro|nuestra|algún|alguna|algunos|algunas|cada|ningún|ninguna|dos|tres|cuatro|todo|"
    "toda|todos|todas|uno|otro|otra|otros|otras|varios|varias|ambos|ambas|lo" },
  { PM_WORD_DETERMINER, "un|una|unos|unas|varios|varias|otro|otra", PM_TRAIT_INDEFINITE },
  { PM_WORD_INFINITIVE, "haber|ser|estar|tener|poder" },
  { PM_WORD_PREPOSITION | PM_WORD_FUNCTION,
    "a|al|ante|antes|bajo|con|contra|desde|después|durante|en|entre|hacia|hasta|para|por|pese|sin|"
    "sobre|tras|mediante|mientras|cuando|aunque|porque|como|si|junto|dentro|frente|preguntado|"
    "preguntada|consultado|consultada|citado|citada" },
  { PM_WORD_PLACE_CUE, "en|desde|hacia|hasta|cerca" },
  { PM_WORD_FUNCTION, "cuando|mientras|aunque|porque|como|si|pues|donde|después|antes|desde|tras",
    PM_TRAIT_CLAUSE },
  { PM_WORD_AUXILIARY | PM_WORD_FUNCTION,
    "ha|han|había|habían|va|van|puede|pueden|debe|deben|suele|suelen|solía|solían|hubo|habrá",
    PM_TRAIT_FINITE },
  { PM_WORD_BE | PM_WORD_FUNCTION, "es|son|era|eran|fue|fueron|está|están|estaba|será|serán",
    PM_TRAIT_FINITE },
  { PM_WORD_AUXILIARY,
    "también|además|así|entonces|aún|ya|siempre|luego|después|finalmente|hoy|ayer|mañana|ahí|allí|"
    "aquí|no|se|le|les|lo|me|nos|asimismo|mientras|tanto|igualmente|nuevamente|públicamente|"
    "tajante|sin embargo|por su parte|eso sí|incluso|muy|más|bien" },
  { PM_WORD_FUNCTION, "como|según|tal", PM_TRAIT_ASIDE },
  { 0, "pero|sino|aunque", PM_TRAIT_ALONG },
  { PM_WORD_FUNCTION, "por", PM_TRAIT_LINK },
  { 0, "cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil", PM_TRAIT_LINK },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_MALE, "el|un|este|ese" },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_FEMALE, "la|una|esta|esa" },
  { PM_WORD_NAMING,
    "titulado|titulada|título|bautizado|bautizada|llamado|llamada|denominado|denominada|apodado|"
    "apodada|película|libro|novela|disco|canción|serie|programa|obra|ópera|exposición|término|"
    "expresión|lema|espectáculo|documental|operación|proyecto|alias|revista|diario|periódico" },
  { PM_WORD_DOCUMENT,
    "informe|estudio|comunicado|carta|sentencia|auto|decreto|encuesta|investigación|nota|"
    "documento|acuerdo|tratado|contrato|balance|análisis|auditoría|denuncia|querella|acta|"
    "estadística|estadísticas|expediente|demanda|boletín|sondeo" },
  { PM_WORD_WRITING,
    "informe|estudio|comunicado|carta|sentencia|auto|encuesta|investigación|nota|documento|texto|"
    "diario|periódico|semanario|revista|web|balance|análisis|auditoría|artículo|editorial|"
    "escrito" },
  { PM_WORD_AND, "y|e|o|u|&" },
  { PM_WORD_OF, "de|del" },
  { PM_WORD_TIME,
    "ayer|hoy|mañana|anoche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|recientemente|"
    "después|antes" },
  { PM_WORD_WHO, "quien|quienes|cuyo|cuya|donde" },
  { PM_WORD_CITING, "citando|citado por|recogido por|publicado por|consultado por" },
  { PM_WORD_MADE_BY, "de|del|por" },
  { PM_WORD_NEGATION, "no|nunca|nadie|jamás|ni|tampoco" },
  { PM_WORD_LABEL, "fuente|fuentes" },
  { 0, "ong|oenegé|fundación|greenpeace|human rights watch|save the children", PM_TRAIT_CIVIC },
  { 0, "benéfica|caritativa|ecologista|humanitaria|humanitario", PM_TRAIT_CAUSE },
};

static const PmNameAlias aliases[] = {
  { "ee. uu.", "Estados Unidos" }, { "ee.uu.", "Estados Unidos" }, { "eeuu", "Estados Unidos" },
  { "onu", "Naciones Unidas" },    { "ue", "Unión Europea" },
};

const PmLanguage pm_lang_es = {
  .code = "es",
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .aliases = aliases,
  .n_aliases = G_N_ELEMENTS (aliases),
  .clausal = TRUE,
};
