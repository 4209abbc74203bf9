/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-pt-private.h"

/* Names, places, organisations, offices and verbs of speech. */

const char _pm_pt_male[] =
    "abel|abílio|adalberto|adão|ademar|ademir|adilson|adriano|afonso|agostinho|aírton|alberto|"
    "albano|alcides|alessandro|alex|alexandre|alfredo|aloísio|álvaro|amadeu|américo|amílcar|"
    "ananias|"
    "anderson|andré|ângelo|anselmo|antero|antónio|antônio|aparício|ariel|aristides|armando|"
    "armindo|arnaldo|artur|augusto|aurélio|baltazar|belmiro|benedito|benjamim|bento|bernardo|"
    "boaventura|breno|bruno|caetano|caio|camilo|cândido|carlos|cássio|celestino|celso|cesário|"
    "cícero|ciro|cláudio|clóvis|cristiano|cristóvão|custódio|dalton|damião|daniel|danilo|david|"
    "davi|délcio|dinis|diogo|domingos|duarte|edgar|edilson|edmundo|edson|eduardo|egídio|elias|"
    "eliseu|elísio|emanuel|emílio|enzo|erasmo|ernesto|esteves|eugénio|eugênio|eurico|evandro|"
    "everaldo|ezequiel|fábio|fabrício|faustino|felício|félix|fernando|filipe|flávio|florêncio|"
    "francisco|frederico|gabriel|gaspar|geraldo|germano|gilberto|gilmar|gilson|gonçalo|graciliano|"
    "gregório|guilherme|gustavo|heitor|hélder|hélio|henrique|hermínio|horácio|hugo|humberto|iago|"
    "igor|inácio|isaías|isidro|ismael|ivan|ivo|jacinto|jaime|jair|jeremias|jerónimo|jerônimo|"
    "joaquim|joão|joel|jonas|jorge|josé|josias|josué|juliano|júlio|juscelino|justino|juvenal|"
    "kleber|lauro|lázaro|leandro|leonardo|leonel|lindomar|lourenço|luan|lucas|luciano|lúcio|luís|"
    "luiz|manuel|manoel|marcelino|marcelo|márcio|marco|marcos|mariano|mário|martim|martinho|"
    "mateus|matheus|maurício|mauro|maximiano|miguel|milton|moacir|moisés|murilo|nelson|néstor|"
    "nicolau|nilton|norberto|nuno|octávio|olavo|olegário|onofre|orlando|oscar|osório|osvaldo|"
    "otávio|pablo|pascoal|patrício|paulo|paulino|pedro|plínio|quirino|rafael|raimundo|ramiro|raul|"
    "reginaldo|renan|renato|ricardo|roberto|rodolfo|rodrigo|rogério|romeu|romualdo|rómulo|"
    "ronaldo|rosendo|rúben|rubens|rufino|rui|ruy|salomão|salvador|samuel|sandro|saulo|sebastião|"
    "sérgio|severino|sidónio|sílvio|simão|tadeu|tarcísio|telmo|teodoro|teófilo|thiago|tiago|"
    "timóteo|tobias|tomás|ubaldo|ulisses|urbano|valdemar|valdir|valentim|valter|vasco|venâncio|"
    "vicente|víctor|vinícius|virgílio|vítor|vitor|wagner|waldir|wanderley|washington|wellington|"
    "wesley|wilson|xavier|zacarias|zeferino";

