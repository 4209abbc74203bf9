/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-es-private.h"

/* Names, places, organisations, offices and verbs of speech. */

const char _pm_es_male[] =
    "abel|abelardo|adán|adolfo|adrián|agustín|alan|alberto|alejandro|alejo|alexis|alfonso|alfredo|"
    "alonso|álvaro|amadeo|amador|américo|anastasio|andrés|ángel|aníbal|anselmo|antonio|arcadio|"
    "aritz|armando|arnaldo|arsenio|arturo|augusto|aurelio|baltasar|bartolomé|basilio|bautista|"
    "beltrán|benigno|benito|benjamín|bernabé|bernardo|blas|bonifacio|boris|borja|bruno|calixto|"
    "camilo|carlos|carmelo|casimiro|cayetano|ceferino|celestino|celso|césar|chema|cipriano|ciro|"
    "claudio|clemente|conrado|cosme|crescencio|cristian|cristóbal|cruz|cuauhtémoc|dámaso|damián|"
    "daniel|dani|darío|david|demetrio|diego|dionisio|domingo|edgar|edgardo|edmundo|eduardo|efraín|"
    "eladio|elías|eliseo|eloy|emiliano|emilio|enrique|ernesto|esteban|eugenio|eulalio|eusebio|"
    "evaristo|evelio|ezequiel|fabián|fabio|fausto|federico|felipe|félix|fermín|fernán|fernando|"
    "fidel|florencio|florentino|francisco|fran|froilán|fulgencio|gabriel|gael|gaspar|genaro|"
    "gerardo|germán|gervasio|gil|gilberto|gonzalo|gorka|gregorio|guillermo|gumersindo|gustavo|"
    "héctor|heriberto|hernán|hilario|hipólito|homero|horacio|hugo|humberto|ignacio|iker|íñigo|"
    "inocencio|iñaki|isaac|isaías|isidoro|isidro|ismael|israel|iván|jacinto|jacobo|jaime|javier|"
    "jeremías|jerónimo|jesús|joan|joaquín|joel|jonás|jordi|jorge|josé|josé antonio|josé luis|"
    "josé manuel|josé maría|josep|josu|josué|juan|juan carlos|juan josé|juan manuel|juanma|julián|"
    "julio|justo|kike|koldo|lázaro|leandro|leonardo|leoncio|leopoldo|lisandro|lorenzo|lucas|"
    "luciano|lucio|luis|macario|mamerto|manuel|manolo|marcelino|marcelo|marcial|marco|marcos|"
    "mariano|mario|martín|mateo|matías|mauricio|mauro|máximo|maximiliano|melchor|miguel|miguel "
    "ángel|mikel|moisés|nacho|narciso|nemesio|néstor|nicanor|nicolás|norberto|octavio|omar|"
    "onofre|óscar|oscar|osvaldo|oriol|pablo|paco|pancracio|pascual|patricio|pau|pedro|pelayo|pepe|"
    "pere|pío|plácido|porfirio|primitivo|próspero|quique|rafael|rafa|raimundo|ramiro|ramón|raúl|"
    "reinaldo|remigio|renato|ricardo|rigoberto|roberto|rodolfo|rodrigo|rogelio|román|romeo|"
    "romualdo|roque|rubén|rufino|ruperto|salvador|samuel|sancho|santiago|santos|saturnino|saúl|"
    "sebastián|segundo|serafín|sergio|severino|silverio|silvestre|silvio|simón|tadeo|teo|teodoro|"
    "teófilo|tomás|toribio|tristán|ulises|unai|urbano|valentín|valerio|vicente|víctor|virgilio|"
    "vladimir|wenceslao|wilfredo|xabi|xabier|xavi|yago|zacarías";

