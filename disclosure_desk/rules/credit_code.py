"""The code of 18 characters that every organisation has (统一社会信用代码).

Source: GB 32100-2015, from memory: 31 signs, without I, O, S, V and Z, weighted by powers of 3;
the last is the sign that brings the sum to a multiple of 31.
"""

import re

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORM = re.compile(f"[{_SIGNS}]{{18}}")


def is_credit_code(code: str) -> bool:
    """Whether a code has 18 signs and the right last one."""
    if not _FORM.fullmatch(code):
        return False
    weighted = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _SIGNS[-weighted % 31] == code[17]
