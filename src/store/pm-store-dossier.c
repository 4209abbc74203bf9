/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one entity. The articles that may name it are found by the index of derived
 * names; each is then read as its own panel shows it, so that both always say the same. */

#include "pm-entity-name.h"
#include "pm-store-names-private.h"

#include <string.h>

/* Bytes either side of a mention that are shown with it. */
#define CONTEXT 80

/* Somebody whom articles name. */
typedef struct
{
  gboolean is_it; /* the entity itself */
  PmNamed *named; /* (nullable): once counted, among the dossier's neighbours */
  gint64 article; /* the last one that named it */
} Somebody;

typedef struct
{
  PmDb *db;
  PmNames *names;
  char *id; /* of the entity */
  PmDossier *dossier;
  GHashTable *aliases; /* (element-type utf8 guint): how many articles have each form */
  GHashTable *ids;     /* (element-type utf8 Somebody) */
  GHashTable *forms;   /* (element-type utf8 Somebody): by type and name as articles have them: most
                        names come again and again, and their ids are dear */
} Collector;

/* --- which articles --- */

/* The newest first; those without a date last, the newest added of them first. */
static int
compare_articles (gconstpointer a, gconstpointer b)
{
  const PmArticle *one = *(const PmArticle *const *) a;
  const PmArticle *two = *(const PmArticle *const *) b;
  int order = g_strcmp0 (two->published, one->published);

  if (order != 0)
    return order;
  if (one->added != two->added)
    return one->added > two->added ? -1 : 1;
  return (one->id < two->id) - (one->id > two->id);
}

static gboolean
add_articles (PmDb *db, const PmEntityName *name, GHashTable *seen, GPtrArray *out, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " PM_ARTICLE_COLUMNS "FROM article a LEFT JOIN headline h ON h.article = a.id "
          "WHERE a.trashed = 0 AND a.id IN "
          "(SELECT e.article FROM entity e WHERE e.type = ?1 AND e.key = entity_key (?2))");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_text (stmt, 1, pm_entity_type_to_string (name->type));
  pm_stmt_bind_text (stmt, 2, name->name);
  while (pm_stmt_step (stmt, &local_error))
    {
      PmArticle *article = _pm_store_read_article (stmt);

      if (g_hash_table_add (seen, g_memdup2 (&article->id, sizeof article->id)))
        g_ptr_array_add (out, article);
      else
        pm_article_free (article);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Returns: (element-type PmArticle) */
static GPtrArray *
find_articles (Collector *self, GError **error)
{
  g_autoptr (GPtrArray) names = _pm_names_trace (self->names, self->dossier->type,
                                                 self->dossier->name);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_article_free);

  for (guint i = 0; i < names->len; i++)
    if (!add_articles (self->db, names->pdata[i], seen, articles, error))
      return NULL;
  g_ptr_array_sort (articles, compare_articles);
  return g_steal_pointer (&articles);
}

/* --- one article --- */

static char *
dup_context (PmDocument *document, PmSpan span)
{
  const char *text = pm_document_get_text (document);
  const char *end = text + pm_document_get_length (document);
  const char *from = text + span.start;
  const char *to = text + span.end;
  g_autofree char *words = NULL;

  while (from > text && from[-1] != '\n' && text + span.start - from < CONTEXT)
    from = g_utf8_prev_char (from);
  while (to < end && *to != '\n' && to - (text + span.end) < CONTEXT)
    to = g_utf8_next_char (to);
  words = g_strndup (from, to - from);
  return g_strdup_printf ("%s%s%s", from > text && from[-1] != '\n' ? "…" : "", words,
                          to < end && *to != '\n' ? "…" : "");
}

static Somebody *
find_somebody (Collector *self, const PmEntity *entity)
{
  const char prefix[] = { '0' + entity->type, '\0' };
  g_autofree char *form = g_strconcat (prefix, entity->name, NULL);
  Somebody *somebody = g_hash_table_lookup (self->forms, form);
  PmEntityType type = entity->type;
  const char *name = entity->name;
  g_autofree char *id = NULL;

  if (somebody != NULL)
    return somebody;
  _pm_names_expand (self->names, &type, &name);
  id = _pm_names_dup_id (type, name);
  somebody = g_hash_table_lookup (self->ids, id);
  if (somebody == NULL)
    {
      somebody = g_new0 (Somebody, 1);
      somebody->is_it = strcmp (id, self->id) == 0;
      g_hash_table_insert (self->ids, g_steal_pointer (&id), somebody);
    }
  g_hash_table_insert (self->forms, g_steal_pointer (&form), somebody);
  return somebody;
}

