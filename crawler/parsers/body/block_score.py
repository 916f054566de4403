"""Block score: a block's features in, how surely it is text of the article out; learned from labelled pages.

Made by `python benchmarks/train_blocks.py FOLDER --write`; not to be edited. benchmarks/README.md says how and what
it is worth.
"""

# ruff: noqa: E501, RUF059
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
        (((1.692 if is_description <= 1e-35 else 2.482) if form_count <= 14.5 else (2.312 if kept <= 1e-35 else 2.512)) if home_share <= 0.15185 else ((2.273 if form_count <= 24.5 else 2.484) if weight <= 109.5 else (2.61 if after_first <= 69.5 else 2.321)))
        + ((((-0.2151 if home_share <= 0.32651 else 0.01349) if letters <= 165.5 else 0.06389) if position <= 0.50149 else -0.4457) if home_share <= 0.64331 else ((-0.007675 if form_share <= 0.69049 else (0.1724 if link_density <= 0.23161 else -0.0367)) if position <= 0.95966 else -0.1643))
        + (((-0.3788 if is_description <= 1e-35 else 0.02431) if next_kept <= 1e-35 else (-0.1254 if raw_form_share <= 0.18561 else 0.06685)) if home_share <= 0.18554 else (((-0.03297 if raw_form_share <= 0.29082 else 0.1466) if facts <= 1e-35 else -0.1536) if link_density <= 0.22676 else -0.1593))
        + (-0.2583 if sentence <= 1e-35 else (((-0.0001832 if after_first <= 1.5 else -0.1902) if previous_kept <= 1e-35 else (-0.09067 if weight <= 119.5 else 0.08442)) if next_kept <= 1e-35 else ((0.1523 if link_density <= 0.11659 else -0.02046) if facts <= 1e-35 else -0.1574)))
        + (-0.2569 if kept <= 1e-35 else ((0.04963 if capitals <= 0.04898 else (-0.1959 if title_words <= 0.12132 else 0.02583)) if weight <= 109.5 else (((-0.08285 if own_mass <= 0.14826 else 0.07409) if form_count <= 7.5 else 0.1453) if facts <= 1e-35 else -0.1144)))
        + ((-0.09593 if sentence <= 1e-35 else ((-0.03407 if raw_form_share <= 0.19977 else ((0.1418 if raw_form_share <= 0.99896 else -0.004769) if capitals <= 0.1101 else -0.03457)) if form_count <= 81 else -0.08006)) if after_last <= -1e-35 else (0.01897 if after_first <= 3.5 else -0.1989))
        + (((-0.101 if sentence <= 1e-35 else 0.05613) if position <= 0.386 else (-0.1929 if kind <= 2.5 else 0.03872)) if home_share <= 0.64331 else (((0.1389 if capitals <= 0.14039 else -0.02353) if link_density <= 0.23161 else -0.07081) if position <= 0.95966 else -0.128))
        + (((-0.179 if parent_mass <= 0.99065 else -0.01381) if title_words <= 0.11438 else 0.0177) if letters <= 116.25 else (((0.01453 if form_count <= 7.5 else 0.1263) if prose_blocks <= 68.5 else -0.08162) if after_last <= -1e-35 else (-0.1333 if previous_kept <= 1e-35 else 0.01315)))
        + ((((-0.06955 if letters <= 236.5 else 0.02115) if position <= 0.50588 else -0.1691) if title_words <= 0.18899 else (0.0591 if title_words <= 0.72078 else -0.05766)) if home_share <= 0.64331 else ((-0.02731 if form_count <= 1.5 else 0.1082) if position <= 0.95966 else -0.1379))
        + (-0.1614 if kept <= 1e-35 else ((((0.02856 if own_mass <= 0.071371 else -0.07466) if sentence <= 1e-35 else (-0.03004 if letters <= 70.5 else 0.1106)) if capitals <= 0.082079 else (-0.1168 if weight <= 224.5 else 0.04995)) if facts <= 1e-35 else -0.1607))
    )
    total += (
        (((((-0.005638 if form_share <= 1e-35 else -0.1461) if raw_form_share <= 0.29082 else (-0.03803 if weight <= 109.5 else 0.08588)) if raw_form_share <= 0.92704 else -0.1407) if title_words <= 0.17157 else 0.04571) if home_share <= 0.93208 else (0.1055 if link_density <= 0.076377 else -0.06684))
        + (((-0.167 if title_words <= 0.11438 else -0.002188) if letters <= 234.5 else -0.005355) if next_kept <= 1e-35 else ((((0.0388 if after_last <= -21.5 else -0.06005) if form_share <= 0.84699 else 0.08838) if form_share <= 0.98692 else -0.1289) if form_share <= 0.99738 else 0.1111))
        + ((0.01129 if prose_blocks <= 6.5 else -0.1449) if kept <= 1e-35 else ((-0.0342 if sentence <= 1e-35 else ((0.0372 if after_last <= -7.5 else -0.08268) if raw_form_share <= 0.19977 else (0.08264 if after_first <= 70.5 else -0.05195))) if link_density <= 0.16597 else -0.0922))
        + ((-0.1373 if is_description <= 1e-35 else 0.03548) if form_count <= 2.5 else (((-0.06824 if form_count <= 9.5 else 0.02594) if previous_kept <= 1e-35 else ((-0.02003 if letters <= 56.5 else 0.1199) if capitals <= 0.077677 else -0.04154)) if facts <= 1e-35 else -0.1307))
        + (((((-0.08956 if prose_blocks <= 13.5 else 0.02654) if home_share <= 0.95878 else 0.06577) if previous_kept <= 1e-35 else 0.09672) if facts <= 1e-35 else -0.1112) if position <= 0.72129 else ((0.01877 if capitals <= 0.020204 else -0.1213) if title_words <= 0.17914 else 0.06185))
        + (((-0.129 if is_description <= 1e-35 else 0.0254) if form_count <= 11.5 else (0.06961 if capitals <= 0.062019 else -0.03317)) if next_kept <= 1e-35 else (((-0.01467 if form_share <= 0.2323 else 0.1035) if link_density <= 0.31936 else -0.09135) if facts <= 1e-35 else -0.09929))
        + (((-0.06806 if kind <= 1e-35 else 0.0289) if home_share <= 0.64331 else (-0.04412 if parent_mass <= 0.08283 else 0.09899)) if position <= 0.72129 else ((-0.1241 if letters <= 234.5 else (-0.06686 if position <= 0.8626 else 0.04839)) if kind <= 1.5 else 0.04877))
        + ((-0.1297 if kind <= 1e-35 else (0.06083 if prose_blocks <= 11.5 else -0.04589)) if sentence <= 1e-35 else (((-0.03705 if raw_form_share <= 0.19977 else 0.08968) if raw_form_share <= 0.97612 else (0.02455 if letters <= 413.5 else -0.1028)) if facts <= 1e-35 else -0.08071))
        + ((((-0.06776 if position <= 0.22417 else 0.04545) if capitals <= 0.016261 else 0.05871) if capitals <= 0.12183 else -0.02832) if position <= 0.58063 else ((-0.0238 if form_count <= 10.5 else 0.05017) if capitals <= 0.04898 else (-0.1115 if kind <= 1.5 else 0.0238)))
        + (0.06315 if prose_blocks <= 6.5 else ((-0.02369 if weight <= 143.5 else (0.09327 if form_count <= 81 else -0.04806)) if after_last <= -12.5 else ((0.01846 if weight <= 1e-35 else -0.1431) if previous_kept <= 1e-35 else (-0.05771 if weight <= 68.25 else 0.03086))))
    )
    total += (
        (((-0.01648 if parent_mass <= 0.18695 else (-0.02142 if position <= 0.04248 else (0.1177 if capitals <= 0.14039 else -0.03428))) if facts <= 1e-35 else -0.06991) if position <= 0.72129 else (-0.0876 if form_count <= 12.5 else (0.05563 if prose_blocks <= 36.5 else -0.05016)))
        + (-0.0498 if form_count <= 4.5 else (0.08695 if form_share <= 0.02019 else (((-0.0715 if previous_kept <= 1e-35 else (-0.03997 if own_mass <= 0.10046 else 0.07374)) if form_count <= 12.5 else 0.06145) if capitals <= 0.082079 else (0.0205 if form_count <= 9.5 else -0.09777))))
        + (((((-0.0821 if is_lead <= 1e-35 else 0.03217) if kind <= 1.5 else 0.04972) if form_count <= 7.5 else (0.05997 if prose_blocks <= 68.5 else (-0.1038 if prose_blocks <= 78.5 else 0.04034))) if home_share <= 0.91959 else 0.07202) if link_density <= 0.057841 else -0.09053)
        + (((-0.04744 if letters <= 82.5 else (0.04523 if parent_mass <= 0.13306 else -0.03325)) if parent_mass <= 0.58043 else ((0.07394 if position <= 0.73255 else -0.003265) if title_words <= 0.78889 else -0.0332)) if position <= 0.95593 else (-0.09818 if position <= 0.99848 else 0.02269))
        + ((((0.0314 if form_share <= 0.059335 else -0.06437) if form_share <= 0.65058 else (-0.04313 if letters <= 16.5 else 0.0826)) if facts <= 1e-35 else -0.06526) if link_density <= 0.035949 else ((-0.1077 if title_words <= 0.29706 else 0.02061) if weight <= 387.5 else 0.03219))
        + (((((-0.03606 if home_share <= 0.33413 else 0.03467) if form_count <= 6.5 else (0.09687 if home_share <= 0.99739 else 0.006218)) if link_density <= 0.15203 else -0.06135) if facts <= 1e-35 else -0.07309) if raw_form_share <= 0.96187 else (0.04122 if position <= 0.5132 else -0.1177))
        + ((-0.01463 if parent_mass <= 0.18695 else 0.06455) if position <= 0.50588 else (((0.02466 if after_first <= 8.5 else -0.1214) if form_count <= 4.5 else ((0.08675 if link_density <= 0.040381 else -0.02979) if form_count <= 40.5 else -0.05365)) if raw_form_share <= 0.96187 else -0.0876))
        + (((-0.04589 if letters <= 39.5 else 0.08082) if form_share <= 1e-35 else ((-0.1068 if title_words <= 0.20526 else 0.006257) if form_count <= 24.5 else 0.0206)) if weight <= 174.5 else (0.06355 if form_share <= 0.9834 else (-0.07569 if parent_mass <= 0.98855 else 0.05652)))
        + (0.0599 if prose_blocks <= 6.5 else ((-0.0246 if after_first <= -3.5 else (0.06749 if facts <= 1e-35 else -0.01492)) if after_last <= -18.5 else ((-0.06451 if weight <= 833.5 else 0.02833) if kind <= 1.5 else (-0.02423 if parent_mass <= 0.10883 else 0.05162))))
        + (((0.01466 if capitals <= 0.04898 else -0.1184) if weight <= 109.5 else ((0.02523 if position <= 0.10557 else -0.08052) if form_share <= 0.65058 else ((0.07687 if form_count <= 44.5 else -0.02149) if raw_form_share <= 0.99165 else -0.05269))) if kind <= 1e-35 else 0.03393)
    )
    total += (
        ((((0.04838 if prose_blocks <= 6.5 else -0.03525) if parent_mass <= 0.15185 else ((0.07188 if title_words <= 0.78889 else -0.04323) if capitals <= 0.13738 else -0.04544)) if facts <= 1e-35 else -0.05941) if link_density <= 0.021124 else (-0.09014 if title_words <= 0.29706 else 0.02405))
        + (0.06332 if prose_blocks <= 6.5 else (((-0.02614 if home_share <= 0.93208 else 0.04264) if capitals <= 0.055051 else (-0.08795 if is_description <= 1e-35 else 0.02747)) if prose_blocks <= 24.5 else (0.06302 if prose_blocks <= 35 else (0.04472 if own_mass <= 0.0024623 else -0.04694))))
        + ((-0.02302 if form_count <= 3.5 else 0.09905) if raw_form_share <= 1e-35 else ((0.0208 if after_last <= -14.5 else -0.1064) if previous_kept <= 1e-35 else ((-0.08003 if raw_form_share <= 0.97917 else 0.03543) if own_mass <= 0.016056 else (-0.02399 if raw_form_share <= 0.19977 else 0.04652))))
        + ((0.04207 if raw_form_share <= 0.03564 else (((0.04943 if letters <= 98.5 else -0.03151) if capitals <= 0.060915 else -0.09633) if weight <= 280.25 else (0.06303 if raw_form_share <= 0.92704 else (0.02024 if weight <= 381.5 else -0.07446)))) if title_words <= 0.17157 else 0.05324)
        + ((-0.03449 if form_count <= 1.5 else 0.07807) if raw_form_share <= 0.080327 else ((-0.02915 if after_first <= 11.5 else (((-0.03093 if raw_form_share <= 0.1084 else 0.09245) if position <= 0.98493 else -0.03236) if facts <= 1e-35 else -0.03699)) if after_first <= 56.5 else -0.06693))
        + ((((0.05688 if prose_blocks <= 11.5 else -0.01335) if raw_form_share <= 0.63617 else -0.08425) if form_share <= 0.84699 else (-0.01907 if own_mass <= 0.014366 else (0.09855 if link_density <= 0.22676 else -0.0246))) if raw_form_share <= 0.92438 else (-0.06435 if home_share <= 0.99376 else 0.02569))
        + (0.04112 if form_share <= 1e-35 else (-0.05498 if own_mass <= 0.016689 else ((0.02537 if after_last <= -12.5 else (0.003689 if letters <= 172.5 else -0.09118)) if form_share <= 0.65058 else (0.05791 if letters <= 372.25 else (0.05133 if form_share <= 0.9834 else -0.06154)))))
        + ((0.07651 if own_mass <= 0.21741 else -0.02025) if prose_blocks <= 5.5 else ((0.0435 if weight <= 261.5 else (0.03092 if own_mass <= 0.0781 else -0.04784)) if capitals <= 0.051065 else ((-0.063 if is_lead <= 1e-35 else 0.0264) if prose_blocks <= 24.5 else 0.02202)))
        + ((((-0.06913 if home_share <= 0.98516 else 0.01641) if next_kept <= 1e-35 else (0.02354 if form_count <= 11.5 else -0.05466)) if is_description <= 1e-35 else 0.04195) if form_count <= 15.5 else ((-0.005253 if own_mass <= 0.014366 else 0.09208) if facts <= 1e-35 else -0.05456))
        + (0.04598 if home_share <= 1e-35 else (-0.06706 if home_share <= 0.042346 else (((-0.0159 if raw_form_share <= 0.19977 else 0.05204) if facts <= 1e-35 else -0.04478) if letters <= 556.25 else ((-0.09815 if home_share <= 0.98387 else 0.01955) if weight <= 833.5 else 0.03144))))
    )
    return total
