/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

static char *
describe (const char *text)
{
  return describe_quotes_in (text, "fr");
}

static const Case cases[] = {
  { "said-after", "« Nous ne partirons pas », a dit Anne Lambert.",
    "direct | Anne Lambert | dit | « Nous ne partirons pas »" },
  { "question-without-comma", "« Pourquoi ? » demande Anne Lambert.",
    "direct | Anne Lambert | demande | « Pourquoi ? »" },
  { "english-marks", "“Nous ne partirons pas”, assure Anne Lambert.",
    "direct | Anne Lambert | assure | “Nous ne partirons pas”" },
  { "unknown-verb", "« Nous ne partirons pas », grommelle Anne Lambert.",
    "direct | Anne Lambert | grommelle | « Nous ne partirons pas »" },
  { "enclitic", "Anne Lambert est venue. « C’est fini », a-t-elle ajouté.",
    "direct | Anne Lambert | ajouté | « C’est fini »" },
  { "broken-off", "« C’est fini », tranche Anne Lambert. « Nous rentrons à la maison. »",
    "direct | Anne Lambert | tranche | « C’est fini »\n"
    "direct | Anne Lambert | tranche | « Nous rentrons à la maison. »" },
  { "next-sentence", "« C’est fini. » Anne Lambert rentre chez elle.",
    "direct | - | - | « C’est fini. »" },
  { "colon", "Anne Lambert prévient : « Il n’y a plus de bois. »",
    "direct | Anne Lambert | prévient | « Il n’y a plus de bois. »" },
  { "that", "Anne Lambert a déclaré que le plan était bon.",
    "indirect | Anne Lambert | déclaré | le plan était bon" },
  { "that-elided", "Anne Lambert a déclaré qu’il fallait partir.",
    "indirect | Anne Lambert | déclaré | il fallait partir" },
  { "office-apart", "Le ministre des Transports, Paul Morel, rappelle que la loi existe.",
    "indirect | Paul Morel | rappelle | la loi existe" },
  { "office-after", "« C’est fini », a déclaré la ministre, Anne Lambert.",
    "direct | Anne Lambert | déclaré | « C’est fini »" },
  { "particle", "« C’est fini », a dit Charles de Courson.",
    "direct | Charles de Courson | dit | « C’est fini »" },
  { "according", "Selon Paul Morel, le plan est bon.",
    "indirect | Paul Morel | Selon | le plan est bon" },
  { "according-last", "Le plan est bon, d’après Paul Morel.",
    "indirect | Paul Morel | d’après | Le plan est bon" },
  { "clause-before", "Le plan est bon, a annoncé Paul Morel.",
    "indirect | Paul Morel | annoncé | Le plan est bon" },
  { "mixed", "Paul Morel a jugé le plan « digne d’un vaudeville ».",
    "mixed | Paul Morel | jugé | « digne d’un vaudeville »" },
  { "object", "Le syndicat dénonce une « usine à gaz ».",
    "mixed | syndicat | dénonce | une « usine à gaz »" },
  { "demand", "Le syndicat réclame des garanties pour les ouvriers.",
    "indirect | syndicat | réclame | des garanties pour les ouvriers" },
  { "infinitive", "Anne Lambert dit avoir vu le feu.",
    "indirect | Anne Lambert | dit | avoir vu le feu" },
  { "role-by-gender", "Anne Lambert a vu Paul Morel. « C’est fini », a dit la ministre.",
    "direct | Anne Lambert | dit | « C’est fini »" },
  { "no-speech", "Anne Lambert n’a rien dit.", "" },
  { "complaint", "Anne Lambert déplore l'absence de piste protégée.",
    "indirect | Anne Lambert | déplore | l'absence de piste protégée" },
  { "verb-behind-pronoun", "Le président du groupe, Colm Leroy, y voit « un corset ».",
    "mixed | Colm Leroy | voit | « un corset »" },
  { "lawyer", "L'avocat de la famille, Me Jean Leroy, dénonce la nullité des écoutes.",
    "indirect | Jean Leroy | dénonce | la nullité des écoutes" },
  { "verb-with-pronoun", "Anne Lambert s'insurge : « Il est trop tard. »",
    "direct | Anne Lambert | s'insurge | « Il est trop tard. »" },
  { "friends-of-a-person", "Anne Lambert chante. L'entourage de l'artiste évoque « une envie ».",
    "mixed | entourage de l'artiste | évoque | « une envie »" },
  { "any-infinitive", "Anne Lambert espère revenir à Lyon dès septembre.",
    "indirect | Anne Lambert | espère | revenir à Lyon dès septembre" },
  { "appeal", "Anne Lambert appelle à renforcer la surveillance.",
    "indirect | Anne Lambert | appelle | à renforcer la surveillance" },
  { "naming-is-no-appeal", "Anne Lambert appelle le chien de son voisin.", "" },
  { "adverb-before-object", "Anne Lambert demande maintenant la réouverture du pont.",
    "indirect | Anne Lambert | demande | la réouverture du pont" },
  { "asked-of-somebody", "Anne Lambert demande aux curieux de quitter la digue.",
    "indirect | Anne Lambert | demande | de quitter la digue" },
  { "infinitive-is-no-cue", "L'accord reviendrait à dénoncer la trêve, prévient Anne Lambert.",
    "indirect | Anne Lambert | prévient | L'accord reviendrait à dénoncer la trêve" },
  { "stressed-subject", "Le syndicat, lui, réclame des garanties pour les ouvriers.",
    "indirect | syndicat | réclame | des garanties pour les ouvriers" },
  { "stressed-by-pronoun", "L'ONU, elle, affirme que la trêve tient.",
    "indirect | ONU | affirme | la trêve tient" },
  { "weak-verb-reports-no-clause", "Anne Lambert fait que tout le monde rit.", "" },
  { "goes-on-behind-cue", "Trente centres sont autorisés, rappelle Anne Lambert, et chacun compte.",
    "indirect | Anne Lambert | rappelle | Trente centres sont autorisés\n"
    "indirect | Anne Lambert | rappelle | et chacun compte" },
  { "goes-on-as-relative", "La région paiera la moitié du pont, a dit Paul Morel, qui sera payant.",
    "indirect | Paul Morel | dit | La région paiera la moitié du pont\n"
    "indirect | Paul Morel | dit | qui sera payant" },
  { "told-by-another", "Le ministre a demandé un délai de trois mois, rapporte Anne Lambert.",
    "indirect | Anne Lambert | rapporte | Le ministre a demandé un délai de trois mois" },
  { "nobody-in-a-place", "Le pont sera fermé tout l'hiver, dit-on à la mairie.",
    "indirect | mairie | dit | Le pont sera fermé tout l'hiver" },
  { "nobody-before-the-cue", "À la mairie, on rappelle que le pont est fermé.",
    "indirect | mairie | rappelle | le pont est fermé" },
  { "nobody-carried", "« C’est fini », a dit Anne Lambert. Le pont est fermé, indique-t-on.",
    "direct | Anne Lambert | dit | « C’est fini »\n"
    "indirect | Anne Lambert | indique | Le pont est fermé" },
  { "things-demand-nothing", "La marmite réclame une cuillère de plus grande taille.", "" },
  { "title-of-work", "Paul Morel a lu « Le Grand Meaulnes » hier soir.", "" },
};

void
add_french_quote_tests (void)
{
  add_cases ("/analysis/quotes/fr", cases, G_N_ELEMENTS (cases), describe);
}