static void
count_alias (Collector *self, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->aliases, name));

  g_hash_table_insert (self->aliases, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

/* Finds the entity among those of @analysis. @its: (element-type gboolean): which of them it is.
 * Returns: (nullable) (element-type PmSpan): where it is named; %NULL when it is not. */
static GArray *
find_entity (Collector *self, PmAnalysis *analysis, GArray *its)
{
  GArray *mentions = NULL;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = analysis->entities->pdata[i];
      gboolean found = find_somebody (self, entity)->is_it;

      g_array_append_val (its, found);
      if (!found)
        continue;
      if (mentions == NULL)
        mentions = g_array_new (FALSE, FALSE, sizeof (PmSpan));
      g_array_append_vals (mentions, entity->mentions->data, entity->mentions->len);
      count_alias (self, entity->name);
      for (guint j = 0; j < entity->aliases->len; j++)
        count_alias (self, entity->aliases->pdata[j]);
    }
  if (mentions != NULL)
    g_array_sort (mentions, pm_span_compare);
  return mentions;
}

static PmNamed *
add_neighbour (Collector *self, const PmEntity *entity)
{
  PmNamed *named = g_new0 (PmNamed, 1);
  PmEntityType type = entity->type;
  const char *name = entity->name;

  _pm_names_expand (self->names, &type, &name);
  *named = (PmNamed){ type, g_strdup (name), 0 };
  g_ptr_array_add (self->dossier->neighbours, named);
  return named;
}

static void
count_neighbours (Collector *self, PmAnalysis *analysis, gint64 article)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      Somebody *somebody = find_somebody (self, analysis->entities->pdata[i]);

      /* Once an article, though it names both an acronym and what that stands for. */
      if (somebody->is_it || somebody->article == article)
        continue;
      somebody->article = article;
      if (somebody->named == NULL)
        somebody->named = add_neighbour (self, analysis->entities->pdata[i]);
      somebody->named->n_articles++;
    }
}

static gboolean
holds_any (PmSpan span, GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    if (pm_span_overlaps (span, g_array_index (mentions, PmSpan, i)))
      return TRUE;
  return FALSE;
}

static void
add_quotes (Collector *self,
            PmDocument *document,
            PmAnalysis *analysis,
            GArray *its,
            GArray *mentions)
{
  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = analysis->quotes->pdata[i];
      gboolean by_it = quote->entity >= 0 && g_array_index (its, gboolean, quote->entity);
      PmUtterance *utterance;

      if (!by_it && !holds_any (quote->span, mentions))
        continue;
      utterance = g_new0 (PmUtterance, 1);
      *utterance = (PmUtterance){ self->dossier->appearances->len, pm_quote_copy (quote),
                                  pm_document_dup_span (document, quote->span) };
      g_ptr_array_add (by_it ? self->dossier->said : self->dossier->told, utterance);
    }
}

static gboolean
add_highlights (Collector *self, gint64 article, GArray *mentions, GError **error)
{
  g_autoptr (GPtrArray) highlights = pm_store_list_highlights (self->db, article, error);

  if (highlights == NULL)
    return FALSE;
  for (guint i = 0; i < highlights->len; i++)
    {
      const PmHighlight *highlight = highlights->pdata[i];

      if (!highlight->orphan && holds_any (highlight->span, mentions))
        g_ptr_array_add (self->dossier->highlights, pm_highlight_copy (highlight));
    }
  return TRUE;
}

static void
add_appearance (Collector *self, const PmArticle *article, PmDocument *document, GArray *mentions)
{
  PmAppearance *appearance = g_new0 (PmAppearance, 1);

  *appearance = (PmAppearance){
    pm_article_copy (article),
    g_array_ref (mentions),
    mentions->len > 0 ? dup_context (document, g_array_index (mentions, PmSpan, 0)) : g_strdup (""),
  };
  g_ptr_array_add (self->dossier->appearances, appearance);
  self->dossier->n_mentions += mentions->len;
}

