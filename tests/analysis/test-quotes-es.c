/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

static char *
describe (const char *text)
{
  return describe_quotes_in (text, "es");
}

static const Case cases[] = {
  { "said-after", "«No iremos», dijo Ana López.", "direct | Ana López | dijo | «No iremos»" },
  { "english-marks", "“No iremos”, dijo Ana López.", "direct | Ana López | dijo | “No iremos”" },
  { "dash-aside", "«No iremos —dijo Ana López—. Es muy tarde».",
    "direct | Ana López | dijo | «No iremos\n"
    "direct | Ana López | dijo | Es muy tarde»" },
  { "dialogue", "—No iremos —respondió Ana López.", "direct | Ana López | respondió | —No iremos" },
  { "no-subject", "Ana López llegó tarde. «No iremos», admitió.",
    "direct | Ana López | admitió | «No iremos»" },
  { "colon", "Ana López lo resumió: «No queda leña».",
    "direct | Ana López | resumió | «No queda leña»" },
  { "that", "Ana López aseguró que el plan era bueno.",
    "indirect | Ana López | aseguró | el plan era bueno" },
  { "verb-first", "Cuenta Ana López que el plan era bueno.",
    "indirect | Ana López | Cuenta | el plan era bueno" },
  { "answer-behind-a-word",
    "Ana López canta.\n\nPREGUNTA. ¿Se va?\n\nRESPUESTA. No me voy de aquí.",
    "direct | Ana López | - | No me voy de aquí." },
  { "answer-to-no-question", "Ana López canta.\n\nP. Dicen que se va.\n\nR. No me voy de aquí.",
    "direct | Ana López | - | No me voy de aquí." },
  { "day-before-that", "Ana López aseguró este lunes que el plan era bueno.",
    "indirect | Ana López | aseguró | el plan era bueno" },
  { "day-before-subject", "«No hay plan», ha lamentado este lunes la ministra, Ana López.",
    "direct | Ana López | lamentado | «No hay plan»" },
  { "relative-clause-speaks", "Ana López, que se declara feliz, dijo que el plan era bueno.",
    "indirect | Ana López | dijo | el plan era bueno" },
  { "but-another-says", "Ana López dijo que no hay plan, pero Juan Pérez asegura que lo hay.",
    "indirect | Ana López | dijo | no hay plan\n"
    "indirect | Juan Pérez | asegura | lo hay" },
  { "just-as-somebody-said", "Tal y como explicó Ana López, el plan es bueno.",
    "indirect | Ana López | explicó | el plan es bueno" },
  { "noun-and-verb", "El sindicato denuncia que faltan medios.",
    "indirect | sindicato | denuncia | faltan medios" },
  { "somebody-somewhere", "«Es muy tarde», apostilló una mujer al fondo.",
    "direct | mujer al fondo | apostilló | «Es muy tarde»" },
  { "although-she-said", "Ana López dijo que no hay plan, aunque precisó que habrá dinero.",
    "indirect | Ana López | dijo | no hay plan\n"
    "indirect | Ana López | precisó | habrá dinero" },
  { "motto", "Ana López repartió chapas con el lema «Yo no soy un simple bulto».", "" },
  { "named-before-words", "Ana López trajo un examen en el que «tropiezan hasta los más sabios».",
    "direct | Ana López | - | «tropiezan hasta los más sabios»" },
  { "said-within-marks", "«No hay plan, lamenta Ana López, y nos vamos todos».",
    "direct | Ana López | lamenta | «No hay plan\n"
    "direct | Ana López | lamenta | y nos vamos todos»" },
  { "relative-behind-object", "Ana López advirtió por despidos en el área de diseño, que crece.",
    "" },
  { "purpose", "Ana López ha escrito a la agencia para que le manden un autobús.", "" },
  { "small-word-before-that", "Ana López alertó, en un correo, de que el plan era malo.",
    "indirect | Ana López | alertó | el plan era malo" },
  { "number-in-letters", "Ana López pide cinco años de prisión.",
    "indirect | Ana López | pide | cinco años de prisión" },
  { "relative-behind-apposition",
    "Llegó Ana López, vecina del lugar, que pide «tres trenes por hora».",
    "mixed | Ana López | pide | «tres trenes por hora»" },
  { "two-verbs", "Ana López aseguró que el plan era bueno y precisó que faltaba dinero.",
    "indirect | Ana López | aseguró | el plan era bueno\n"
    "indirect | Ana López | precisó | faltaba dinero" },
  { "relative-clause", "Ana López dijo la frase que todos esperaban.", "" },
  { "office-apart", "El ministro de Hacienda, Juan Pérez, recordó que la ley existe.",
    "indirect | Juan Pérez | recordó | la ley existe" },
  { "according", "Según Juan Pérez, el plan es bueno.",
    "indirect | Juan Pérez | Según | el plan es bueno" },
  { "clause-before", "El plan es bueno, explicó Juan Pérez.",
    "indirect | Juan Pérez | explicó | El plan es bueno" },
  { "mixed", "Juan Pérez calificó el plan de «disparate en verso».",
    "mixed | Juan Pérez | calificó | «disparate en verso»" },
  { "particle", "«No iremos», dijo Juan de la Cierva.",
    "direct | Juan de la Cierva | dijo | «No iremos»" },
  { "role-by-gender", "Ana López vio a Juan Pérez. «No iremos», dijo la ministra.",
    "direct | Ana López | dijo | «No iremos»" },
  { "holder-of-the-office",
    "El fiscal Juan Pérez y el alcalde Luis Mora llegaron tarde. «No iremos», dijo el fiscal.",
    "direct | Juan Pérez | dijo | «No iremos»" },
  { "office-of-nobody-named", "El alcalde Luis Mora llegó. «No queda café», susurró el camarero.",
    "direct | camarero | susurró | «No queda café»" },
  { "relative", "Habló el socialista Juan Pérez, quien sostuvo que el plan era bueno.",
    "indirect | Juan Pérez | sostuvo | el plan era bueno" },
  { "relative-with-that", "Habló Juan Pérez, que calificó el plan de «disparate en verso».",
    "mixed | Juan Pérez | calificó | «disparate en verso»" },
  { "verb-of-speech-in-a-relative",
    "Juan Pérez, el autor que más ha escrito de ello, considera que el plan es bueno.",
    "indirect | Juan Pérez | considera | el plan es bueno" },
  { "long-subject", "Juan Pérez, que ha leído el informe, considera que el plan es bueno.",
    "indirect | Juan Pérez | considera | el plan es bueno" },
  { "interview", "P. ¿Y el plan?\n\nR. El plan es bueno y barato.",
    "direct | - | - | El plan es bueno y barato." },
  { "noun-no-verb", "El anuncio que hizo Juan Pérez gustó mucho.", "" },
  { "complaint", "Ana Torres criticó la ausencia de las comunidades del norte.",
    "indirect | Ana Torres | criticó | la ausencia de las comunidades del norte" },
  { "according-in-relative-clause",
    "Vendían un barco que, según Ana Torres, nunca salió del puerto.",
    "indirect | Ana Torres | según | nunca salió del puerto" },
  { "title-of-work", "Juan Pérez leyó ayer «Los detectives salvajes».", "" },
};

void
add_spanish_quote_tests (void)
{
  add_cases ("/analysis/quotes/es", cases, G_N_ELEMENTS (cases), describe);
}