const char _pm_es_female[] =
    "abigail|adela|adelaida|adoración|adriana|ágata|águeda|aída|ainhoa|aitana|alba|alejandra|"
    "alicia|aleida|alma|almudena|amalia|amanda|amaia|amaya|amelia|amparo|ana|ana maría|anabel|"
    "anahí|andrea|ángela|ángeles|angélica|antonia|antonieta|araceli|ariadna|arantxa|asunción|"
    "aurelia|aurora|ayelén|azucena|bárbara|beatriz|begoña|belén|berenice|berta|bibiana|blanca|"
    "brenda|brígida|camila|candela|candelaria|caridad|carla|carlota|carmela|carmen|carmiña|"
    "carolina|casilda|catalina|cayetana|cecilia|celeste|celia|charo|chelo|clara|claudia|clemencia|"
    "clotilde|concepción|concha|consolación|constanza|consuelo|coral|cristina|cruz|dalia|daniela|"
    "débora|delfina|delia|diana|dolores|dora|dulce|edurne|elba|elena|elisa|elisenda|eloísa|elsa|"
    "elvira|emilia|emma|encarnación|enriqueta|esmeralda|esperanza|estefanía|estela|ester|esther|"
    "estrella|eugenia|eulalia|eva|evangelina|evelyn|fabiola|fátima|felicia|felisa|fernanda|"
    "filomena|flor|flora|florencia|francisca|gabriela|gema|genoveva|georgina|gertrudis|gimena|"
    "gisela|gladys|gloria|graciela|griselda|guadalupe|guillermina|helena|herminia|hilda|hortensia|"
    "idoia|ifigenia|ileana|inés|ingrid|inmaculada|irene|iris|irma|isabel|itziar|itzel|ivonne|"
    "jacinta|jacqueline|jimena|josefa|josefina|juana|judith|julia|juliana|julieta|karina|karla|"
    "laia|lara|laura|leila|leire|leonor|leticia|lidia|lilia|liliana|lina|lola|lorena|lourdes|"
    "lucía|lucrecia|luisa|luz|macarena|magdalena|maite|manuela|mar|marcela|margarita|maría|"
    "maría jesús|maría josé|maría teresa|mariana|maribel|maricarmen|marina|marisa|marisol|marta|"
    "martina|matilde|mayte|mercedes|mercè|mireia|miriam|mónica|montserrat|nadia|natalia|nerea|"
    "nieves|nilda|noelia|nora|norma|nuria|núria|ofelia|olalla|olga|olivia|oihana|paloma|pamela|"
    "paola|patricia|paula|paulina|paz|penélope|petra|piedad|pilar|pura|purificación|raquel|rebeca|"
    "refugio|regina|remedios|renata|reyes|rita|roberta|rocío|romina|rosa|rosalía|rosario|rosaura|"
    "roxana|ruth|sabina|sabrina|sagrario|salomé|sandra|sara|selena|silvia|simona|socorro|sofía|"
    "sol|soledad|sonia|soraya|susana|tamara|tania|tatiana|teresa|trinidad|valentina|valeria|"
    "vanesa|verónica|vicenta|victoria|vilma|violeta|virginia|visitación|viviana|ximena|yolanda|"
    "zaida|zoila|zulema|zoraida";

const char _pm_es_places[] =
    "españa|méxico|argentina|chile|colombia|perú|venezuela|ecuador|bolivia|paraguay|uruguay|"
    "brasil|cuba|república dominicana|puerto rico|guatemala|honduras|el salvador|nicaragua|"
    "costa rica|panamá|belice|estados unidos|canadá|francia|alemania|italia|portugal|reino unido|"
    "inglaterra|escocia|irlanda|bélgica|países bajos|suiza|austria|polonia|ucrania|rusia|hungría|"
    "rumanía|grecia|turquía|suecia|noruega|dinamarca|finlandia|europa|américa latina|"
    "latinoamérica|asia|áfrica|marruecos|argelia|túnez|egipto|mali|senegal|níger|china|japón|india|"
    "corea del sur|corea del norte|israel|irán|irak|siria|líbano|gaza|cataluña|catalunya|andalucía|"
    "galicia|país vasco|euskadi|navarra|aragón|asturias|cantabria|castilla y león|"
    "castilla-la mancha|extremadura|la rioja|murcia|comunidad valenciana|baleares|canarias|ceuta|"
    "melilla|madrid|barcelona|valencia|sevilla|zaragoza|málaga|bilbao|alicante|córdoba|valladolid|"
    "vigo|gijón|oviedo|granada|a coruña|vitoria|pamplona|santander|burgos|salamanca|logroño|"
    "badajoz|cáceres|huelva|cádiz|jaén|almería|albacete|toledo|cuenca|teruel|soria|ávila|segovia|"
    "zamora|palencia|león|lugo|ourense|pontevedra|santiago|santiago de compostela|san sebastián|"
    "palma|las palmas|tenerife|castelló|tarragona|lleida|girona|buenos aires|rosario|mendoza|"
    "montevideo|asunción|lima|cusco|arequipa|la paz|sucre|quito|guayaquil|bogotá|medellín|cali|"
    "cartagena|barranquilla|caracas|maracaibo|ciudad de méxico|guadalajara|monterrey|oaxaca|"
    "chiapas|jalisco|guerrero|acapulco|tijuana|la habana|san josé|managua|tegucigalpa|"
    "ciudad de guatemala|santo domingo|parís|londres|berlín|roma|lisboa|bruselas|moscú|kiev|"
    "washington|nueva york|pekín|tokio|jerusalén|estrasburgo|ginebra|viena|atenas|mediterráneo|"
    "atlántico|pirineos|amazonas|andes";

