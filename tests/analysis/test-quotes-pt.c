/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

static char *
describe (const char *text)
{
  return describe_quotes_in (text, "pt");
}

static const Case cases[] = {
  { "day-before-that", "Ana Lopes afirmou nesta segunda-feira que o plano era bom.",
    "indirect | Ana Lopes | afirmou | o plano era bom" },
  { "but-another-says", "Ana Lopes disse que não há plano, mas João Silva garante que há.",
    "indirect | Ana Lopes | disse | não há plano" },
  { "said-within-marks", "“Não há plano, lamenta Ana Lopes, e vamos embora.”",
    "direct | Ana Lopes | lamenta | “Não há plano\n"
    "direct | Ana Lopes | lamenta | e vamos embora.”" },
  { "said-after", "“Não vamos”, disse Ana Lopes.", "direct | Ana Lopes | disse | “Não vamos”" },
  { "angle-marks", "«Não vamos», disse Ana Lopes.", "direct | Ana Lopes | disse | «Não vamos»" },
  { "dash-aside", "«Não vamos — disse Ana Lopes —, é muito tarde.»",
    "direct | Ana Lopes | disse | «Não vamos\n"
    "direct | Ana Lopes | disse | é muito tarde.»" },
  { "dialogue", "— Não vamos — respondeu Ana Lopes.",
    "direct | Ana Lopes | respondeu | — Não vamos" },
  { "no-subject", "Ana Lopes chegou tarde. “Não vamos”, admitiu.",
    "direct | Ana Lopes | admitiu | “Não vamos”" },
  { "colon", "Ana Lopes avisou: “Já não há lenha.”",
    "direct | Ana Lopes | avisou | “Já não há lenha.”" },
  { "that", "Ana Lopes disse que o plano é bom.", "indirect | Ana Lopes | disse | o plano é bom" },
  { "clause-before", "O plano é bom, afirmou João Lima.",
    "indirect | João Lima | afirmou | O plano é bom" },
  { "according", "Segundo João Lima, o plano é bom.",
    "indirect | João Lima | Segundo | o plano é bom" },
  { "according-last", "O plano é bom, de acordo com João Lima.",
    "indirect | João Lima | de acordo com | O plano é bom" },
  { "office-apart", "O ministro da Saúde, João Lima, lembrou que a lei existe.",
    "indirect | João Lima | lembrou | a lei existe" },
  { "particles", "“Não vamos”, disse João dos Santos.",
    "direct | João dos Santos | disse | “Não vamos”" },
  { "pronoun", "Ana Lopes chegou. “Não vamos”, disse ela.",
    "direct | Ana Lopes | disse | “Não vamos”" },
  { "role-by-gender", "Ana Lopes viu João Lima. “Não vamos”, disse a ministra.",
    "direct | Ana Lopes | disse | “Não vamos”" },
  { "mixed", "João Lima classificou o plano como “uma farsa em três atos”.",
    "mixed | João Lima | classificou | “uma farsa em três atos”" },
  { "title-of-work", "João Lima leu ontem “Grande Sertão”.", "" },
};

void
add_portuguese_quote_tests (void)
{
  add_cases ("/analysis/quotes/pt", cases, G_N_ELEMENTS (cases), describe);
}