const char _pm_pt_female[] =
    "abigail|adelaide|adélia|adriana|ágata|aida|albertina|alcina|alessandra|alexandra|alice|aline|"
    "alzira|amália|amanda|amélia|amparo|ana|ana maria|anabela|anália|andreia|andréa|andressa|"
    "ângela|angélica|anita|antónia|antônia|aparecida|áurea|aurora|bárbara|beatriz|benedita|berta|"
    "bianca|branca|brenda|bruna|camila|cândida|carina|carla|carlota|carmem|carmo|carolina|cássia|"
    "catarina|cátia|cecília|célia|celeste|cidália|clara|clarice|cláudia|clotilde|conceição|"
    "cremilde|"
    "cristiana|cristiane|cristina|dalila|dália|daniela|daniele|débora|deolinda|diana|dina|dinora|"
    "dolores|domingas|dora|dulce|edite|edna|eduarda|elaine|elena|eliana|eliane|elisa|elisabete|"
    "elisângela|elsa|elvira|emília|erica|ermelinda|esmeralda|esperança|estela|ester|etelvina|"
    "eugénia|"
    "eunice|eva|fabiana|fátima|fernanda|filipa|filomena|flávia|flora|francisca|gabriela|geovana|"
    "gilda|giovana|gisela|gisele|glória|graça|graciete|guilhermina|helena|heloísa|henriqueta|"
    "hermínia|idalina|ilda|ília|inês|iolanda|ione|iracema|irene|íris|isabel|isabela|isadora|ivete|"
    "ivone|jacinta|jacira|janaína|jandira|janete|jaqueline|jéssica|joana|joaquina|josefa|josefina|"
    "jucélia|judite|júlia|juliana|jurema|karina|kátia|lara|larissa|laura|leila|leonor|letícia|"
    "lídia|lígia|lília|liliana|lúcia|luciana|lucília|ludmila|luísa|luiza|lurdes|luzia|madalena|"
    "mafalda|maitê|manuela|mara|marcela|márcia|margarida|maria|mariana|marília|marina|marisa|"
    "marlene|marta|martinha|matilde|maura|mercedes|micaela|michele|milena|mirela|míriam|mónica|"
    "mônica|nádia|nair|natália|nayara|neide|neusa|nilza|noémia|norma|odete|ofélia|olga|olímpia|"
    "olívia|palmira|paloma|pâmela|patrícia|paula|paulina|penha|pilar|priscila|rafaela|raimunda|"
    "raquel|rebeca|regina|renata|rita|roberta|rosa|rosália|rosana|rosângela|rosário|roseli|"
    "rosinda|rute|sabrina|salete|salomé|samanta|sandra|sara|selma|sílvia|simone|sofia|solange|"
    "sónia|sônia|soraia|suélen|susana|suzana|tainá|tânia|tatiana|telma|teresa|terezinha|thaís|"
    "valéria|vanda|vanessa|vânia|vera|verónica|verônica|virgínia|vitória|viviane|xana|yara|yasmin|"
    "zélia|zenaide|zilda|zita|zulmira";

const char _pm_pt_places[] =
    "portugal|brasil|angola|moçambique|cabo verde|guiné-bissau|são tomé e príncipe|timor-leste|"
    "macau|espanha|frança|alemanha|itália|reino unido|inglaterra|escócia|irlanda|bélgica|holanda|"
    "países baixos|suíça|áustria|polónia|polônia|ucrânia|rússia|hungria|roménia|romênia|grécia|"
    "turquia|suécia|noruega|dinamarca|finlândia|europa|américa latina|ásia|áfrica|marrocos|argélia|"
    "egito|egipto|áfrica do sul|china|japão|índia|coreia do sul|coreia do norte|israel|irão|irã|"
    "iraque|síria|líbano|gaza|estados unidos|canadá|méxico|argentina|chile|colômbia|peru|venezuela|"
    "equador|bolívia|paraguai|uruguai|cuba|lisboa|porto|coimbra|braga|faro|setúbal|évora|aveiro|"
    "leiria|funchal|ponta delgada|madeira|açores|algarve|alentejo|minho|guimarães|viseu|"
    "são paulo|rio de janeiro|brasília|salvador|fortaleza|belo horizonte|manaus|curitiba|recife|"
    "porto alegre|belém|goiânia|são luís|maceió|natal|campo grande|teresina|joão pessoa|aracaju|"
    "cuiabá|florianópolis|vitória|campinas|santos|minas gerais|bahia|paraná|pernambuco|ceará|pará|"
    "maranhão|santa catarina|goiás|paraíba|espírito santo|rio grande do sul|rio grande do norte|"
    "mato grosso|mato grosso do sul|alagoas|piauí|sergipe|tocantins|rondônia|acre|amapá|roraima|"
    "amazonas|amazônia|luanda|maputo|praia|bissau|díli|madrid|barcelona|paris|londres|berlim|roma|"
    "bruxelas|moscovo|moscou|kiev|washington|nova iorque|nova york|pequim|tóquio|jerusalém|"
    "genebra|viena|atenas|atlântico|tejo|douro|mediterrâneo";

