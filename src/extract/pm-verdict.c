/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-verdict-private.h"

#include "pm-address-private.h"
#include "pm-notice.h"
#include "pm-stub-private.h"
#include "pm-verdict-weights-private.h"

/* Fewer characters in running text are a label, a menu, a form. */
#define MIN_PROSE 140
/* With so large a share of its letters in links, or of those outside furniture, a page leads
 * elsewhere. */
#define MANY_LINKS 0.42
#define MANY_KEPT_LINKS 0.2

static double
weigh (const PmEvidence *evidence)
{
  double sum = bias;

  for (guint i = 0; i < PM_N_EVIDENCE; i++)
    sum += weights[i] * evidence->values[i];
  return sum;
}

static gboolean
lists_others (const PmEvidence *evidence,
              const PmCensus *census,
              PmJsonLd *json_ld,
              const char *url)
{
  return evidence->values[PM_EVIDENCE_URL_LIST] > 0 || _pm_address_is_root (url) ||
         _pm_json_ld_find_type (json_ld, "ItemList") != NULL ||
         _pm_json_ld_find_type (json_ld, "CollectionPage") != NULL ||
         census->linked > MANY_LINKS * census->letters ||
         evidence->values[PM_EVIDENCE_KEPT_LINKED] > MANY_KEPT_LINKS;
}

static gboolean
sells (const PmEvidence *evidence)
{
  return evidence->values[PM_EVIDENCE_OG_PRODUCT] > 0 ||
         evidence->values[PM_EVIDENCE_DATA_PRODUCT] > 0 ||
         (evidence->values[PM_EVIDENCE_URL_SHOP] > 0 &&
          evidence->values[PM_EVIDENCE_SHOP_SHARE] > 0);
}

static const char *
name_kind (const PmEvidence *evidence, const PmCensus *census, PmJsonLd *json_ld, const char *url)
{
  if (evidence->values[PM_EVIDENCE_OG_PRODUCT] > 0)
    return PM_NOTICE_PRODUCT;
  if (sells (evidence) && evidence->values[PM_EVIDENCE_URL_LIST] == 0)
    return PM_NOTICE_PRODUCT;
  return lists_others (evidence, census, json_ld, url) ? PM_NOTICE_INDEX : PM_NOTICE_OTHER;
}

const char *
_pm_verdict_judge (PmDocument *document,
                   const PmCensus *census,
                   const PmTree *tree,
                   PmJsonLd *json_ld,
                   const PmMetadata *metadata,
                   const char *page_url)
{
  const char *canonical = metadata->values[PM_META_CANONICAL_URL];
  /* A saved page is judged by the address it says it has. */
  const char *url = g_str_has_prefix (page_url, "file:") && canonical != NULL ? canonical
                                                                              : page_url;
  const char *stub;
  PmEvidence evidence;

  _pm_evidence_gather (&evidence, census, tree, json_ld, metadata, document, url);
  stub = _pm_stub_find (&evidence, census, tree, json_ld, metadata, document, url);
  if (stub != NULL)
    return stub;
  if (evidence.prose < MIN_PROSE || weigh (&evidence) < 0)
    return name_kind (&evidence, census, json_ld, url);
  return NULL;
}