static gboolean
read_article (Collector *self, const PmArticle *article, GError **error)
{
  g_autoptr (PmDocument) document = _pm_store_load_text (self->db, article->id, error);
  g_autoptr (PmAnalysis) analysis = NULL;
  g_autoptr (GArray) its = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) mentions = NULL;

  if (document != NULL)
    analysis = _pm_store_load_judged (self->db, article->id, document, self->names->corrections,
                                      error);
  if (analysis == NULL)
    return FALSE;
  mentions = find_entity (self, analysis, its);
  if (mentions == NULL)
    return TRUE;
  count_neighbours (self, analysis, article->id);
  add_quotes (self, document, analysis, its, mentions);
  if (!add_highlights (self, article->id, mentions, error))
    return FALSE;
  add_appearance (self, article, document, mentions);
  return TRUE;
}

/* --- the whole --- */

static int
compare_aliases (gconstpointer a, gconstpointer b, gpointer counts)
{
  const char *one = *(const char *const *) a;
  const char *two = *(const char *const *) b;
  guint n_one = GPOINTER_TO_UINT (g_hash_table_lookup (counts, one));
  guint n_two = GPOINTER_TO_UINT (g_hash_table_lookup (counts, two));

  return n_one != n_two ? (n_one > n_two ? -1 : 1) : strcmp (one, two);
}

/* The name is the spelling that most articles have; the other spellings of it are no aliases. */
static void
sort_aliases (Collector *self)
{
  PmDossier *dossier = self->dossier;
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  gboolean named = FALSE;
  GHashTableIter iter;
  gpointer form;

  g_hash_table_iter_init (&iter, self->aliases);
  while (g_hash_table_iter_next (&iter, &form, NULL))
    g_ptr_array_add (forms, form);
  g_ptr_array_sort_with_data (forms, compare_aliases, self->aliases);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *id = _pm_names_dup_id (dossier->type, forms->pdata[i]);

      if (strcmp (id, self->id) != 0)
        g_ptr_array_add (dossier->aliases, g_strdup (forms->pdata[i]));
      else if (!named)
        {
          g_free (dossier->name);
          dossier->name = g_strdup (forms->pdata[i]);
          named = TRUE;
        }
    }
}

static gboolean
collect (Collector *self, guint newest, GError **error)
{
  g_autoptr (GPtrArray) articles = find_articles (self, error);

  if (articles == NULL)
    return FALSE;
  self->dossier->n_articles = articles->len;
  self->dossier->cut = newest > 0 && articles->len > newest;
  for (guint i = 0; i < (self->dossier->cut ? newest : articles->len); i++)
    if (!read_article (self, articles->pdata[i], error))
      return FALSE;
  sort_aliases (self);
  _pm_named_sort (self->dossier->neighbours);
  return TRUE;
}

static PmDossier *
make_dossier (PmDb *db,
              PmNames *names,
              PmEntityType type,
              const char *name,
              guint newest,
              GError **error)
{
  g_autoptr (PmDossier) dossier = pm_dossier_new (type, name);
  g_autofree char *id = _pm_names_dup_id (type, name);
  g_autoptr (GHashTable) aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collector collector = { db, names, id, dossier, aliases, ids, forms };

  if (!collect (&collector, newest, error))
    return NULL;
  return g_steal_pointer (&dossier);
}

PmDossier *
pm_store_load_dossier (PmDb *db, PmEntityType type, const char *name, guint newest, GError **error)
{
  g_autoptr (PmNames) names = _pm_names_load (db, error);
  g_autoptr (PmDossier) dossier = NULL;

  if (names == NULL)
    return NULL;
  _pm_names_expand (names, &type, &name);
  dossier = make_dossier (db, names, type, name, newest, error);
  if (dossier != NULL && dossier->appearances->len == 0)
    {
      g_clear_pointer (&dossier, pm_dossier_unref);
      pm_entity_corrections_resolve (names->corrections, &type, &name);
      _pm_names_expand (names, &type, &name);
      dossier = make_dossier (db, names, type, name, newest, error);
    }
  if (dossier != NULL && dossier->cut)
    return g_steal_pointer (&dossier);
  if (dossier == NULL ||
      !_pm_names_suggest (names, db, dossier->type, dossier->name, dossier->suggestions, error))
    return NULL;
  return g_steal_pointer (&dossier);
}