const char _pm_es_orgs[] =
    "congreso de los diputados|congreso|senado|tribunal supremo|tribunal constitucional|"
    "audiencia nacional|consejo general del poder judicial|moncloa|ayuntamiento de madrid|"
    "banco de españa|airef|cnmc|cnmv|ine|csic|guardia civil|policía nacional|mossos d'esquadra|"
    "ertzaintza|unión europea|comisión europea|parlamento europeo|banco central europeo|bce|"
    "naciones unidas|onu|otan|oms|fmi|banco mundial|cepal|oea|unesco|unicef|ue|pp|psoe|vox|sumar|"
    "podemos|junts|erc|bildu|pnv|bng|más madrid|ciudadanos|izquierda unida|ugt|cc oo|ccoo|ceoe|"
    "cepyme|telefónica|iberdrola|repsol|endesa|santander|bbva|caixabank|bankinter|inditex|seat|"
    "iberia|renfe|adif|aena|mercadona|naturgy|grifols|el corte inglés|pemex|cfe|"
    "comisión federal de electricidad|petrobras|ypf|codelco|ecopetrol|morena|pri|pan|inegi|unam|"
    "real madrid|atlético de madrid|barça|fc barcelona|athletic|real sociedad|sevilla fc|betis|"
    "valencia cf|boca juniors|river plate|peñarol|nacional|facua|beuc|greenpeace|cáritas|cruz roja|"
    "save the children|human rights watch|amnistía internacional|hamás|kremlin|casa blanca|google|"
    "apple|microsoft|meta|amazon|airbus|boeing|exceltur";

const char _pm_es_outlets[] =
    "el país|el mundo|abc|la vanguardia|la razón|el periódico|el confidencial|eldiario.es|público|"
    "expansión|cinco días|marca|as|mundo deportivo|sport|la voz de galicia|el correo|"
    "diario vasco|heraldo de aragón|el norte de castilla|rtve|tve|antena 3|telecinco|la sexta|"
    "cadena ser|onda cero|cope|radio nacional|clarín|la nación|página 12|infobae|el mercurio|"
    "la tercera|el comercio|la república|el tiempo|el espectador|semana|el universal|reforma|"
    "la jornada|milenio|excélsior|proceso|el nacional|el deber|página siete|el observador|granma|"
    "telesur|univisión|telemundo|facebook|instagram|twitter|tiktok|youtube|new york times|"
    "washington post|financial times|bbc|cnn|le monde|the guardian";

