"""Block score: a block's features in, how surely it is text of the article out; learned from labelled pages.

Made by `python benchmarks/train_blocks.py FOLDER --write`; not to be edited. benchmarks/README.md says how and what
it is worth.
"""

# ruff: noqa: E501
# fmt: off
from __future__ import annotations

from collections.abc import Sequence


def score(features: Sequence[float]) -> float:
    """Return the log-odds that a block is text of the article, of features in the order of `features.NAMES`."""
    (
        kept,
        home_share,
        is_home,
        weight,
        parent_mass,
        own_mass,
        letters,
        title_words,
        is_description,
        is_lead,
        link_density,
        position,
        after_first,
        after_last,
        form_share,
        form_count,
        raw_form_share,
        capitals,
        prose_blocks,
        next_kept,
        previous_kept,
        facts,
        sentence,
        kind,
    ) = features
    total = 0.0
    total += (
        ((((2.04 if kind <= 1.5 else 2.386) if is_description <= 1e-35 else 2.407) if form_count <= 14.5 else (2.313 if weight <= 132.5 else 2.414)) if home_share <= 0.13756 else (2.31 if weight <= 88.5 else (2.474 if after_first <= 69.5 else 2.299)))
        + (((-0.3115 if is_lead <= 1e-35 else 0.004483) if form_count <= 9.5 else (-0.09905 if letters <= 138.5 else 0.01483)) if home_share <= 0.18554 else ((-0.02395 if home_share <= 0.77533 else (0.08091 if link_density <= 0.23106 else -0.05114)) if position <= 0.96354 else -0.1071))
        + (((-0.2481 if is_description <= 1e-35 else 0.009332) if next_kept <= 1e-35 else (-0.08571 if raw_form_share <= 0.18561 else 0.03551)) if home_share <= 0.15185 else (((-0.01983 if raw_form_share <= 0.32383 else 0.07533) if link_density <= 0.23106 else -0.07739) if after_first <= 73.5 else -0.09384))
        + (-0.162 if sentence <= 1e-35 else (((-0.1466 if title_words <= 0.12772 else 3.528e-05) if weight <= 236.34 else (-0.03454 if prose_blocks <= 7.5 else 0.05135)) if next_kept <= 1e-35 else ((0.0817 if link_density <= 0.16597 else -0.03168) if facts <= 1e-35 else -0.09029)))
        + ((-0.1528 if form_count <= 32.5 else -0.007235) if sentence <= 1e-35 else (((-0.03697 if weight <= 72.5 else 0.07069) if facts <= 1e-35 else -0.09176) if after_last <= -1e-35 else (0.01979 if after_first <= 3.5 else (-0.1352 if letters <= 381.5 else -0.004509))))
        + (((-0.1638 if weight <= 384.5 else 0.006362) if form_count <= 4.5 else -0.03313) if raw_form_share <= 0.29082 else (-0.06235 if sentence <= 1e-35 else (((0.03106 if link_density <= 0.035859 else -0.07625) if weight <= 106.5 else 0.06923) if after_first <= 67.5 else -0.05832)))
        + (((-0.06646 if sentence <= 1e-35 else 0.01145) if position <= 0.50774 else (-0.1817 if kind <= 2.5 else -0.000634)) if home_share <= 0.58043 else ((-0.005445 if sentence <= 1e-35 else (0.07904 if link_density <= 0.10188 else -0.008837)) if position <= 0.96354 else -0.07758))
        + (((-0.1338 if letters <= 236.5 else (0.005164 if raw_form_share <= 0.92704 else -0.06589)) if title_words <= 0.29706 else 0.01897) if parent_mass <= 0.58043 else ((0.01356 if after_last <= -1.5 else -0.07634) if weight <= 167.5 else (-0.02149 if form_share <= 0.65058 else 0.07627)))
        + (((-0.1454 if form_count <= 4.5 else -0.02344) if is_description <= 1e-35 else 0.02295) if raw_form_share <= 0.19977 else (((0.07409 if raw_form_share <= 0.96684 else (-0.0508 if home_share <= 0.99043 else 0.03705)) if facts <= 1e-35 else -0.07945) if position <= 0.93409 else -0.07257))
        + ((((-0.1186 if title_words <= 0.18899 else -0.007297) if weight <= 596.5 else 0.01221) if is_description <= 1e-35 else 0.02218) if home_share <= 0.77533 else ((0.02473 if capitals <= 0.047247 else -0.06964) if weight <= 104.5 else (0.07831 if capitals <= 0.13738 else -0.01356)))
    )
    total += (
        ((((-0.1164 if weight <= 278.5 else (0.01028 if raw_form_share <= 0.92704 else -0.07425)) if is_description <= 1e-35 else 0.01706) if title_words <= 0.18899 else 0.01441) if home_share <= 0.64331 else ((0.03298 if capitals <= 0.047247 else -0.05224) if letters <= 140.5 else 0.06635))
        + (-0.1272 if kept <= 1e-35 else (((0.01956 if after_last <= -101.5 else -0.06159) if title_words <= 0.10263 else 0.01415) if weight <= 140.5 else (((-0.02968 if form_share <= 0.48052 else 0.04761) if form_share <= 0.99006 else -0.04358) if is_home <= 1e-35 else 0.0631)))
        + (-0.1195 if kept <= 1e-35 else ((0.0006911 if raw_form_share <= 0.012159 else (-0.08922 if prose_blocks <= 78.5 else 0.02051)) if own_mass <= 0.016531 else (-0.02548 if raw_form_share <= 0.32383 else ((0.06545 if prose_blocks <= 70 else -0.0248) if raw_form_share <= 0.96684 else -0.008685))))
        + ((-0.09697 if form_count <= 12.5 else (-0.04682 if parent_mass <= 0.024114 else 0.02267)) if parent_mass <= 0.15161 else ((0.01827 if after_first <= 7.5 else -0.08905) if form_count <= 4.5 else ((0.008959 if weight <= 167.5 else 0.07089) if facts <= 1e-35 else -0.07153)))
        + (((-0.04148 if previous_kept <= 1e-35 else (0.0432 if facts <= 1e-35 else -0.06589)) if home_share <= 0.77533 else (0.06948 if capitals <= 0.11285 else -0.01949)) if position <= 0.72107 else ((-0.006667 if capitals <= 0.028778 else -0.1001) if title_words <= 0.17914 else 0.01987))
        + (((-0.08417 if is_description <= 1e-35 else 0.01232) if form_count <= 11.5 else (-0.03935 if weight <= 169.5 else 0.0353)) if next_kept <= 1e-35 else ((-0.02033 if form_share <= 0.2323 else (-0.02691 if weight <= 50.5 else 0.06854)) if facts <= 1e-35 else -0.07796))
        + (((-0.027 if after_first <= 2.5 else 0.03146) if position <= 0.50774 else (-0.09574 if kind <= 2.5 else 0.01706)) if home_share <= 0.64331 else (((0.00234 if letters <= 39.5 else 0.06253) if position <= 0.95651 else -0.0249) if link_density <= 0.076731 else -0.04083))
        + ((-0.08818 if kept <= 1e-35 else (((-0.02767 if raw_form_share <= 0.23168 else (-0.02474 if after_first <= 1e-35 else 0.06145)) if raw_form_share <= 0.96894 else -0.05402) if facts <= 1e-35 else -0.07561)) if home_share <= 0.77533 else (-0.01652 if letters <= 124.5 else 0.05267))
        + (((-0.03027 if is_lead <= 1e-35 else 0.02964) if form_share <= 0.84699 else ((0.0672 if form_count <= 82.5 else -0.0203) if capitals <= 0.11285 else -0.03354)) if position <= 0.72107 else (-0.08837 if form_count <= 11.5 else (0.02123 if position <= 0.97822 else -0.04997)))
        + (((-0.05337 if previous_kept <= 1e-35 else (0.03094 if after_first <= 8.5 else -0.02743)) if sentence <= 1e-35 else ((0.0052 if form_share <= 0.84699 else 0.05715) if prose_blocks <= 68.5 else -0.02646)) if after_last <= -1e-35 else (-0.07339 if title_words <= 0.16228 else 0.01107))
    )
    total += (
        ((-0.004805 if position <= 0.37036 else (0.001981 if own_mass <= 0.0034263 else -0.1135)) if previous_kept <= 1e-35 else ((((-0.003131 if form_count <= 4.5 else 0.06657) if capitals <= 0.075236 else -0.0106) if facts <= 1e-35 else -0.06601) if position <= 0.96354 else -0.05462))
        + (((-0.03798 if own_mass <= 0.016531 else 0.01887) if after_last <= -4.5 else -0.08977) if previous_kept <= 1e-35 else (((-0.003072 if form_share <= 0.2323 else 0.06674) if form_count <= 82.5 else -0.01922) if capitals <= 0.055051 else (-0.03683 if own_mass <= 0.07056 else 0.01631)))
        + ((((-0.04115 if is_lead <= 1e-35 else 0.02425) if after_first <= 1e-35 else 0.02923) if position <= 0.35448 else (0.009094 if prose_blocks <= 6.5 else -0.06077)) if home_share <= 0.93208 else ((0.05751 if position <= 0.97253 else -0.01032) if link_density <= 0.037295 else -0.03863))
        + (((-0.03814 if previous_kept <= 1e-35 else (-0.02331 if parent_mass <= 0.10183 else (0.04986 if capitals <= 0.1084 else -0.0208))) if weight <= 164.5 else 0.04355) if position <= 0.72107 else ((0.005468 if capitals <= 0.020621 else -0.06542) if title_words <= 0.17914 else 0.02329))
        + (((-0.07117 if letters <= 234.5 else (-0.03688 if prose_blocks <= 14.5 else 0.03548)) if is_description <= 1e-35 else 0.02703) if next_kept <= 1e-35 else ((0.01898 if prose_blocks <= 11.5 else -0.0396) if form_share <= 0.84699 else (0.06037 if facts <= 1e-35 else -0.04278)))
        + ((((((0.01602 if home_share <= 0.0058586 else -0.06827) if sentence <= 1e-35 else 0.02462) if home_share <= 0.14667 else 0.0578) if link_density <= 0.12703 else -0.04013) if facts <= 1e-35 else -0.05874) if position <= 0.72321 else (-0.07439 if form_count <= 11.5 else 0.001259))
        + (((0.01909 if after_first <= 4.5 else -0.07519) if form_count <= 4.5 else (((-0.01292 if raw_form_share <= 0.48607 else 0.04233) if raw_form_share <= 0.92552 else (0.02333 if position <= 0.37036 else -0.06226)) if parent_mass <= 0.89757 else 0.05295)) if link_density <= 0.05823 else -0.06475)
        + ((-0.04906 if form_count <= 11.5 else (-0.02608 if letters <= 118.25 else 0.02692)) if next_kept <= 1e-35 else ((0.01205 if form_share <= 0.01117 else (-0.07167 if form_count <= 32.5 else 0.01099)) if own_mass <= 0.015861 else (0.04667 if form_count <= 82.5 else -0.02799)))
        + ((0.00954 if prose_blocks <= 5.5 else (-0.05835 if prose_blocks <= 16.5 else (-0.03782 if kept <= 1e-35 else 0.02257))) if next_kept <= 1e-35 else (-0.02672 if own_mass <= 0.016531 else ((-0.003611 if form_share <= 0.82727 else 0.06686) if after_first <= 73.5 else -0.04057)))
        + ((((-0.02555 if weight <= 182.5 else 0.02389) if position <= 0.34139 else -0.05396) if kind <= 2.5 else 0.027) if home_share <= 0.64331 else (((0.008003 if form_share <= 0.7853 else 0.06263) if capitals <= 0.096998 else -0.0196) if position <= 0.90655 else -0.03185))
    )
    total += (
        ((0.006069 if position <= 0.12337 else (-0.08138 if kind <= 1e-35 else 0.007005)) if previous_kept <= 1e-35 else ((((0.008911 if parent_mass <= 0.13963 else 0.06222) if capitals <= 0.075236 else -0.01316) if facts <= 1e-35 else -0.05083) if position <= 0.96354 else -0.04422))
        + ((0.02728 if prose_blocks <= 6.5 else ((-0.03491 if kept <= 1e-35 else 0.02175) if position <= 0.34139 else -0.04927)) if home_share <= 0.64331 else ((0.04196 if link_density <= 0.23106 else -0.03068) if position <= 0.96075 else (0.01614 if capitals <= 0.047247 else -0.0464)))
        + (((0.009236 if raw_form_share <= 1e-35 else ((-0.0771 if own_mass <= 0.32903 else 0.009033) if form_count <= 32.5 else 0.009383)) if is_lead <= 1e-35 else 0.02437) if previous_kept <= 1e-35 else ((0.003791 if link_density <= 0.020726 else -0.0437) if own_mass <= 0.042398 else 0.04216))
        + ((((0.0001438 if home_share <= 0.14667 else 0.04013) if capitals <= 0.075236 else (0.009335 if parent_mass <= 0.95755 else (0.007522 if raw_form_share <= 0.7613 else -0.06923))) if facts <= 1e-35 else -0.04907) if after_last <= -1e-35 else (-0.04639 if title_words <= 0.17914 else 0.01726))
        + (((0.01565 if after_first <= 8.5 else -0.06578) if form_count <= 4.5 else (((0.06079 if position <= 0.90655 else 0.0007071) if capitals <= 0.087228 else 0.001755) if raw_form_share <= 0.97407 else (-0.04935 if previous_kept <= 1e-35 else 0.01307))) if facts <= 1e-35 else -0.06044)
        + (((((-0.04745 if kind <= 1e-35 else 0.01946) if form_share <= 0.65058 else (0.04635 if raw_form_share <= 0.96187 else (0.01613 if parent_mass <= 0.10183 else -0.05683))) if facts <= 1e-35 else -0.0554) if home_share <= 0.91959 else 0.03677) if link_density <= 0.034452 else -0.04944)
        + ((((0.001748 if after_last <= -11.5 else (-0.0458 if own_mass <= 0.20741 else 0.01498)) if title_words <= 0.085145 else 0.02547) if home_share <= 0.91959 else 0.03725) if link_density <= 0.034452 else ((-0.0008444 if after_last <= -14.5 else -0.0717) if title_words <= 0.17914 else 0.01134))
        + ((((0.01966 if prose_blocks <= 6.5 else -0.02614) if title_words <= 0.085145 else 0.01587) if home_share <= 0.91959 else (0.04631 if capitals <= 0.13738 else -0.0175)) if link_density <= 0.034452 else ((-0.0702 if title_words <= 0.14835 else 0.01469) if weight <= 280.25 else 0.01456))
        + (((-0.02025 if form_count <= 4.5 else 0.0372) if raw_form_share <= 1e-35 else -0.05632) if sentence <= 1e-35 else (((0.01048 if raw_form_share <= 0.96684 else -0.05045) if previous_kept <= 1e-35 else (-0.01916 if raw_form_share <= 0.19977 else 0.05056)) if facts <= 1e-35 else -0.04408))
        + (((-0.03454 if position <= 0.0734 else 0.01109) if letters <= 84.25 else (0.03489 if letters <= 569.5 else -0.006912)) if position <= 0.50302 else ((0.002 if raw_form_share <= 1e-35 else (-0.04575 if weight <= 833.5 else 0.01105)) if title_words <= 0.17157 else 0.02573))
    )
    total += (
        (((0.01956 if facts <= 1e-35 else -0.02538) if link_density <= 0.31936 else -0.03347) if position <= 0.72321 else ((-0.05476 if form_count <= 9.5 else ((0.03482 if raw_form_share <= 0.92438 else -0.01724) if position <= 0.97822 else -0.043)) if kind <= 1.5 else 0.02462))
        + (((0.02784 if prose_blocks <= 6.5 else (-0.05143 if is_description <= 1e-35 else 0.01751)) if form_count <= 4.5 else ((0.0498 if raw_form_share <= 0.96187 else -0.001741) if facts <= 1e-35 else -0.04036)) if link_density <= 0.020726 else (-0.05052 if weight <= 176.5 else 0.001151))
        + (((((-0.05346 if weight <= 582.5 else 0.02119) if kind <= 1e-35 else 0.006278) if is_description <= 1e-35 else 0.02303) if form_count <= 8.5 else (0.03798 if facts <= 1e-35 else -0.04217)) if link_density <= 0.020726 else (-0.05318 if weight <= 178.5 else 0.002739))
        + ((((-0.06557 if form_count <= 32.5 else 0.01061) if kind <= 1e-35 else (-0.01627 if form_count <= 4.5 else 0.0255)) if raw_form_share <= 0.97917 else 0.02712) if letters <= 147.75 else (0.02541 if raw_form_share <= 0.92704 else (0.02083 if letters <= 372.25 else -0.05217)))
        + (-0.04305 if kept <= 1e-35 else ((((-0.02388 if previous_kept <= 1e-35 else 0.0161) if form_count <= 8.5 else 0.04401) if capitals <= 0.080541 else (-0.02406 if weight <= 227.5 else 0.01753)) if facts <= 1e-35 else (0.007619 if form_count <= 27.5 else -0.05923)))
        + (((((0.02452 if after_first <= 9.5 else -0.01826) if weight <= 1e-35 else -0.03489) if raw_form_share <= 0.86351 else 0.01765) if link_density <= 0.035859 else -0.05274) if weight <= 182.5 else ((-0.01154 if previous_kept <= 1e-35 else 0.04137) if facts <= 1e-35 else -0.03644))
        + ((0.02316 if own_mass <= 0.064994 else (-0.02773 if own_mass <= 0.15191 else 0.0106)) if capitals <= 0.051065 else (0.02661 if prose_blocks <= 6.5 else ((-0.01067 if form_share <= 0.18677 else 0.03023) if after_last <= -30.5 else (-0.05729 if kind <= 1e-35 else -0.007524))))
        + ((((-0.005699 if home_share <= 0.15185 else 0.03704) if link_density <= 0.084829 else -0.02434) if position <= 0.50302 else ((-0.04323 if form_count <= 4.5 else (-0.01217 if weight <= 189.5 else 0.03162)) if raw_form_share <= 0.97073 else -0.05298)) if title_words <= 0.17157 else 0.0326)
        + ((((0.01988 if home_share <= 0.0058586 else -0.03246) if weight <= 182.5 else (0.03341 if form_share <= 0.99538 else -0.02295)) if home_share <= 0.77533 else (-0.02076 if parent_mass <= 0.08283 else 0.04468)) if position <= 0.75384 else (-0.0357 if title_words <= 0.17914 else 0.0129))
        + ((0.01699 if prose_blocks <= 7.5 else -0.04036) if form_count <= 4.5 else ((((0.02441 if own_mass <= 0.060793 else -0.026) if previous_kept <= 1e-35 else 0.04286) if capitals <= 0.1084 else (0.02763 if prose_blocks <= 10.5 else -0.04769)) if facts <= 1e-35 else -0.03876))
    )
    total += (
        (((((-0.04199 if letters <= 47.5 else 0.00948) if form_count <= 3.5 else 0.04833) if form_share <= 1e-35 else (-0.03619 if form_count <= 90.5 else 0.01883)) if is_description <= 1e-35 else 0.02599) if home_share <= 0.93208 else (0.02891 if link_density <= 0.23106 else -0.01835))
        + (0.03411 if prose_blocks <= 6.5 else ((0.002544 if form_share <= 0.030749 else ((0.0007277 if capitals <= 0.060915 else -0.07358) if weight <= 218.5 else ((-0.01713 if form_share <= 0.82727 else 0.04322) if form_share <= 0.98854 else -0.03088))) if title_words <= 0.17157 else 0.01669))
        + (((-0.02147 if prose_blocks <= 24.5 else 0.01723) if letters <= 140.5 else (0.0372 if capitals <= 0.12404 else -0.02434)) if after_last <= -6.5 else (-0.04523 if home_share <= 0.32651 else (0.02736 if capitals <= 0.046693 else (-0.02396 if title_words <= 0.11438 else 0.02263))))
        + (((-0.04691 if home_share <= 0.89757 else -0.0007098) if kind <= 1.5 else 0.02696) if sentence <= 1e-35 else ((-0.008164 if form_count <= 9.5 else ((0.0456 if letters <= 435.5 else -0.008023) if prose_blocks <= 68.5 else -0.01428)) if capitals <= 0.1084 else -0.02052))
        + (((0.01502 if form_share <= 1e-35 else (-0.05233 if form_count <= 23.5 else 0.002344)) if weight <= 280.25 else (((0.044 if facts <= 1e-35 else -0.02004) if weight <= 560.5 else -0.009741) if after_first <= 56.5 else -0.02997)) if title_words <= 0.17157 else 0.0237)
        + ((((0.01174 if raw_form_share <= 1e-35 else -0.02711) if sentence <= 1e-35 else (0.03632 if weight <= 413.5 else -0.01433)) if position <= 0.97253 else -0.02178) if link_density <= 0.020726 else ((0.00931 if raw_form_share <= 0.038724 else -0.04988) if weight <= 280.25 else 0.0181))
        + (0.02538 if prose_blocks <= 5.5 else (((0.01436 if weight <= 102.5 else (-0.04577 if previous_kept <= 1e-35 else 0.0001186)) if parent_mass <= 0.74376 else 0.03306) if capitals <= 0.051065 else ((-0.01996 if weight <= 147.25 else 0.02269) if parent_mass <= 0.95755 else -0.04331)))
        + ((-0.01713 if kept <= 1e-35 else 0.02888) if after_last <= -33.5 else ((-0.02707 if parent_mass <= 0.15161 else (0.02954 if parent_mass <= 0.98346 else (0.01462 if after_first <= 4.5 else (0.01375 if capitals <= 0.047247 else -0.04986)))) if facts <= 1e-35 else -0.04044))
        + ((((-0.05107 if own_mass <= 0.20741 else 0.00431) if title_words <= 0.085145 else 0.008409) if capitals <= 0.074813 else 0.01221) if form_count <= 10.5 else (((0.04353 if raw_form_share <= 0.99165 else -0.009795) if facts <= 1e-35 else -0.02857) if capitals <= 0.082079 else -0.0223))
        + (((-0.02483 if after_last <= 4.5 else 0.02119) if letters <= 68.25 else (((0.01979 if letters <= 262.5 else (0.0181 if after_last <= -12.5 else -0.03082)) if form_count <= 9.5 else 0.04011) if form_count <= 82.5 else -0.01718)) if link_density <= 0.020726 else -0.02914)
    )
    total += (
        (((-0.02063 if kind <= 1e-35 else (-0.002883 if after_last <= -3.5 else 0.03836)) if letters <= 157.5 else (0.03156 if prose_blocks <= 49.5 else -0.0148)) if raw_form_share <= 0.96684 else (0.008677 if letters <= 331.5 else (0.01246 if position <= 0.22123 else -0.06149)))
        + ((((0.0123 if parent_mass <= 0.005215 else -0.01425) if parent_mass <= 0.18695 else (0.02668 if title_words <= 0.78889 else -0.02498)) if link_density <= 0.034452 else ((-0.04422 if title_words <= 0.20526 else 0.01012) if kind <= 1e-35 else 0.01518)) if facts <= 1e-35 else -0.03914)
        + (((-0.0205 if own_mass <= 0.016531 else 0.03367) if after_last <= -10.5 else ((-0.001259 if position <= 0.22123 else -0.05659) if kind <= 1e-35 else 0.01617)) if previous_kept <= 1e-35 else (-0.001048 if own_mass <= 0.042398 else (-0.005957 if form_share <= 0.21376 else 0.04355)))
        + (-0.03211 if kept <= 1e-35 else ((0.02398 if parent_mass <= 0.028347 else (-0.03528 if parent_mass <= 0.18695 else (0.02752 if parent_mass <= 0.92521 else -0.01366))) if form_count <= 14.5 else (0.02916 if form_count <= 48.5 else (-0.03146 if form_count <= 84.5 else 0.02251))))
        + (0.03053 if prose_blocks <= 5.5 else (((-0.02386 if capitals <= 0.13738 else 0.01907) if sentence <= 1e-35 else (0.02978 if prose_blocks <= 68.5 else -0.01092)) if after_last <= -17.5 else (-0.04308 if previous_kept <= 1e-35 else (0.01989 if capitals <= 0.046693 else -0.02286))))
        + ((0.01444 if raw_form_share <= 1e-35 else (-0.0444 if position <= 0.85621 else 0.009362)) if sentence <= 1e-35 else (((-0.0348 if position <= 0.22464 else 0.0199) if capitals <= 0.015505 else 0.02925) if position <= 0.83637 else (-0.03631 if raw_form_share <= 0.32383 else 0.003187)))
        + (((-0.04616 if is_description <= 1e-35 else 0.0197) if form_share <= 0.84699 else (0.0268 if form_share <= 0.94699 else ((0.001229 if own_mass <= 0.087362 else -0.04903) if next_kept <= 1e-35 else (-0.02488 if form_share <= 0.99738 else 0.03274)))) if kind <= 1e-35 else 0.0109)
        + (((-0.01198 if form_count <= 4.5 else 0.03869) if form_share <= 0.0065841 else (-0.03861 if own_mass <= 0.10052 else (-0.03402 if previous_kept <= 1e-35 else 0.03169))) if form_count <= 14.5 else ((-0.006132 if letters <= 118.25 else 0.04247) if raw_form_share <= 0.92704 else -0.01072))
        + ((0.01263 if after_last <= -14.5 else (0.01054 if prose_blocks <= 6.5 else (0.006858 if home_share <= 1e-35 else -0.05579))) if previous_kept <= 1e-35 else (0.02694 if capitals <= 0.055947 else ((0.01303 if letters <= 424.5 else -0.01943) if position <= 0.97253 else -0.03072)))
        + (((-0.01259 if form_count <= 4.5 else 0.04134) if form_share <= 1e-35 else ((-0.03082 if form_share <= 0.48052 else ((-0.01003 if form_count <= 8.5 else 0.03746) if form_count <= 53.5 else -0.02375)) if parent_mass <= 0.98346 else -0.0492)) if home_share <= 0.98387 else 0.01725)
    )
    total += (
        (0.02407 if prose_blocks <= 5.5 else ((0.01603 if link_density <= 0.084829 else -0.02175) if position <= 0.49983 else (((-0.0216 if parent_mass <= 0.25538 else 0.01393) if parent_mass <= 0.96918 else -0.05122) if form_count <= 11.5 else (0.02946 if capitals <= 0.04898 else -0.01802))))
        + (((0.007946 if own_mass <= 0.059536 else (-0.05082 if capitals <= 0.060915 else 0.00611)) if previous_kept <= 1e-35 else (0.03082 if capitals <= 0.067989 else ((0.01645 if after_first <= 5.5 else -0.04032) if prose_blocks <= 22.5 else 0.02246))) if facts <= 1e-35 else -0.03907)
        + ((0.01151 if prose_blocks <= 11.5 else (-0.04634 if prose_blocks <= 29.5 else 0.01231)) if letters <= 84.25 else (((0.02075 if link_density <= 0.65522 else -0.01544) if after_last <= 1e-35 else -0.01694) if prose_blocks <= 35 else (-0.02915 if prose_blocks <= 78.5 else 0.01194)))
        + (0.02195 if prose_blocks <= 5.5 else (((0.01441 if prose_blocks <= 10.5 else (-0.03295 if prose_blocks <= 27.5 else 0.002753)) if weight <= 285.5 else 0.02925) if form_share <= 0.95662 else (0.01043 if parent_mass <= 0.10183 else (0.003336 if position <= 0.22123 else -0.04342))))
        + (((-0.01985 if home_share <= 0.071322 else (0.03628 if position <= 0.96075 else -0.01296)) if form_share <= 0.95662 else -0.03173) if next_kept <= 1e-35 else (0.01732 if letters <= 279.25 else (0.02247 if home_share <= 0.17889 else (-0.05122 if home_share <= 0.95817 else 0.02038))))
        + (0.01569 if form_share <= 1e-35 else (((-0.02423 if form_share <= 0.84699 else (0.04288 if position <= 0.9671 else -0.01607)) if raw_form_share <= 0.90632 else -0.04707) if form_share <= 0.99738 else ((-0.01607 if sentence <= 1e-35 else 0.03551) if letters <= 446.5 else -0.01691)))
        + (((((0.01807 if raw_form_share <= 0.08587 else -0.02953) if raw_form_share <= 0.32383 else (0.04646 if raw_form_share <= 0.99896 else -0.01385)) if capitals <= 0.046693 else (0.003838 if position <= 0.75706 else -0.02568)) if facts <= 1e-35 else -0.03763) if is_description <= 1e-35 else 0.0301)
        + (0.01391 if own_mass <= 0.0034263 else (-0.04374 if own_mass <= 0.016531 else (0.02505 if after_last <= -12.5 else ((0.002933 if position <= 0.22123 else -0.05266) if previous_kept <= 1e-35 else ((-0.005154 if own_mass <= 0.10052 else 0.03506) if own_mass <= 0.17497 else -0.01591)))))
        + ((((0.01513 if own_mass <= 0.0067691 else (-0.03127 if raw_form_share <= 0.81413 else 0.0133)) if letters <= 165.5 else (0.03652 if raw_form_share <= 0.97612 else (0.01359 if position <= 0.60012 else -0.03727))) if facts <= 1e-35 else -0.02145) if capitals <= 0.1084 else -0.02254)
        + ((0.01637 if after_first <= 4.5 else -0.03591) if form_count <= 4.5 else ((0.03185 if link_density <= 0.48994 else -0.02118) if form_share <= 0.99006 else (((-0.02048 if letters <= 62.5 else 0.03436) if letters <= 443.5 else -0.0209) if after_first <= 53.5 else -0.03573)))
    )
    total += (
        ((((-0.02647 if letters <= 39.5 else 0.016) if parent_mass <= 0.89757 else 0.04244) if link_density <= 0.47214 else -0.02443) if own_mass <= 0.0011342 else (-0.04118 if own_mass <= 0.016531 else ((0.02288 if form_count <= 82.5 else -0.01894) if own_mass <= 0.053675 else -0.0145)))
        + ((-0.03846 if next_kept <= 1e-35 else (0.01726 if capitals <= 0.11452 else -0.01796)) if letters <= 68.25 else (((-0.01511 if is_description <= 1e-35 else 0.03061) if after_first <= 9.5 else (0.03521 if capitals <= 0.14879 else -0.01726)) if after_first <= 67.5 else -0.03132))
        + (((0.008811 if raw_form_share <= 0.033115 else ((0.01266 if after_last <= -181.5 else -0.0305) if position <= 0.99848 else 0.01641)) if weight <= 460.5 else (0.03164 if raw_form_share <= 0.96684 else -0.01529)) if title_words <= 0.17157 else (0.03128 if title_words <= 0.78889 else -0.0107))
        + ((((-0.04248 if home_share <= 0.025605 else (-0.02478 if prose_blocks <= 13.5 else (0.02316 if after_first <= 69.5 else -0.02234))) if is_description <= 1e-35 else 0.0181) if kind <= 1e-35 else (-0.01083 if letters <= 41.5 else 0.03137)) if home_share <= 0.99043 else 0.01931)
        + (0.03187 if prose_blocks <= 5.5 else (((0.01396 if parent_mass <= 0.08121 else -0.03143) if parent_mass <= 0.7216 else (-0.01559 if prose_blocks <= 7.5 else 0.03533)) if capitals <= 0.055051 else ((0.01545 if after_last <= -111.5 else -0.03213) if letters <= 471 else 0.01754)))
        + (((0.01053 if title_words <= 0.78889 else -0.02147) if link_density <= 0.020726 else ((-0.01651 if weight <= 178.5 else (-0.01228 if after_last <= -44.5 else 0.03384)) if after_last <= -2.5 else -0.02923)) if facts <= 1e-35 else (0.006791 if raw_form_share <= 0.74001 else -0.04573))
        + (0.02339 if prose_blocks <= 6.5 else (((0.01344 if weight <= 102.5 else -0.02293) if parent_mass <= 0.74376 else (0.03649 if capitals <= 0.047247 else -0.008264)) if capitals <= 0.051065 else ((-0.03378 if prose_blocks <= 24.5 else 0.002649) if weight <= 460.5 else 0.02035)))
        + ((-0.008644 if letters <= 41.5 else 0.03461) if raw_form_share <= 0.02789 else (((-0.02303 if home_share <= 0.029145 else ((0.01869 if letters <= 208.5 else -0.01873) if prose_blocks <= 24.5 else 0.03618)) if parent_mass <= 0.50179 else -0.03303) if home_share <= 0.98732 else 0.01522))
        + (((-0.01996 if position <= 0.22626 else 0.01324) if letters <= 165.5 else (0.03353 if facts <= 1e-35 else -0.01141)) if after_last <= -11.5 else ((-0.02464 if kind <= 1.5 else 0.01281) if form_count <= 18.5 else (0.02903 if form_count <= 48.5 else -0.01932)))
        + ((((-0.03727 if own_mass <= 0.016531 else (-0.008789 if prose_blocks <= 13.5 else 0.02582)) if kind <= 1e-35 else (0.02473 if home_share <= 0.91722 else -0.01115)) if form_count <= 26.5 else 0.02869) if facts <= 1e-35 else (0.01524 if form_count <= 27.5 else -0.04509))
    )
    total += (
        ((((0.01784 if weight <= 87.5 else -0.02867) if prose_blocks <= 11.5 else -0.03718) if weight <= 164.5 else (((0.01303 if form_share <= 0.1656 else -0.02479) if form_share <= 0.83516 else 0.03326) if raw_form_share <= 0.95052 else -0.01777)) if prose_blocks <= 24.5 else 0.01188)
        + (((-0.007969 if form_count <= 4.5 else 0.03131) if form_share <= 0.018835 else (((-0.0175 if capitals <= 0.09918 else 0.0234) if form_count <= 7.5 else -0.04765) if form_count <= 24.5 else 0.01101)) if weight <= 174.5 else (0.02146 if position <= 0.50774 else -0.005846))
        + (((-0.01048 if form_count <= 3.5 else 0.03095) if form_share <= 1e-35 else ((-0.01486 if after_last <= -1.5 else 0.01133) if link_density <= 0.035859 else (-0.03813 if weight <= 431.5 else 0.009717))) if title_words <= 0.17157 else (0.02528 if title_words <= 0.78889 else -0.01273))
        + ((-0.02252 if sentence <= 1e-35 else (((0.0005118 if after_first <= 9.5 else 0.04148) if facts <= 1e-35 else -0.0192) if after_last <= -3.5 else ((0.009167 if form_share <= 0.9834 else -0.04412) if previous_kept <= 1e-35 else 0.001522))) if kind <= 1.5 else 0.01874)
        + ((((-0.04181 if capitals <= 0.09918 else 0.01698) if letters <= 68.25 else (-0.01525 if parent_mass <= 0.066018 else 0.03038)) if own_mass <= 0.14111 else -0.02749) if next_kept <= 1e-35 else ((-0.006837 if after_first <= 1e-35 else 0.02422) if after_first <= 62.5 else -0.01404))
        + (((0.02897 if prose_blocks <= 8.5 else ((-0.02108 if capitals <= 0.09918 else 0.01224) if form_share <= 0.91229 else 0.02304)) if form_share <= 0.95662 else (0.009503 if raw_form_share <= 0.90632 else -0.05151)) if form_share <= 0.99738 else (-0.009435 if next_kept <= 1e-35 else 0.0332))
        + (((((-0.02261 if kind <= 1.5 else 0.02179) if form_count <= 4.5 else 0.02636) if is_home <= 1e-35 else (0.02265 if parent_mass <= 0.047559 else -0.02444)) if form_count <= 22.5 else (-0.01649 if parent_mass <= 0.012862 else 0.03715)) if facts <= 1e-35 else -0.02828)
        + ((-0.008683 if letters <= 43.5 else 0.03081) if raw_form_share <= 0.02789 else ((((-0.02149 if raw_form_share <= 0.48607 else (0.03811 if raw_form_share <= 0.92438 else -0.01897)) if parent_mass <= 0.95755 else -0.03881) if home_share <= 0.96055 else 0.02234) if link_density <= 0.034452 else -0.02554))
        + ((0.0174 if prose_blocks <= 11.5 else (-0.03285 if prose_blocks <= 78.5 else 0.02049)) if own_mass <= 0.016531 else ((-0.006368 if form_share <= 0.14709 else (0.04859 if prose_blocks <= 68.5 else -0.01766)) if own_mass <= 0.053675 else (-0.02027 if previous_kept <= 1e-35 else 0.009462)))
        + (0.02199 if form_share <= 0.01117 else (((0.008752 if capitals <= 0.033616 else -0.04698) if form_count <= 32.5 else 0.009033) if own_mass <= 0.016531 else ((-0.02166 if next_kept <= 1e-35 else 0.01296) if form_count <= 10.5 else (0.02926 if facts <= 1e-35 else -0.01736))))
    )
    total += (
        ((0.02197 if link_density <= 0.47214 else -0.01691) if weight <= 1e-35 else (-0.02812 if sentence <= 1e-35 else (0.01486 if after_last <= -12.5 else (0.01566 if after_first <= 3.5 else ((-0.01786 if home_share <= 0.21446 else 0.02739) if home_share <= 0.89405 else -0.02958)))))
        + (((-0.02601 if home_share <= 0.97851 else 0.009525) if is_lead <= 1e-35 else 0.02106) if previous_kept <= 1e-35 else (((-0.00111 if home_share <= 0.042346 else 0.04043) if home_share <= 0.89405 else (0.02386 if capitals <= 0.026491 else -0.01505)) if facts <= 1e-35 else -0.02822))
        + (0.02777 if prose_blocks <= 6.5 else ((((-0.009549 if form_share <= 0.48052 else 0.02772) if parent_mass <= 0.08121 else -0.0261) if parent_mass <= 0.74376 else (0.02924 if parent_mass <= 0.95755 else -0.003425)) if link_density <= 0.021124 else (0.01058 if form_share <= 0.041596 else -0.02905)))
        + (((0.02003 if prose_blocks <= 6.5 else (0.009728 if after_last <= -12.5 else -0.03297)) if form_count <= 4.5 else (0.0193 if facts <= 1e-35 else -0.01749)) if link_density <= 0.034452 else ((-0.03844 if weight <= 282.5 else 0.009722) if previous_kept <= 1e-35 else 0.002279))
        + ((((0.01962 if raw_form_share <= 0.03564 else (-0.01973 if weight <= 441.5 else 0.01726)) if form_count <= 15.5 else (0.04505 if capitals <= 0.075236 else -0.008676)) if facts <= 1e-35 else (0.01609 if form_count <= 27.5 else -0.04375)) if position <= 0.96354 else -0.01963)
        + (((0.005877 if weight <= 1e-35 else -0.03119) if previous_kept <= 1e-35 else (0.02033 if prose_blocks <= 12.5 else ((-0.03955 if parent_mass <= 0.10452 else -0.0001665) if prose_blocks <= 22.5 else (0.01874 if prose_blocks <= 68.5 else -0.01549)))) if is_description <= 1e-35 else 0.02621)
        + (((0.02212 if form_count <= 20.5 else -0.0152) if after_last <= -11.5 else (-0.02541 if after_first <= 24.5 else 0.0083)) if home_share <= 0.93208 else ((0.0422 if prose_blocks <= 13.5 else -0.0008539) if own_mass <= 0.14826 else (0.01819 if prose_blocks <= 5.5 else -0.0319)))
        + ((((0.01668 if raw_form_share <= 0.63617 else (-0.03667 if raw_form_share <= 0.82569 else 0.00623)) if after_first <= 9.5 else (-0.006791 if raw_form_share <= 0.1084 else 0.04287)) if after_first <= 50.5 else -0.01041) if position <= 0.96075 else (-0.0293 if position <= 0.99848 else 0.01379))
        + ((((-0.01786 if form_count <= 1.5 else 0.02945) if prose_blocks <= 12.5 else (0.009285 if position <= 0.091218 else -0.03113)) if raw_form_share <= 0.19977 else (-0.0102 if position <= 0.45015 else 0.02261)) if raw_form_share <= 0.96684 else (-0.04942 if raw_form_share <= 0.97917 else 0.006875))
        + ((((0.00606 if home_share <= 1e-35 else -0.0329) if kind <= 2.5 else 0.02074) if home_share <= 0.099784 else (0.000413 if raw_form_share <= 0.12131 else 0.04042)) if raw_form_share <= 0.63617 else (-0.0369 if form_share <= 0.84699 else (0.02381 if form_share <= 0.94699 else -0.009954)))
    )
    total += (
        ((((-0.02851 if title_words <= 0.28992 else 0.0103) if is_description <= 1e-35 else 0.02015) if kind <= 1e-35 else 0.01161) if form_share <= 0.99738 else ((0.03904 if title_words <= 0.46863 else -0.009471) if letters <= 443.5 else (-0.02731 if own_mass <= 0.17896 else 0.01972)))
        + ((((0.0194 if home_share <= 0.30379 else -0.02243) if previous_kept <= 1e-35 else 0.03368) if prose_blocks <= 17.5 else -0.005067) if position <= 0.72107 else (-0.02856 if after_first <= 10.5 else ((0.02887 if after_first <= 50.5 else -0.01216) if position <= 0.97822 else -0.01845)))
        + (((0.0009167 if is_home <= 1e-35 else (0.01261 if parent_mass <= 0.03546 else -0.03168)) if raw_form_share <= 0.97917 else 0.02003) if weight <= 164.5 else ((-0.0186 if capitals <= 0.062019 else 0.01182) if parent_mass <= 0.7558 else (0.03162 if capitals <= 0.13738 else -0.01379)))
        + (0.02048 if prose_blocks <= 6.5 else (((0.0157 if form_count <= 9.5 else -0.02008) if raw_form_share <= 0.63617 else (-0.04269 if form_count <= 11.5 else (-0.02558 if own_mass <= 0.016531 else 0.01384))) if prose_blocks <= 24.5 else (-0.01559 if raw_form_share <= 0.18561 else 0.02898)))
        + ((0.004168 if form_share <= 0.01117 else ((-0.03839 if is_lead <= 1e-35 else 0.01078) if raw_form_share <= 0.97917 else 0.01246)) if own_mass <= 0.016531 else ((-0.01095 if capitals <= 0.033616 else 0.02115) if raw_form_share <= 0.97073 else (0.01208 if weight <= 398.5 else -0.03388)))
        + ((((0.008301 if home_share <= 1e-35 else -0.02973) if home_share <= 0.046962 else (0.03275 if raw_form_share <= 0.92438 else -0.0153)) if is_home <= 1e-35 else (0.01671 if parent_mass <= 0.042262 else (-0.04719 if prose_blocks <= 24.5 else 0.006314))) if home_share <= 0.99043 else 0.01226)
        + (((-0.01719 if after_last <= -34.5 else 0.02521) if form_share <= 0.10317 else (0.01065 if after_last <= -12.5 else -0.04154)) if previous_kept <= 1e-35 else ((-0.007483 if position <= 0.14591 else (-0.004891 if parent_mass <= 0.046962 else 0.04111)) if position <= 0.54882 else -0.004394))
        + ((((-0.0122 if form_count <= 4.5 else 0.02286) if weight <= 1e-35 else -0.02421) if letters <= 80.5 else 0.02384) if own_mass <= 0.053675 else ((0.01696 if home_share <= 0.90548 else (0.02024 if position <= 0.10572 else -0.02844)) if form_count <= 21.5 else -0.03102))
        + (((0.01106 if own_mass <= 0.064994 else -0.0257) if previous_kept <= 1e-35 else 0.02176) if capitals <= 0.047247 else (((0.00498 if position <= 0.35448 else -0.03589) if form_count <= 4.5 else 0.01517) if raw_form_share <= 0.90408 else (-0.0361 if raw_form_share <= 0.99896 else 0.01201)))
        + ((((0.005824 if form_count <= 2.5 else -0.02399) if form_count <= 4.5 else 0.0127) if own_mass <= 0.057756 else (-0.02981 if position <= 0.91303 else 0.01269)) if own_mass <= 0.10052 else (0.03343 if position <= 0.54882 else (0.02211 if own_mass <= 0.15837 else -0.02275)))
    )
    return total
