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
        (((1.713 if is_description <= 1e-35 else 2.423) if form_count <= 14.5 else 2.36) if home_share <= 0.13756 else (((2.395 if after_first <= 3.5 else 2.134) if form_count <= 24.5 else 2.435) if weight <= 88.5 else (2.555 if after_first <= 69.5 else 2.205)))
        + ((((-0.2346 if is_lead <= 1e-35 else 0.02438) if form_share <= 0.18677 else 0.03081) if position <= 0.50774 else -0.4239) if home_share <= 0.64331 else ((-0.03614 if form_share <= 0.69049 else (0.1734 if link_density <= 0.23106 else -0.07007)) if position <= 0.96354 else -0.1959))
        + (((-0.371 if is_description <= 1e-35 else 0.01668) if next_kept <= 1e-35 else (-0.1148 if raw_form_share <= 0.18561 else 0.07311)) if home_share <= 0.18554 else (((0.146 if after_last <= -1e-35 else -0.03435) if after_first <= 73.5 else -0.1167) if link_density <= 0.12099 else -0.113))
        + ((0.01874 if prose_blocks <= 2.5 else -0.2683) if sentence <= 1e-35 else ((-0.1703 if previous_kept <= 1e-35 else (-0.1001 if weight <= 120.5 else 0.09023)) if next_kept <= 1e-35 else ((0.1562 if link_density <= 0.16597 else -0.05687) if facts <= 1e-35 else -0.163)))
        + ((-0.002439 if capitals <= 0.047247 else (-0.2578 if title_words <= 0.14835 else -0.01959)) if weight <= 140.5 else (((0.0007529 if form_count <= 7.5 else 0.1474) if facts <= 1e-35 else -0.1196) if after_last <= -1e-35 else (-0.1495 if own_mass <= 0.26495 else 0.05341)))
        + (((-0.2515 if weight <= 394.5 else 0.02585) if kind <= 1e-35 else -0.04601) if raw_form_share <= 0.29082 else (-0.104 if sentence <= 1e-35 else (((0.06081 if link_density <= 0.035859 else -0.1362) if weight <= 106.5 else 0.1261) if after_first <= 67.5 else -0.0871)))
        + (((-0.08188 if sentence <= 1e-35 else 0.04906) if position <= 0.34139 else (-0.2113 if kind <= 2.5 else 0.02822)) if home_share <= 0.58043 else (((0.004791 if sentence <= 1e-35 else 0.1394) if link_density <= 0.10188 else -0.03424) if position <= 0.96354 else -0.1159))
        + (((0.03478 if prose_blocks <= 10.5 else -0.09797) if form_share <= 0.2323 else ((-0.04292 if weight <= 1e-35 else 0.1103) if form_count <= 81 else -0.08402)) if after_last <= -1e-35 else ((-0.2111 if weight <= 282.5 else -0.008328) if title_words <= 0.18899 else 0.03313))
        + (((-0.08233 if home_share <= 0.21446 else 0.06987) if after_first <= 8.5 else -0.2161) if form_count <= 4.5 else (((0.1288 if position <= 0.90655 else -0.04225) if raw_form_share <= 0.96187 else (-0.1344 if home_share <= 0.99043 else 0.04855)) if facts <= 1e-35 else -0.1618))
        + (((-0.1532 if weight <= 270.25 else (0.05578 if home_share <= 0.1038 else (-0.111 if own_mass <= 0.17497 else 0.04292))) if title_words <= 0.18899 else 0.02991) if home_share <= 0.77533 else ((0.04322 if capitals <= 0.047247 else -0.1066) if weight <= 104.5 else 0.1239))
    )
    total += (
        (((0.02447 if prose_blocks <= 6.5 else (-0.1225 if prose_blocks <= 78.5 else 0.0383)) if title_words <= 0.18899 else 0.04789) if home_share <= 0.64331 else ((0.05557 if capitals <= 0.046693 else -0.07) if letters <= 140.5 else (0.1145 if capitals <= 0.09918 else -0.03394)))
        + (-0.153 if kept <= 1e-35 else (((-0.09819 if next_kept <= 1e-35 else 0.02368) if letters <= 56.5 else (0.09529 if prose_blocks <= 53.5 else -0.04302)) if link_density <= 0.034452 else ((-0.1278 if weight <= 387.5 else 0.03907) if title_words <= 0.20526 else 0.04626)))
        + ((-0.17 if kind <= 1e-35 else 0.004549) if kept <= 1e-35 else (((0.02791 if raw_form_share <= 1e-35 else -0.06906) if sentence <= 1e-35 else (0.07273 if raw_form_share <= 0.99224 else -0.04285)) if link_density <= 0.16597 else (-0.1398 if title_words <= 0.10819 else 0.0174)))
        + ((((-0.0253 if weight <= 1e-35 else -0.1719) if form_count <= 13.5 else 0.005461) if is_description <= 1e-35 else 0.04403) if previous_kept <= 1e-35 else (((-0.002599 if form_count <= 4.5 else 0.1276) if capitals <= 0.077677 else -0.04425) if facts <= 1e-35 else -0.1374))
        + ((((-0.05406 if home_share <= 0.97385 else 0.0599) if previous_kept <= 1e-35 else (0.1137 if capitals <= 0.31456 else -0.03917)) if facts <= 1e-35 else -0.08845) if position <= 0.72107 else ((0.02537 if capitals <= 0.020621 else -0.1178) if title_words <= 0.17914 else 0.04132))
        + ((((-0.1449 if title_words <= 0.20526 else 0.0008306) if form_count <= 24.5 else 0.02046) if kind <= 1e-35 else 0.0193) if weight <= 174.5 else ((-0.02462 if form_count <= 7.5 else (0.1018 if capitals <= 0.13738 else -0.04078)) if facts <= 1e-35 else -0.07529))
        + (((-0.08324 if sentence <= 1e-35 else (0.04485 if parent_mass <= 0.13306 else -0.05454)) if parent_mass <= 0.29881 else ((0.09558 if after_first <= 66.5 else -0.0307) if link_density <= 0.31936 else -0.05659)) if position <= 0.72107 else (-0.08238 if kind <= 1.5 else 0.05357))
        + (((0.04188 if prose_blocks <= 5.5 else (-0.1154 if prose_blocks <= 16.5 else 0.0169)) if next_kept <= 1e-35 else ((0.04022 if prose_blocks <= 19.5 else (0.01961 if raw_form_share <= 0.0092406 else -0.1118)) if raw_form_share <= 0.19977 else 0.07936)) if facts <= 1e-35 else -0.113)
        + (((-0.1145 if is_lead <= 1e-35 else 0.05548) if kind <= 1e-35 else 0.01128) if form_share <= 0.84699 else ((((0.04493 if position <= 0.73014 else -0.06293) if prose_blocks <= 10.5 else 0.1116) if prose_blocks <= 72 else -0.06017) if capitals <= 0.11285 else -0.08632))
        + (-0.07037 if kept <= 1e-35 else (0.05245 if after_first <= 3.5 else ((-0.1026 if previous_kept <= 1e-35 else -0.002487) if form_count <= 13.5 else ((-0.008196 if weight <= 56.5 else 0.08579) if prose_blocks <= 62.5 else (-0.09551 if prose_blocks <= 78.5 else 0.05163)))))
    )
    total += (
        ((((-0.1075 if prose_blocks <= 55.5 else 0.01709) if kind <= 1e-35 else 0.02388) if is_description <= 1e-35 else 0.04951) if previous_kept <= 1e-35 else ((0.08932 if capitals <= 0.055947 else (0.0348 if position <= 0.75706 else -0.06547)) if facts <= 1e-35 else -0.1067))
        + (((((0.04098 if form_share <= 0.0089665 else -0.06711) if own_mass <= 0.016531 else 0.06465) if raw_form_share <= 0.92704 else -0.04333) if after_last <= -6.5 else (-0.1072 if parent_mass <= 0.29881 else -0.005282)) if title_words <= 0.17157 else (0.0822 if title_words <= 0.78889 else -0.03627))
        + ((((0.02075 if position <= 0.18429 else (0.02642 if prose_blocks <= 6.5 else -0.1135)) if form_count <= 7.5 else (0.05113 if home_share <= 0.28738 else -0.04276)) if home_share <= 0.91959 else (0.09179 if kind <= 1e-35 else -0.01429)) if link_density <= 0.035859 else -0.06108)
        + (((0.05597 if after_last <= -25.5 else (0.03609 if capitals <= 0.051065 else -0.0394)) if weight <= 1e-35 else (-0.08066 if title_words <= 0.17157 else 0.006954)) if weight <= 182.5 else (0.07785 if position <= 0.54882 else (0.0181 if weight <= 401.5 else -0.05495)))
        + (0.05745 if prose_blocks <= 5.5 else ((-0.08196 if prose_blocks <= 24.5 else -0.003686) if weight <= 167.5 else ((0.0411 if letters <= 262.5 else -0.07619) if prose_blocks <= 11.5 else ((-0.01506 if form_share <= 0.7853 else 0.1093) if facts <= 1e-35 else -0.04688))))
        + ((((0.007196 if position <= 0.74624 else -0.1031) if form_count <= 4.5 else (0.09804 if link_density <= 0.076731 else -0.04092)) if raw_form_share <= 0.96684 else (0.02811 if position <= 0.37036 else (-0.1471 if position <= 0.86335 else 0.001784))) if facts <= 1e-35 else -0.09904)
        + ((((-0.04094 if raw_form_share <= 0.29082 else ((-0.01982 if position <= 0.095342 else 0.1004) if raw_form_share <= 0.92552 else (0.04384 if home_share <= 0.099784 else -0.09098))) if parent_mass <= 0.89757 else 0.06311) if position <= 0.97253 else -0.06119) if link_density <= 0.05823 else -0.0673)
        + ((-0.05671 if after_last <= 1.5 else 0.03509) if letters <= 65.5 else ((((0.05599 if form_count <= 81 else -0.02557) if title_words <= 0.78889 else -0.03934) if after_last <= -1e-35 else (-0.05222 if title_words <= 0.11438 else 0.04642)) if capitals <= 0.10381 else -0.05864))
        + ((0.01059 if form_share <= 1e-35 else (-0.1099 if prose_blocks <= 78.5 else 0.02459)) if own_mass <= 0.016531 else ((-0.0606 if prose_blocks <= 13.5 else 0.05521) if next_kept <= 1e-35 else ((-0.005692 if form_share <= 0.84349 else 0.1085) if after_first <= 73.5 else -0.05564)))
        + ((((-0.0002861 if form_share <= 0.99006 else -0.06624) if home_share <= 0.58043 else (0.05703 if capitals <= 0.09918 else (0.03681 if raw_form_share <= 0.72865 else -0.07304))) if position <= 0.95651 else -0.07642) if kind <= 1.5 else (0.07621 if raw_form_share <= 0.080327 else -0.02624))
    )
    total += (
        ((((0.0141 if position <= 0.38837 else -0.07991) if raw_form_share <= 0.722 else 0.05235) if raw_form_share <= 0.97073 else -0.1223) if previous_kept <= 1e-35 else (((-0.008443 if raw_form_share <= 0.23168 else 0.08736) if capitals <= 0.075236 else -0.02661) if facts <= 1e-35 else -0.07038))
        + (0.06868 if prose_blocks <= 5.5 else (((-0.02142 if sentence <= 1e-35 else ((-0.02095 if prose_blocks <= 7.5 else (0.08346 if capitals <= 0.14879 else -0.04464)) if facts <= 1e-35 else -0.05105)) if letters <= 556.25 else -0.05989) if position <= 0.97822 else -0.07631))
        + (((0.01686 if raw_form_share <= 1e-35 else -0.08258) if is_lead <= 1e-35 else 0.03716) if previous_kept <= 1e-35 else (((0.0272 if raw_form_share <= 0.03564 else -0.05843) if raw_form_share <= 0.97482 else 0.04979) if own_mass <= 0.072073 else (0.09233 if raw_form_share <= 0.96894 else -0.02745)))
        + (((0.03566 if raw_form_share <= 0.0092406 else -0.04471) if weight <= 164.5 else (0.08362 if facts <= 1e-35 else -0.01848)) if after_last <= -12.5 else (((-0.05818 if parent_mass <= 0.15161 else 0.04153) if parent_mass <= 0.95755 else -0.1254) if home_share <= 0.98625 else 0.02266))
        + ((((0.04404 if position <= 0.38837 else -0.05488) if form_count <= 4.5 else (0.08831 if home_share <= 0.92602 else 0.007642)) if raw_form_share <= 0.96684 else (0.03781 if position <= 0.22123 else (-0.09264 if form_count <= 24.5 else 0.01956))) if facts <= 1e-35 else -0.07191)
        + (0.03946 if prose_blocks <= 6.5 else (0.03146 if home_share <= 1e-35 else (-0.05893 if after_first <= 8.5 else ((0.02875 if prose_blocks <= 12.5 else -0.0783) if raw_form_share <= 0.23168 else ((0.08845 if raw_form_share <= 0.96187 else -0.03705) if facts <= 1e-35 else -0.06121)))))
        + (((((-0.03194 if form_share <= 0.18677 else (0.09204 if home_share <= 0.86321 else -0.04167)) if form_share <= 0.97104 else -0.06801) if title_words <= 0.085145 else 0.04396) if home_share <= 0.91959 else (0.07419 if own_mass <= 0.14826 else -0.02559)) if link_density <= 0.034452 else -0.05767)
        + (((((-0.02488 if letters <= 37.5 else (0.009209 if home_share <= 0.075803 else 0.08481)) if facts <= 1e-35 else -0.03814) if own_mass <= 0.094255 else (-0.07394 if weight <= 677.5 else 0.02853)) if home_share <= 0.98625 else 0.06157) if link_density <= 0.020726 else -0.03711)
        + (((-0.04653 if form_count <= 1.5 else ((0.004619 if home_share <= 0.073332 else 0.09661) if is_home <= 1e-35 else (0.05481 if raw_form_share <= 0.03564 else (-0.05376 if raw_form_share <= 0.84535 else 0.03488)))) if facts <= 1e-35 else -0.05326) if raw_form_share <= 0.96684 else -0.05107)
        + (((-0.06355 if position <= 0.0734 else 0.02199) if letters <= 80.5 else ((0.002782 if home_share <= 0.071322 else 0.08174) if letters <= 431.5 else -0.01908)) if position <= 0.49983 else ((0.01342 if raw_form_share <= 0.02789 else -0.05367) if title_words <= 0.17157 else 0.03739))
    )
    return total