const char _pm_es_demonyms[] =
    "español|española|españoles|españolas|mexicano|mexicana|mexicanos|argentino|argentina|"
    "argentinos|chileno|chilena|colombiano|colombiana|peruano|peruana|venezolano|venezolana|"
    "ecuatoriano|boliviano|boliviana|paraguayo|uruguayo|uruguaya|brasileño|brasileña|cubano|"
    "cubana|dominicano|guatemalteco|hondureño|salvadoreño|nicaragüense|costarricense|panameño|"
    "beliceño|estadounidense|estadounidenses|norteamericano|canadiense|francés|francesa|alemán|"
    "alemana|alemanes|italiano|italiana|portugués|portuguesa|británico|británica|británicos|inglés|"
    "inglesa|escocés|irlandés|belga|holandés|neerlandés|suizo|austríaco|polaco|ucraniano|ruso|rusa|"
    "rusos|húngaro|rumano|griego|turco|sueco|noruego|danés|finlandés|europeo|europea|europeos|"
    "latinoamericano|asiático|africano|marroquí|argelino|egipcio|maliense|senegalés|chino|china|"
    "japonés|indio|coreano|israelí|iraní|iraquí|sirio|libanés|palestino|palestinos|catalán|"
    "catalana|andaluz|andaluza|gallego|gallega|vasco|vasca|navarro|aragonés|asturiano|asturiana|"
    "cántabro|manchego|extremeño|valenciano|valenciana|madrileño|madrileña|barcelonés|sevillano|"
    "malagueño|bilbaíno|porteño|bonaerense|limeño|bogotano|habanero|musulmán|católico|judío";

const char _pm_es_roles[] =
    "portavoz|vocero|juez|fiscal|periodista|economista|artista|atleta|especialista|analista|"
    "cronista|novelista|guionista|cineasta|deportista|futbolista|tenista|ciclista|electricista|"
    "policía|guía|testigo|estudiante|cantante|representante|dirigente|presidente|teniente|agente|"
    "comandante|general|guardia|jefe|líder|responsable|titular|cónyuge|poeta|dentista|taxista|"
    "edil|concejal|alférez|mandamás|premier|intérprete|eurodiputado|contribuyente|piloto|"
    "sindicalista|activista|comerciante|paciente|homenajeado|hereje|colega|conferenciante|militar|"
    "cooperante|coleccionista|lingüista|galerista";

const char _pm_es_roles_male[] =
    "presidente|vicepresidente|primer ministro|ministro|exministro|secretario|subsecretario|"
    "director|director general|consejero|viceconsejero|consejero delegado|diputado|senador|"
    "alcalde|gobernador|delegado|subdelegado|embajador|cónsul|canciller|abogado|letrado|"
    "magistrado|instructor|ponente|profesor|catedrático|investigador|científico|médico|doctor|"
    "enfermero|cirujano|historiador|físico|químico|biólogo|geólogo|ecólogo|sociólogo|politólogo|"
    "psicólogo|filósofo|antropólogo|arqueólogo|sismólogo|escritor|autor|director de cine|actor|"
    "cantaor|músico|compositor|pintor|escultor|arquitecto|fotógrafo|entrenador|seleccionador|"
    "técnico|jugador|delantero|portero|defensa|centrocampista|campeón|coronel|capitán|sargento|"
    "rey|príncipe|papa|obispo|arzobispo|cardenal|cura|párroco|sacerdote|imán|rabino|fundador|"
    "cofundador|empresario|gerente|directivo|ejecutivo|ingeniero|obrero|trabajador|agricultor|"
    "ganadero|pescador|panadero|carnicero|cocinero|chef|camarero|hostelero|vendedor|conductor|"
    "camionero|maestro|alumno|candidato|opositor|militante|mediador|negociador|relator|rector|"
    "decano|conservador|comisario|procesado|acusado|imputado|investigado|condenado|denunciante|"
    "marido|esposo|padre|hijo|hermano|abuelo|tío|vecino|hombre|señor|anciano|joven|bombero|torero|"
    "galardonado|premiado|funcionario|socialista|popular|republicano|asesor|consultor|experto|"
    "banquero|inversor|librero|editor|traductor|presentador|locutor|productor|humorista|chófer|"
    "pastor|coordinador|tesorero|interventor|inspector|perito|notario|registrador|cardiólogo|"
    "virólogo|epidemiólogo|veterinario|farmacéutico|zar|parlamentario|legislador|congresista|"
    "expresidente|exalcalde|mandatario|jerarca|intendente|prefecto|burgomaestre|diestro|árbitro|"
    "nadador|redactor|tendero|diplomático|organizador|político|sucesor|antecesor|homólogo|gestor|"
    "bibliotecario|archivero|anticuario|subastador|meteorólogo|vulcanólogo|astrónomo|oceanógrafo|"
    "botánico|zoólogo|paleontólogo|filólogo";

