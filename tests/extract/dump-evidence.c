/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads requests as pressmark-cli extract --batch does, and answers each with what speaks for and
 * against its page being an article: a line of numbers, empty for a page that cannot be read.
 * learn-verdict.py learns from them. */

#include "pm-evidence-private.h"
#include "pm-furniture-private.h"

#include <stdio.h>

static void
print_evidence (PmPage *page)
{
  gsize length;
  g_autofree char *text = pm_extract_decode (page, &length, NULL);
  g_autoptr (PmDocument) document = pm_extract (page, NULL);
  g_autoptr (PmTree) tree = _pm_tree_parse (text, length);
  g_autoptr (PmJsonLd) json_ld = NULL;
  g_autoptr (PmMetadata) metadata = NULL;
  PmCensus census;
  PmEvidence evidence;

  if (document != NULL)
    {
      json_ld = _pm_json_ld_new (tree);
      _pm_furniture_mark (tree, PM_BELIEF_ALL);
      metadata = _pm_metadata_read (tree, json_ld, page, page->url);
      _pm_census_take (&census, tree);
      _pm_evidence_gather (&evidence, &census, tree, json_ld, metadata, document, page->url);
      for (guint i = 0; i < PM_N_EVIDENCE; i++)
        g_print ("%.5g ", evidence.values[i]);
    }
  g_print ("\n");
}

static PmPage *
read_page (const char *request)
{
  g_autoptr (JsonNode) node = json_from_string (request, NULL);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  PmPage *page;
  g_autoptr (GBytes) bytes = NULL;
  char *body;
  gsize length;

  g_assert_nonnull (object);
  g_assert_true (
      g_file_get_contents (json_object_get_string_member (object, "file"), &body, &length, NULL));
  bytes = g_bytes_new_take (body, length);
  page = pm_page_new (json_object_get_string_member (object, "url"));
  page->charset = g_strdup (json_object_get_string_member_with_default (object, "charset", NULL));
  pm_page_set_body (page, bytes, NULL, NULL);
  return page;
}

int
main (void)
{
  g_autofree char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_autoptr (PmPage) page = read_page (line);

      print_evidence (page);
    }
  return 0;
}
