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
        (((1.816 if is_description <= 1e-35 else 2.562) if form_count <= 14.5 else 2.493) if home_share <= 0.18554 else ((2.315 if form_count <= 24.5 else 2.551) if weight <= 75.25 else ((2.51 if raw_form_share <= 0.10721 else 2.696) if link_density <= 0.22676 else 2.477)))
        + (((-0.4733 if is_lead <= 1e-35 else 0.003495) if form_count <= 7.5 else (-0.1992 if home_share <= 0.026026 else 0.03855)) if home_share <= 0.18554 else (((0.009368 if form_share <= 0.64353 else 0.1634) if link_density <= 0.23161 else -0.1489) if position <= 0.95855 else -0.1826))
        + (-0.4062 if kept <= 1e-35 else ((0.009061 if after_first <= 4.5 else -0.2015) if raw_form_share <= 0.23168 else (((0.1476 if facts <= 1e-35 else -0.04825) if raw_form_share <= 0.99224 else (-0.1794 if parent_mass <= 0.15091 else 0.04588)) if link_density <= 0.18213 else -0.1124)))
        + (((-0.3446 if title_words <= 0.17157 else -0.01726) if weight <= 234.5 else ((0.04012 if after_first <= 1.5 else -0.1868) if previous_kept <= 1e-35 else 0.05212)) if next_kept <= 1e-35 else (-0.08277 if sentence <= 1e-35 else (0.1427 if link_density <= 0.11659 else -0.0308)))
        + (-0.1972 if sentence <= 1e-35 else ((((-0.1284 if form_count <= 21.5 else 0.02658) if title_words <= 0.074176 else 0.05212) if weight <= 119.5 else (0.1272 if capitals <= 0.13738 else -0.03364)) if after_last <= -1e-35 else (-0.1539 if own_mass <= 0.26591 else 0.03631)))
        + (((-0.09434 if is_home <= 1e-35 else 0.05996) if after_first <= 8.5 else -0.2809) if form_count <= 4.5 else (((0.1322 if raw_form_share <= 0.99589 else -0.05254) if capitals <= 0.080541 else (-0.1111 if weight <= 103.5 else 0.04059)) if after_last <= -1e-35 else -0.09495))
        + (((-0.1164 if sentence <= 1e-35 else 0.06477) if position <= 0.50588 else (-0.2512 if kind <= 2.5 else 0.04684)) if home_share <= 0.64331 else (((-0.03022 if parent_mass <= 0.10883 else 0.1307) if link_density <= 0.23161 else -0.07245) if position <= 0.96186 else -0.1505))
        + (((-0.1154 if letters <= 136.5 else 0.04703) if after_last <= -6.5 else (-0.009781 if prose_blocks <= 6.5 else -0.2261)) if parent_mass <= 0.25538 else ((0.03444 if after_last <= -2.5 else -0.1189) if weight <= 109.5 else (-0.03466 if form_share <= 0.64353 else 0.1233)))
        + (((-0.07329 if letters <= 165.5 else (0.06081 if letters <= 567.5 else -0.0466)) if position <= 0.50985 else (-0.1866 if title_words <= 0.18899 else 0.02198)) if home_share <= 0.64331 else ((-0.03394 if sentence <= 1e-35 else 0.1192) if position <= 0.96186 else -0.1092))
        + (((-0.1408 if letters <= 579.5 else 0.02609) if is_description <= 1e-35 else 0.04715) if home_share <= 0.15185 else ((0.04633 if capitals <= 0.047247 else -0.1169) if weight <= 109.5 else ((-0.01687 if sentence <= 1e-35 else 0.1163) if capitals <= 0.09918 else -0.03085)))
    )
    total += (
        ((0.01169 if home_share <= 1e-35 else (-0.1365 if form_share <= 0.18677 else (0.05242 if raw_form_share <= 0.97073 else -0.1339))) if home_share <= 0.22441 else ((0.04699 if capitals <= 0.055051 else -0.0764) if weight <= 167.5 else (-0.03203 if form_share <= 0.7853 else 0.1201)))
        + (((-0.1255 if prose_blocks <= 27.5 else 0.003176) if letters <= 234.5 else (-0.04591 if prose_blocks <= 8.5 else 0.04999)) if next_kept <= 1e-35 else ((-0.06573 if letters <= 16.5 else (0.02867 if form_share <= 0.82674 else 0.11)) if link_density <= 0.50172 else -0.08237))
        + ((-0.1568 if kind <= 1e-35 else (0.05385 if prose_blocks <= 15.5 else (-0.08039 if prose_blocks <= 45.5 else 0.03285))) if sentence <= 1e-35 else ((0.07131 if after_last <= 2.5 else -0.06984) if link_density <= 0.12087 else (-0.1498 if title_words <= 0.20526 else 0.007188)))
        + (((-0.1629 if form_count <= 13.5 else -0.01022) if is_description <= 1e-35 else 0.03965) if previous_kept <= 1e-35 else ((-0.01144 if letters <= 68.25 else 0.0998) if capitals <= 0.076436 else ((0.01142 if after_first <= 4.5 else -0.1278) if weight <= 216.5 else 0.03743)))
        + (((-0.01171 if after_last <= -11.5 else (0.01579 if form_share <= 1e-35 else -0.1693)) if previous_kept <= 1e-35 else (-0.04354 if form_share <= 0.2323 else 0.05026)) if home_share <= 0.93208 else ((0.1153 if position <= 0.7331 else -0.01599) if capitals <= 0.11566 else -0.06496))
        + (((-0.07613 if form_share <= 0.64353 else 0.04372) if form_count <= 4.5 else ((0.04645 if form_share <= 0.99939 else (-0.108 if next_kept <= 1e-35 else 0.02979)) if previous_kept <= 1e-35 else 0.07509)) if link_density <= 0.020726 else (-0.1265 if title_words <= 0.29706 else 0.02398))
        + (((-0.07395 if sentence <= 1e-35 else (0.03981 if parent_mass <= 0.13963 else -0.06019)) if parent_mass <= 0.21318 else ((-0.03266 if letters <= 16.5 else 0.09299) if link_density <= 0.65522 else -0.06294)) if position <= 0.72187 else (-0.1012 if kind <= 1.5 else 0.0427))
        + (((-0.1189 if home_share <= 0.15185 else -0.01754) if kind <= 1e-35 else 0.01609) if next_kept <= 1e-35 else ((0.05725 if prose_blocks <= 12.5 else (0.0207 if raw_form_share <= 0.009343 else -0.1175)) if raw_form_share <= 0.19977 else (-0.037 if after_first <= -1e-35 else 0.07741)))
        + ((((-0.03837 if form_count <= 7.5 else 0.05263) if next_kept <= 1e-35 else 0.08029) if capitals <= 0.11181 else (0.03967 if prose_blocks <= 10.5 else -0.07374)) if position <= 0.7331 else ((-0.04208 if form_count <= 4.5 else 0.05968) if capitals <= 0.046693 else -0.1096))
        + ((-0.0245 if sentence <= 1e-35 else 0.08379) if after_last <= -14.5 else ((0.02599 if form_share <= 0.090372 else (0.001533 if prose_blocks <= 6.5 else -0.1619)) if previous_kept <= 1e-35 else (0.06695 if after_first <= 4.5 else (-0.04552 if form_share <= 0.99303 else 0.04043))))
    )
    total += (
        (((-0.01837 if position <= 0.6323 else -0.1197) if kind <= 2.5 else 0.05493) if form_count <= 3.5 else (-0.01982 if previous_kept <= 1e-35 else ((-0.04308 if prose_blocks <= 24.5 else 0.04585) if own_mass <= 0.015861 else (-0.01445 if parent_mass <= 0.10183 else 0.09324))))
        + (((0.03952 if own_mass <= 0.005727 else -0.07622) if previous_kept <= 1e-35 else 0.07898) if capitals <= 0.046693 else (((-0.03937 if parent_mass <= 0.068344 else 0.05725) if after_last <= -15.5 else (-0.1041 if own_mass <= 0.26591 else 0.02284)) if title_words <= 0.12132 else 0.03926))
        + (((((-0.157 if form_count <= 21.5 else 0.02326) if weight <= 270.25 else -0.00918) if is_lead <= 1e-35 else 0.02887) if kind <= 1e-35 else 0.05108) if home_share <= 0.64331 else (0.07611 if position <= 0.7331 else (-0.05349 if form_count <= 12.5 else 0.032)))
        + (((-0.05366 if parent_mass <= 0.90453 else 0.02244) if sentence <= 1e-35 else (((0.07345 if capitals <= 0.088562 else -0.0153) if after_last <= 3.5 else -0.03725) if letters <= 567.5 else -0.04142)) if position <= 0.96544 else (-0.1014 if position <= 0.99848 else 0.02297))
        + ((((0.01778 if prose_blocks <= 11.5 else -0.09975) if prose_blocks <= 24.5 else 0.03111) if letters <= 68.25 else (-0.002547 if form_share <= 0.82674 else (-0.01812 if prose_blocks <= 7.5 else 0.09198))) if link_density <= 0.020726 else (-0.09283 if weight <= 169.5 else 0.001679))
        + ((((-0.01573 if form_count <= 3.5 else 0.08812) if raw_form_share <= 1e-35 else (-0.08244 if sentence <= 1e-35 else ((0.04589 if prose_blocks <= 8.5 else -0.05569) if raw_form_share <= 0.81129 else 0.05549))) if home_share <= 0.91959 else 0.06223) if link_density <= 0.020726 else -0.07313)
        + (((-0.08506 if is_description <= 1e-35 else 0.02386) if form_count <= 1.5 else ((-0.006993 if parent_mass <= 0.10047 else (0.08304 if link_density <= 0.48994 else -0.03747)) if position <= 0.96544 else -0.03477)) if raw_form_share <= 0.96187 else (0.01604 if position <= 0.51336 else -0.1129))
        + ((((-0.04021 if letters <= 234.5 else 0.06527) if after_last <= -11.5 else ((-0.06212 if form_share <= 0.31405 else 0.04859) if form_share <= 0.95662 else -0.09592)) if parent_mass <= 0.993 else 0.03601) if title_words <= 0.17157 else (0.06972 if capitals <= 0.13738 else -0.03055))
        + (0.04847 if prose_blocks <= 6.5 else ((-0.0433 if kept <= 1e-35 else 0.05857) if after_last <= -18.5 else (((-0.0003804 if form_share <= 0.037016 else -0.08262) if weight <= 469.5 else 0.01996) if prose_blocks <= 20.5 else (0.05019 if after_first <= 50.5 else -0.02959))))
        + ((0.01748 if after_last <= -14.5 else (0.02251 if form_share <= 0.026517 else -0.1075)) if previous_kept <= 1e-35 else ((-0.00446 if form_share <= 0.82938 else (-0.01186 if weight <= 50.5 else 0.1003)) if capitals <= 0.076436 else (0.0233 if form_share <= 0.034075 else -0.07593)))
    )
    total += (
        ((((-0.0415 if raw_form_share <= 0.48607 else 0.06403) if parent_mass <= 0.25538 else 0.06576) if link_density <= 0.035949 else ((0.0141 if capitals <= 0.057418 else -0.08652) if kind <= 1e-35 else 0.03051)) if raw_form_share <= 0.96187 else (0.03036 if position <= 0.22117 else -0.1053))
        + (((0.02169 if prose_blocks <= 3.5 else -0.09425) if own_mass <= 0.014446 else (0.05359 if own_mass <= 0.057789 else ((0.01759 if home_share <= 0.12592 else -0.06216) if home_share <= 0.98387 else 0.02839))) if kind <= 1e-35 else (-0.01619 if letters <= 37.5 else 0.06585))
        + ((0.0274 if after_last <= -18.5 else (-0.05723 if form_count <= 4.5 else (0.04728 if raw_form_share <= 0.69013 else ((-0.08444 if raw_form_share <= 0.99706 else 0.02735) if weight <= 285.5 else (0.07099 if raw_form_share <= 0.96684 else -0.06596))))) if title_words <= 0.17157 else 0.05052)
        + ((-0.01431 if raw_form_share <= 0.74102 else (0.08424 if raw_form_share <= 0.99165 else -0.02809)) if capitals <= 0.055051 else (((-0.04693 if capitals <= 0.078689 else 0.04106) if raw_form_share <= 0.03564 else -0.1038) if own_mass <= 0.019192 else (0.04222 if raw_form_share <= 0.96187 else -0.06116)))
        + (0.03761 if prose_blocks <= 5.5 else (((-0.0374 if form_count <= 3.5 else 0.06162) if raw_form_share <= 0.030668 else (0.01332 if position <= 0.083506 else -0.08932)) if form_count <= 14.5 else ((0.07356 if after_first <= 56.5 else -0.03174) if capitals <= 0.082079 else -0.04456)))
        + (((-0.06237 if kind <= 1e-35 else (0.05832 if prose_blocks <= 18.5 else (-0.0704 if prose_blocks <= 31.5 else 0.03251))) if form_share <= 0.84699 else (-0.01104 if own_mass <= 0.013937 else 0.08445)) if raw_form_share <= 0.96187 else (-0.0935 if home_share <= 0.99376 else 0.00783))
        + ((((0.02257 if home_share <= 0.005891 else -0.07951) if home_share <= 0.14526 else 0.02311) if form_share <= 0.2323 else ((0.0339 if own_mass <= 0.059512 else -0.05155) if previous_kept <= 1e-35 else 0.06522)) if link_density <= 0.020726 else (0.003713 if after_last <= -7.5 else -0.0749))
        + ((-0.01418 if home_share <= 0.073332 else 0.04646) if is_home <= 1e-35 else (((0.02491 if home_share <= 0.14526 else (-0.1178 if own_mass <= 0.33446 else 0.01575)) if home_share <= 0.99043 else (0.03209 if prose_blocks <= 13.5 else -0.05415)) if prose_blocks <= 23.5 else 0.03937))
        + (((-0.05713 if is_description <= 1e-35 else 0.02912) if form_count <= 1.5 else ((0.06086 if title_words <= 0.047727 else (-0.04187 if title_words <= 0.17157 else 0.03711)) if facts <= 1e-35 else -0.05437)) if raw_form_share <= 0.96187 else (-0.07018 if home_share <= 0.99376 else 0.02489))
        + ((((((-0.01776 if letters <= 38.5 else 0.05792) if raw_form_share <= 1e-35 else -0.03944) if raw_form_share <= 0.97917 else 0.05499) if letters <= 165.5 else 0.05381) if letters <= 560.5 else (-0.07644 if weight <= 833.5 else 0.0343)) if facts <= 1e-35 else -0.06244)
    )
    return total