const char _pm_pt_orgs[] =
    "assembleia da república|supremo tribunal federal|stf|superior tribunal de justiça|stj|"
    "câmara dos deputados|senado|senado federal|congresso nacional|palácio do planalto|planalto|"
    "ministério público|polícia federal|polícia judiciária|psp|gnr|banco central|banco de portugal|"
    "ibge|ine|anvisa|ibama|inpe|petrobras|vale|embraer|itaú|bradesco|banco do brasil|"
    "caixa econômica federal|eletrobras|galp|edp|tap|cp|ctt|sonae|jerónimo martins|"
    "caixa geral de depósitos|bcp|novo banco|união europeia|comissão europeia|parlamento europeu|"
    "banco central europeu|bce|nações unidas|onu|nato|otan|oms|fmi|banco mundial|unesco|unicef|ue|"
    "pt|psdb|mdb|pl|psol|pp|pdt|psb|ps|psd|chega|bloco de esquerda|pcp|cds|livre|"
    "iniciativa liberal|pan|cgtp|ugt|cut|mst|benfica|sporting|fc porto|sl benfica|flamengo|"
    "corinthians|palmeiras|são paulo fc|santos fc|grêmio|internacional|cruzeiro|atlético mineiro|"
    "vasco da gama|fluminense|botafogo|cbf|fifa|uefa|greenpeace|cáritas|cruz vermelha|"
    "médicos sem fronteiras|amnistia internacional|human rights watch|hamas|kremlin|casa branca|"
    "google|apple|microsoft|meta|amazon|airbus|boeing|frelimo|renamo|mpla|unita|paigc|fretilin";

const char _pm_pt_outlets[] =
    "público|diário de notícias|jornal de notícias|correio da manhã|expresso|observador|sábado|"
    "visão|jornal de negócios|a bola|record|o jogo|rtp|sic|tvi|cnn portugal|antena 1|tsf|"
    "rádio renascença|folha de s.paulo|folha de são paulo|folha|o estado de s. paulo|estadão|"
    "o globo|globo|tv globo|g1|uol|veja|istoé|época|carta capital|valor econômico|correio "
    "braziliense|"
    "zero hora|record|sbt|band|globonews|jovem pan|jornal nacional|jornal de angola|o país|savana|"
    "facebook|instagram|twitter|tiktok|youtube|whatsapp|new york times|washington post|"
    "financial times|bbc|cnn|le monde|el país|the guardian";

const char _pm_pt_demonyms[] =
    "português|portuguesa|portugueses|portuguesas|brasileiro|brasileira|brasileiros|angolano|"
    "angolana|moçambicano|moçambicana|cabo-verdiano|guineense|são-tomense|timorense|espanhol|"
    "espanhola|francês|francesa|alemão|alemã|alemães|italiano|italiana|britânico|britânica|inglês|"
    "inglesa|escocês|irlandês|belga|holandês|suíço|austríaco|polaco|polonês|ucraniano|russo|russa|"
    "russos|húngaro|romeno|grego|turco|sueco|norueguês|dinamarquês|finlandês|europeu|europeia|"
    "europeus|latino-americano|asiático|africano|marroquino|argelino|egípcio|sul-africano|chinês|"
    "chinesa|japonês|indiano|coreano|israelita|israelense|iraniano|iraquiano|sírio|libanês|"
    "palestino|palestiniano|americano|americana|norte-americano|norte-americana|estadunidense|"
    "canadiano|canadense|mexicano|argentino|chileno|colombiano|peruano|venezuelano|cubano|lisboeta|"
    "portuense|açoriano|madeirense|paulista|paulistano|carioca|mineiro|gaúcho|baiano|pernambucano|"
    "cearense|paranaense|amazonense|muçulmano|católico|judeu|evangélico";

const char _pm_pt_roles[] =
    "porta-voz|jornalista|economista|artista|atleta|especialista|analista|cientista|cronista|"
    "romancista|argumentista|roteirista|cineasta|desportista|futebolista|tenista|ciclista|"
    "ativista|sindicalista|dirigente|presidente|tenente|agente|comandante|chefe|líder|responsável|"
    "titular|poeta|dentista|taxista|motorista|policial|guia|estudante|representante|gerente|"
    "testemunha|intérprete|eurodeputado|piloto|colega|paciente|general|guarda|jurista|cônjuge|"
    "sobrevivente|residente|habitante|comerciante|feirante|ambientalista|surfista|premiê";