const char _pm_es_roles_female[] =
    "presidenta|vicepresidenta|primera ministra|ministra|exministra|secretaria|subsecretaria|"
    "directora|directora general|consejera|viceconsejera|consejera delegada|diputada|senadora|"
    "alcaldesa|gobernadora|delegada|subdelegada|embajadora|cancillera|abogada|letrada|magistrada|"
    "jueza|instructora|profesora|catedrática|investigadora|científica|médica|doctora|enfermera|"
    "cirujana|historiadora|física|química|bióloga|geóloga|ecóloga|socióloga|politóloga|psicóloga|"
    "filósofa|antropóloga|arqueóloga|sismóloga|escritora|autora|actriz|música|compositora|pintora|"
    "escultora|arquitecta|fotógrafa|entrenadora|seleccionadora|técnica|jugadora|delantera|portera|"
    "campeona|capitana|reina|princesa|obispa|monja|fundadora|cofundadora|empresaria|gerenta|"
    "directiva|ejecutiva|ingeniera|obrera|trabajadora|agricultora|ganadera|pescadora|panadera|"
    "carnicera|cocinera|camarera|hostelera|vendedora|conductora|camionera|maestra|alumna|"
    "candidata|opositora|mediadora|negociadora|relatora|rectora|decana|conservadora|comisaria|"
    "procesada|acusada|imputada|investigada|condenada|mujer|esposa|madre|hija|hermana|abuela|tía|"
    "vecina|señora|anciana|bombera|torera|galardonada|premiada|funcionaria|republicana|asesora|"
    "consultora|experta|banquera|librera|editora|traductora|presentadora|locutora|productora|"
    "pastora|coordinadora|tesorera|interventora|inspectora|perita|notaria|cardióloga|viróloga|"
    "epidemióloga|veterinaria|farmacéutica|parlamentaria|legisladora|expresidenta|exalcaldesa|"
    "mandataria|jerarca|intendenta|regidora|edila|jefa|lideresa|árbitra|viuda|hostelera|catalana|"
    "concejala|portavoza|duquesa|condesa|vocera|nadadora|redactora|tendera|diplomática|"
    "organizadora|política|sucesora|gestora|bibliotecaria|archivera|meteoróloga|astrónoma|"
    "botánica|paleontóloga|filóloga";

const char _pm_es_org_heads[] =
    "asociación|federación|confederación|fundación|sindicato|partido|grupo|sociedad|empresa|"
    "compañía|banco|universidad|escuela|instituto|academia|laboratorio|centro|hospital|clínica|"
    "museo|teatro|ópera|orquesta|club|liga|unión|colegio|agencia|oficina|observatorio|colectivo|"
    "comité|consejo|cámara|iglesia|diócesis|arzobispado|conferencia|despacho|organización|ong|red|"
    "movimiento|alianza|coalición|frente|mutua|cooperativa|caja|editorial|facultad|festival|"
    "diario|periódico|radio|televisión|cadena|estudio|consultora|consorcio|patronal|plataforma|"
    "cofradía|hermandad|peña|real|atlético|deportivo|cf|fc|ud|cd|aerolínea|petrolera|constructora|"
    "confederación hidrográfica|mancomunidad|junta|bolsa|servicio sismológico|central obrera";

const char _pm_es_state_heads[] =
    "ministerio|gobierno|parlamento|congreso|asamblea|senado|corte|tribunal|juzgado|fiscalía|"
    "audiencia|ayuntamiento|alcaldía|consejería|diputación|policía|guardia|ejército|armada|"
    "comisión|embajada|presidencia|secretaría|dirección|inspección|aduana|junta|generalitat|xunta|"
    "cabildo|ejecutivo|cancillería|procuraduría|contraloría|defensoría|servicio|autoridad|"
    "departamento|gobernación|intendencia|municipalidad|ministerio público|defensa|consistorio|"
    "cuerpo|protección civil";

