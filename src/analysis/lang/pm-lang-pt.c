/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lang-en-private.h"
#include "pm-lang-pt-private.h"

/* Portuguese of both sides of the ocean. All of it is from general knowledge. */

static const PmWordList lists[] = {
  { PM_WORD_MALE, _pm_en_male },
  { PM_WORD_FEMALE, _pm_en_female },
  { PM_WORD_MALE, _pm_pt_male },
  { PM_WORD_FEMALE, _pm_pt_female },
  { PM_WORD_PLACE, _pm_pt_places },
  { PM_WORD_ORG, _pm_pt_orgs },
  { PM_WORD_OUTLET, _pm_pt_outlets },
  { PM_WORD_AGENCY,
    "lusa|agência lusa|agência brasil|reuters|afp|associated press|efe|estadão conteúdo|folhapress|"
    "bloomberg|ansa|angop|inforpress|aim|tass|xinhua" },
  { PM_WORD_DEMONYM, _pm_pt_demonyms },

  { PM_WORD_FUNCTION,
    "a|à|agora|ainda|além|algo|alguém|algum|alguma|algumas|alguns|ali|ambos|ante|antes|ao|aonde|"
    "aos|"
    "apenas|após|aquela|aquelas|aquele|aqueles|aqui|aquilo|as|às|assim|até|bem|cada|cá|com|como|"
    "conforme|contra|contudo|cuja|cujo|da|dá|daí|das|de|dela|delas|dele|deles|depois|desde|dessa|"
    "desse|desta|deste|deve|devem|disso|disto|do|dois|dos|duas|durante|e|é|ela|elas|ele|eles|em|"
    "embora|enquanto|entanto|entre|era|eram|essa|essas|esse|esses|está|estão|estava|estavam|esta|"
    "estas|este|estes|eu|foi|foram|fora|grande|há|haver|havia|hoje|isso|isto|já|lá|lhe|lhes|logo|"
    "mais|mas|me|menos|mesma|mesmo|meu|meus|minha|minhas|muita|muitas|muito|muitos|na|nada|não|nas|"
    "nem|nenhum|nenhuma|nessa|nesse|nesta|neste|ninguém|no|nos|nós|nossa|nosso|num|numa|nunca|o|"
    "onde|ontem|os|ou|outra|outras|outro|outros|para|pela|pelas|pelo|pelos|per|perante|pode|podem|"
    "pois|por|porém|porque|portanto|pouca|pouco|poucos|pra|quais|qual|qualquer|quando|quanto|"
    "quase|que|quê|quem|se|seja|sem|sempre|sendo|ser|será|serão|seu|seus|si|sido|só|sob|sobre|"
    "somente|sua|suas|tal|talvez|também|tampouco|tanta|tanto|tão|tem|têm|ter|teve|tinha|toda|todas|"
    "todavia|todo|todos|três|tu|tudo|um|uma|umas|uns|vai|vão|você|vocês|amanhã|quatro|cinco|seis|"
    "sete|oito|nove|dez|segundo|aí|diante|dentro|cerca|junto" },
  { PM_WORD_CALENDAR,
    "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|"
    "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo" },
  { PM_WORD_CALENDAR | PM_WORD_ABBREVIATION, "jan|fev|abr|ago|set|out|nov|dez" },
  { PM_WORD_ABBREVIATION,
    "art|arts|av|c|cap|cia|ed|etc|ex|fig|kg|km|n|nº|p|pág|págs|r|s|sto|tel|vol|aprox|depto|ltda|"
    "min|máx|obs|ref|séc" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_MALE, "sr|srs|dr|eng|prof|d" },
  { PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_TITLE_FEMALE, "sra|sras|dra|profa|dna" },
  { PM_WORD_TITLE | PM_WORD_TITLE_MALE, "senhor|seu|dom|frei|padre|rei|príncipe|monsenhor|irmão" },
  { PM_WORD_TITLE | PM_WORD_TITLE_FEMALE, "senhora|dona|irmã|rainha|princesa|madre|menina" },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_MALE, _pm_pt_roles_male, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE | PM_WORD_TITLE_FEMALE, _pm_pt_roles_female, PM_TRAIT_PERSONAL },
  { PM_WORD_TITLE | PM_WORD_ROLE, _pm_pt_roles, PM_TRAIT_PERSONAL },
  /* Anybody, and mostly not the one whom the text is about. */
  { PM_WORD_ROLE,
    "empregado|empregada|dono|dona|proprietário|proprietária|inquilino|inquilina|aposentado|"
    "aposentada|reformado|reformada|menino|menina|amigo|amiga|companheiro|companheira|"
    "voluntário|voluntária|viajante|passageiro|passageira|usuário|usuária|utente|adepto|"
    "torcedor|herdeiro|herdeira|espectador|espectadora" },
  { PM_WORD_ROLE | PM_WORD_PLURAL,
    "entidade|oposição|família|acusação|defesa|gerência|seguradora|operadora|emissora|fabricante|"
    "trabalhadores|pacientes|alunos|estudantes|gestores|pescadores|reitores|prefeitos|vereadores|"
    "pesquisadores|investigadores|cientistas|especialistas|analistas|advogados|médicos|juízes|"
    "sindicatos|deputados|senadores|opositores|organizadores|moradores|vizinhos|testemunhas|"
    "associações|autoridades|fontes|meios|economistas|observadores|diplomatas|autores|serviços|"
    "manifestantes|responsáveis|dirigentes|bombeiros|agricultores|pais|familiares|procuradores|"
    "ambientalistas|ativistas|críticos|empresários|professores|estudantes|policiais" },
  { PM_WORD_TITLE_PART, "primeiro|primeira|vice|ex|geral|adjunto|adjunta|executivo" },
  { PM_WORD_BALLAST, "o|a|os|as|ex|então|atual|novo|nova|antigo|antiga|suposto" },
  { PM_WORD_PARTICLE, "de|da|do|das|dos|e|van|von|der|den|el|al|bin|ibn|di|del|la|du" },
  { PM_WORD_ORG_HEAD, _pm_pt_org_heads },
  { PM_WORD_ORG_HEAD | PM_WORD_STATE, _pm_pt_state_heads },
  { PM_WORD_COMPANY, "sa|s.a.|s/a|ltda|lda|sgps|eireli|inc|inc.|plc|ltd|ag|gmbh|nv|spa|me" },
  { PM_WORD_PLACE_HEAD | PM_WORD_PLACE_PREFIX,
    "rua|avenida|praça|largo|ponte|lago|lagoa|monte|serra|morro|pico|ilha|ilhas|golfo|mar|oceano|"
    "cabo|baía|vale|floresta|mata|castelo|estação|aeroporto|porto|estádio|hotel|rio|praia|deserto|"
    "estrada|rodovia|parque|bairro|vila|cidade|são|santa|santo|nova|norte|sul|península|distrito" },
  { PM_WORD_MISC_HEAD,
    "lei|tratado|acordo|prémio|prêmio|taça|copa|campeonato|liga|jogos|festival|guerra|plano|código|"
    "operação|cimeira|cúpula|convenção|constituição|troféu|grande prêmio|torneio|feira" },

  { PM_WORD_SAY | PM_WORD_SAY_SURE | PM_WORD_COMMON, _pm_pt_say_sure },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_pt_say },
  { PM_WORD_SAY | PM_WORD_COMMON, _pm_pt_say_weak, PM_TRAIT_WEAK },
  { PM_WORD_SAY,
    "reivindic-|exig-|exigiu|prometeu|promete|prometeram|pediu|pede|pediram|pedem|pedia|propôs|"
    "propõe|propuseram|solicit-|defendeu|defende|defendem|defenderam",
    PM_TRAIT_DEMAND },
  { PM_WORD_SAY_NOUN,
    "declaração|comunicado|resposta|pergunta|discurso|carta|mensagem|entrevista|frase|palavra|"
    "palavras|lema|aviso|veredito|reação|comentário|tuíte|faixa|cartaz|nota|relatório" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION,
    "segundo|conforme|de acordo com|na opinião de|na opinião do|na opinião da|nas palavras de|nas "
    "palavras do|nas palavras da|no entender de|no entender do|aos olhos de|na avaliação de|na "
    "avaliação do|na avaliação da|na visão de|na visão do|na visão da" },
  { PM_WORD_ACCORDING | PM_WORD_FUNCTION, "para", PM_TRAIT_WEAK },
  { PM_WORD_ACCORDING | PM_WORD_HE, "segundo ele|na opinião dele|na avaliação dele" },
  { PM_WORD_ACCORDING | PM_WORD_SHE, "segundo ela|na opinião dela|na avaliação dela" },
  { PM_WORD_ACCORDING | PM_WORD_THEY,
    "segundo eles|segundo elas|em sua opinião|na sua opinião|a seu ver|em sua avaliação|"
    "na sua avaliação|no seu entender" },
  { PM_WORD_THAT | PM_WORD_FUNCTION, "que" },
  { PM_WORD_HE, "ele" },
  { PM_WORD_SHE, "ela" },
  { PM_WORD_THEY, "eles|elas" },
  { PM_WORD_IT, "isso|isto" },
  { PM_WORD_FIRST, "eu|tu|nós|você" },
  { PM_WORD_DETERMINER,
    "o|a|os|as|um|uma|uns|umas|este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela|seu|sua|"
    "seus|suas|meu|minha|nosso|nossa|algum|alguma|alguns|algumas|cada|nenhum|nenhuma|dois|duas|"
    "três|todo|toda|todos|todas|outro|outra|outros|outras|vários|várias|ambos|ambas" },
  { PM_WORD_DETERMINER, "um|uma|uns|umas|vários|várias|outro|outra", PM_TRAIT_INDEFINITE },
  { PM_WORD_INFINITIVE, "haver|ser|estar|ter|poder" },
  { PM_WORD_PREPOSITION | PM_WORD_FUNCTION,
    "à|ao|aos|às|ante|antes|após|até|com|contra|desde|depois|durante|em|na|nas|no|nos|num|numa|"
    "entre|para|perante|pela|pelas|pelo|pelos|por|sem|sob|sobre|enquanto|quando|embora|porque|"
    "como|se|junto|dentro|diante|apesar|questionado|questionada|ouvido|ouvida|citado|citada|"
    "consultado|consultada" },
  { PM_WORD_PLACE_CUE, "em|no|na|nos|nas|desde|até|para" },
  { PM_WORD_FUNCTION, "quando|enquanto|embora|porque|como|se|pois|onde|depois|antes|desde|após",
    PM_TRAIT_CLAUSE },
  { PM_WORD_AUXILIARY | PM_WORD_FUNCTION,
    "tem|têm|tinha|tinham|havia|haviam|vai|vão|pode|podem|deve|devem|costuma|costumam|terá",
    PM_TRAIT_FINITE },
  { PM_WORD_BE | PM_WORD_FUNCTION, "é|são|era|eram|foi|foram|está|estão|estava|será|serão",
    PM_TRAIT_FINITE },
  { PM_WORD_AUXILIARY,
    "também|ainda|assim|então|já|sempre|logo|depois|finalmente|hoje|ontem|amanhã|ali|aqui|não|se|"
    "lhe|lhes|me|nos|porém|contudo|entretanto|igualmente|novamente|publicamente|por sua vez|"
    "no entanto|inclusive|muito|mais|bem" },
  { PM_WORD_FUNCTION, "como|conforme|segundo|tal", PM_TRAIT_ASIDE },
  { 0, "mas|embora", PM_TRAIT_ALONG },
  { PM_WORD_FUNCTION, "por", PM_TRAIT_LINK },
  { 0, "quatro|cinco|seis|sete|oito|nove|dez|vinte|cem|mil", PM_TRAIT_LINK },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_MALE, "o|um|este|esse" },
  { PM_WORD_DETERMINER | PM_WORD_TITLE_FEMALE, "a|uma|esta|essa" },
  { PM_WORD_NAMING,
    "intitulado|intitulada|título|batizado|batizada|chamado|chamada|denominado|denominada|"
    "apelidado|"
    "apelidada|filme|livro|romance|disco|álbum|canção|música|série|novela|programa|peça|ópera|"
    "exposição|termo|expressão|lema|espetáculo|documentário|operação|projeto|revista|jornal" },
  { PM_WORD_DOCUMENT,
    "relatório|estudo|comunicado|carta|sentença|acórdão|decreto|despacho|sondagem|pesquisa|"
    "inquérito|nota|documento|acordo|tratado|contrato|balanço|análise|auditoria|denúncia|queixa|"
    "ata|estatística|boletim|levantamento|parecer" },
  { PM_WORD_WRITING,
    "relatório|estudo|comunicado|carta|sentença|acórdão|sondagem|pesquisa|inquérito|nota|"
    "documento|texto|jornal|semanário|revista|site|balanço|análise|auditoria|artigo|editorial|"
    "levantamento|parecer|boletim" },
  { PM_WORD_AND, "e|ou|&" },
  { PM_WORD_OF, "de|do|da|dos|das" },
  { PM_WORD_TIME,
    "ontem|hoje|amanhã|sábado|domingo|recentemente|depois|antes|segunda-feira|terça-feira|"
    "quarta-feira|quinta-feira|sexta-feira" },
  { PM_WORD_WHO, "quem|cujo|cuja|onde" },
  { PM_WORD_CITING, "citando|citado por|citada por|publicado por|ouvido por|ouvida por" },
  { PM_WORD_MADE_BY, "de|do|da|por|pelo|pela" },
  { PM_WORD_NEGATION, "não|nunca|ninguém|jamais|nem|tampouco" },
  { PM_WORD_LABEL, "fonte|fontes" },
  { 0, "ong|ongs|fundação|greenpeace|human rights watch", PM_TRAIT_CIVIC },
  { 0, "ambientalista|beneficente|humanitária|humanitário", PM_TRAIT_CAUSE },
};

static const PmNameAlias aliases[] = {
  { "eua", "Estados Unidos" },
  { "onu", "Nações Unidas" },
  { "organização das nações unidas", "Nações Unidas" },
  { "ue", "União Europeia" },
};

const PmLanguage pm_lang_pt = {
  .code = "pt",
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .aliases = aliases,
  .n_aliases = G_N_ELEMENTS (aliases),
  .clausal = TRUE,
};