const char _pm_pt_roles_male[] =
    "presidente|vice-presidente|primeiro-ministro|ministro|ex-ministro|secretário|subsecretário|"
    "secretário de estado|secretário-geral|diretor|diretor-geral|director|conselheiro|deputado|"
    "senador|prefeito|autarca|vereador|governador|delegado|embaixador|cônsul|chanceler|advogado|"
    "magistrado|juiz|procurador|procurador-geral|desembargador|relator|professor|catedrático|"
    "pesquisador|investigador|médico|doutor|enfermeiro|cirurgião|historiador|físico|químico|"
    "biólogo|geólogo|ecólogo|sociólogo|politólogo|cientista político|psicólogo|filósofo|"
    "antropólogo|arqueólogo|escritor|autor|realizador|ator|actor|cantor|músico|compositor|pintor|"
    "escultor|arquiteto|arquitecto|fotógrafo|treinador|técnico|selecionador|jogador|avançado|"
    "atacante|goleiro|guarda-redes|zagueiro|defesa|médio|campeão|coronel|capitão|sargento|rei|"
    "príncipe|papa|bispo|arcebispo|cardeal|padre|pastor|fundador|cofundador|empresário|"
    "administrador|executivo|engenheiro|operário|trabalhador|agricultor|pecuarista|pescador|"
    "padeiro|cozinheiro|vendedor|condutor|caminhoneiro|aluno|candidato|opositor|militante|"
    "mediador|negociador|reitor|conservador|comissário|arguido|réu|acusado|suspeito|marido|pai|"
    "filho|irmão|avô|tio|vizinho|homem|idoso|jovem|bombeiro|funcionário|assessor|consultor|perito|"
    "banqueiro|investidor|livreiro|editor|tradutor|apresentador|locutor|produtor|humorista|"
    "coordenador|tesoureiro|inspetor|notário|cardiologista|virologista|epidemiologista|"
    "veterinário|farmacêutico|parlamentar|morador|ex-presidente|petista|tucano|árbitro|nadador|"
    "redator|diplomata|organizador|político|sucessor|antecessor|homólogo|gestor|bibliotecário|"
    "meteorologista|astrónomo|botânico|zoólogo|paleontólogo|filólogo";

const char _pm_pt_roles_female[] =
    "presidenta|vice-presidenta|primeira-ministra|ministra|ex-ministra|secretária|subsecretária|"
    "secretária-geral|diretora|diretora-geral|directora|conselheira|deputada|senadora|prefeita|"
    "vereadora|governadora|delegada|embaixadora|consulesa|advogada|magistrada|juíza|procuradora|"
    "desembargadora|relatora|professora|catedrática|pesquisadora|investigadora|médica|doutora|"
    "enfermeira|cirurgiã|historiadora|física|química|bióloga|geóloga|ecóloga|socióloga|politóloga|"
    "cientista política|psicóloga|filósofa|antropóloga|arqueóloga|escritora|autora|realizadora|"
    "atriz|actriz|cantora|musicista|compositora|pintora|escultora|arquiteta|fotógrafa|treinadora|"
    "técnica|selecionadora|jogadora|avançada|goleira|zagueira|campeã|coronela|capitã|rainha|"
    "princesa|freira|pastora|fundadora|cofundadora|empresária|administradora|executiva|engenheira|"
    "operária|trabalhadora|agricultora|pescadora|padeira|cozinheira|vendedora|condutora|aluna|"
    "candidata|opositora|mediadora|negociadora|reitora|conservadora|comissária|arguida|ré|acusada|"
    "suspeita|mulher|esposa|mãe|filha|irmã|avó|tia|vizinha|idosa|bombeira|funcionária|assessora|"
    "consultora|perita|banqueira|investidora|livreira|editora|tradutora|apresentadora|locutora|"
    "produtora|coordenadora|tesoureira|inspetora|notária|veterinária|farmacêutica|moradora|"
    "ex-presidenta|viúva|pedagoga|bibliotecária|nadadora|redatora|organizadora|política|sucessora|"
    "gestora";