const char _pm_es_say_sure[] =
    "dijo|dice|dicen|dijeron|decía|decían|dicho|dirá|afirm-|asegur-|declar-|explic-|señal-|"
    "sostuvo|sostiene|sostienen|sostuvieron|sostenido|indic-|añad-|agreg-|precis-|contó|contaba|"
    "contaban|contado|contaron|cuenta|cuentan|subray-|record-|recuerda|recuerdan|anunci-|respond-|"
    "respuesto|escrib-|escrito|consider-|estim-|opin-|manifest-|expres-|coment-|inform-|relat-|"
    "narr-|reconoc-|admit-|confes-|confies-|lament-|asegur-|garantiz-|advirt-|advert-|adviert-|"
    "matiz-|aclar-|apunt-|detall-|destac-|insist-|reiter-|repit-|repet-|repite|confirm-|neg-|"
    "niega|niegan|niegue|desminti-|desmient-|cree|creen|creía|creyó|piensa|pensó|piensan|alert-|"
    "argument-|aleg-|revel-|apostill-|calcul-|vaticin-|pronostic-|concluy-|conclu-|resum-|zanj-|"
    "replic-|contest-|juró|jura|juran|juraba|especific-|rememor-|adelant-|report-|denunci-|avis-|"
    "expus-|expon-|plante-|defend-|defiend-|sugir-|sugier-|suger-|denuncia|denuncian";

const char _pm_es_say[] =
    "abog-|abund-|acus-|achac-|admir-|aleccion-|anot-|aplaud-|apoy-|apost-|apremi-|arguy-|"
    "arremet-|asever-|asinti-|atribuy-|balbuc-|bram-|brome-|calific-|cens-|censur-|clam-|compar-|"
    "condicion-|confi-|contradi-|contradij-|contradice|corrig-|corrigió|corrobor-|critic-|"
    "cuestion-|culp-|declam-|deplor-|desafi-|descart-|describ-|desliz-|desminti-|discrep-|dispar-|"
    "espet-|exclam-|excus-|exhort-|felicit-|filosof-|formul-|grit-|habl-|ilustr-|interpel-|"
    "ironiz-|jact-|justific-|lanz-|minimiz-|murmur-|negaron|objet-|observ-|orden-|parafrase-|"
    "pondera-|ponder-|precis-|pregunt-|presum-|proclam-|profetiz-|protest-|puntualiz-|quej-|queja|"
    "quejó|ratific-|razon-|rebat-|recalc-|rechaz-|recomend-|recomiend-|refir-|refut-|remach-|"
    "remarc-|remat-|reprend-|reproch-|resalt-|resopl-|restó|resopló|resuelv-|retruc-|rog-|ruega|"
    "sentenci-|sonr-|sonríe|solloz-|solt-|suelta|sugiri-|suplic-|suspir-|susurr-|teoriz-|tild-|"
    "transmit-|trasl-|traslad-|tuite-|valor-|vocifer-|zanj-|expuso|hablaba|llama|llamó|llamaban|"
    "llamado|llamar|describió|pregunta|sentencia|tilda|tachó|tacha|tachan|tacharon|tachado|"
    "definió|define|definen|definido|catalogó|cataloga|tildó|enfatiz-|acot-|aventur-|sentenció|"
    "ironizó|bromeó|rebatió|rebate|zanjó|replicó|discrepó|discrepa|vaticin-|"
    "postul-|propugn-|consign-|matic-|relativiz-|ventil-|resumió";

const char _pm_es_say_weak[] =
    "mand-|present-|public-|cerr-|opt-|prefir-|bautiz-|vio|veía|quiere|quiso|quería|espera|"
    "esperan|dej-|puso|pone|firm-|cit-|encogi-|hizo|mostr-|muestra|acept-|agradec-|ofrec-|evit-|"
    "prefiere|prefirió|decid-|interrump-|intervin-|ríe|rió|bromea|temió|teme|temen|confía|confían|"
    "apela|apeló|insinú-|bastó|recetado|recetó|ve|ven|vieron";
