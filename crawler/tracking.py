"""Tracking: one `name=value` of an address's query in, whether it only says who sent the reader, or how, out."""

from __future__ import annotations

import re
from typing import Final

# Query parameters that say who sent the reader, never which page it is. A trailing * is a prefix.
# Sources: what the services document (Google Analytics and Ads, Meta, Microsoft, Mailchimp, HubSpot, Matomo, AT
# Internet and its forerunner xiti, Adobe, Yandex, Webtrekk, Cxense, Marketo, Outbrain, Taboola, Jetpack), and the
# general parts of the public lists of browsers and blockers (AdGuard, Brave, ClearURLs).
TRACKING: Final = tuple(
    """
    utm_* utm.* utmsource utmmedium utmcampaign gclid gclsrc dclid gbraid wbraid gad_* srsltid _ga _gl _gac gaa_*
    hsa_* fbclid fb_action_ids fb_action_types fb_ref fb_source fb_comment_id mibextid igsh igshid
    __twitter_impression twclid ttclid li_fat_id trk trkcampaign trkinfo rdt_cid epik sccid sc_cid msclkid
    mc_cid mc_eid mc_tc ml_subscriber ml_subscriber_hash _hsenc _hsmi __hs* hsctatracking mkt_tok mtm_* pk_*
    piwik_* matomo_* xtor xtref xtcr xtloc xtnp at_medium at_campaign* at_link_* at_bbc_team at_format at_ptr_*
    at_custom* at_variant at_creation s_cid s_kwcid ef_id yclid _openstat ysclid wt_mc wt.mc_id wt_zmc wt.z_* wt.tsrc
    wtmc cx_* cxrecs_s ocid ncid cmpid cmp ito ico icid intcmp intcid int_source int_medium int_campaign itm_* intc_*
    ref_src ref_url ref_noscript smid smtyp soc_src soc_trk spm spm_id_from vero_* oly_* ns_source ns_mchannel
    ns_campaign ns_linkname ns_fee guccounter guce_referrer* share_source sharetype replytocom echobox dicbo
    oborigurl tblci _branch_* usqp amp_js_v amp_gsa elqtrack* dm_i wickedid rb_clickid traffic_source
    phpsessid jsessionid
    """.split()
)
EXACT: Final = frozenset(name for name in TRACKING if not name.endswith("*"))
PREFIXES: Final = tuple(name[:-1] for name in TRACKING if name.endswith("*"))

# `ref=homepage` says where the link stood; `ref=12345` may be a record's number, so only words are dropped.
REFERRERS: Final = frozenset(("ref", "referrer", "referer"))
REFERRER: Final = re.compile(r"[a-z][a-z_-]*", re.IGNORECASE)
# `source=wire` may choose what is shown; these values say where the reader came from, whatever the page.
PLACE_NAMES: Final = frozenset(("source", "src", "from", "via", "origin", "share"))
PLACES: Final = frozenset(
    """
    rss feed atom home homepage frontpage newsletter email mail push twitter x facebook linkedin whatsapp telegram
    reddit pinterest tumblr pocket flipboard instagram threads bluesky mastodon google bing social share related
    relatedlinks related-articles recirc recirculation recommended recommendation article sidebar footer header
    """.split()
)


def is_tracking(pair: str) -> bool:
    """Tell whether a parameter names no page.

    >>> is_tracking("utm_source=x"), is_tracking("id=7"), is_tracking("ref=4711"), is_tracking("from=rss")
    (True, False, False, True)
    """
    name, _, value = pair.partition("=")
    name = name.lower()
    if name in EXACT or name.startswith(PREFIXES):
        return True
    if name in REFERRERS:
        return REFERRER.fullmatch(value) is not None
    return name in PLACE_NAMES and value.lower() in PLACES