const char _pm_pt_org_heads[] =
    "associação|federação|confederação|fundação|sindicato|partido|grupo|sociedade|empresa|"
    "companhia|banco|universidade|escola|instituto|academia|laboratório|centro|hospital|clínica|"
    "museu|teatro|ópera|orquestra|clube|liga|união|ordem|agência|gabinete|observatório|coletivo|"
    "comité|comitê|conselho|câmara|igreja|diocese|arquidiocese|conferência|organização|ong|rede|"
    "movimento|aliança|coligação|coalizão|frente|cooperativa|caixa|editora|faculdade|festival|"
    "jornal|rádio|televisão|emissora|estúdio|consultora|consultoria|consórcio|plataforma|"
    "construtora|mineradora|petrolífera|transportadora|bolsa|fc|sc|ec|cf|esporte clube|central";

const char _pm_pt_state_heads[] =
    "ministério|governo|parlamento|congresso|assembleia|senado|supremo|tribunal|procuradoria|"
    "câmara municipal|prefeitura|secretaria|polícia|guarda|exército|marinha|força aérea|comissão|"
    "embaixada|presidência|direção|inspeção|alfândega|junta|executivo|autoridade|departamento|"
    "defensoria|ministério público|defesa|serviço|proteção civil|justiça|corte|autarquia|receita";

const char _pm_pt_say_sure[] =
    "disse|diz|dizem|disseram|dizia|diziam|dito|dirá|afirm-|assegur-|declar-|explic-|salient-|"
    "sustent-|indic-|acrescent-|adiant-|precis-|contou|contava|contaram|conta|contam|sublinh-|"
    "record-|lembr-|"
    "recordou|anunci-|respond-|escrev-|escrito|consider-|estim-|opin-|manifest-|express-|coment-|"
    "inform-|relat-|narr-|reconhec-|admit-|admitiu|confess-|lament-|garant-|advert-|avis-|"
    "esclarec-|apont-|detalh-|destac-|insist-|reiter-|repet-|confirm-|negou|nega|negam|negaram|"
    "desment-|acredit-|pens-|alert-|argument-|aleg-|revel-|calcul-|prevê|preveem|previu|"
    "conclu-|resum-|replic-|retruc-|contest-|jurou|jura|notou|nota|notam|observ-|ressalt-|frisou|"
    "frisa|"
    "frisaram|enfatiz-|report-|denunci-|suger-|sugere|sugeriu|refer-|refere|referiu|avali-|avalia|"
    "ponder-|pontu-|salientou|declarou";

const char _pm_pt_say[] =
    "acus-|admir-|ameaç-|anot-|apel-|aplaud-|apoi-|atribu-|brinc-|brincou|celebr-|censur-|clam-|"
    "classific-|compar-|conden-|confidenci-|critic-|cutuc-|debit-|desab-|desabaf-|descart-|"
    "descrev-|descreveu|dispar-|discord-|elogi-|exclam-|exort-|falou|fala|falam|falava|filosof-|"
    "grit-|indag-|interrog-|ironiz-|justific-|lanç-|minimiz-|murmur-|ordenou|orden-|pergunt-|"
    "perguntou|prometeu|protest-|provoc-|qualific-|quis saber|ralh-|rebat-|recomend-|reclam-|"
    "refut-|rejeit-|remat-|repreend-|retorqu-|rogou|satiriz-|sentenci-|sorriu|suplic-|suspir-|"
    "sussurr-|tuitou|tuít-|tweet-|vocifer-|voltou a|chamou|chama|chamaram|prefere|vatic-|vaticin-|"
    "teoriz-|resmung-|gracej-|gracejou|desafi-|enaltec-|corrig-|corroborou|contrapôs|contrariou|"
    "pergunta|avisa|avisam|tachou|tacha|definiu|define|definem|catalogou|enfatiz-|ironizou|"
    "rebateu|rebate|saud-|postul-|defend-|consign-|assum-|relativiz-|resumiu|comemor-|cobr-|"
    "desabafou|disparou";

const char _pm_pt_say_weak[] =
    "apresent-|public-|encerr-|optou|opta|vê|veem|viu|quer|querem|quis|espera|esperam|deixou|deu|"
    "fez|mostr-|aceitou|agradec-|evit-|preferiu|decid-|interromp-|ri|riu|riram|teme|temem|confia|"
    "assin-|cit-";
