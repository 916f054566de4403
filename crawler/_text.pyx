# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The text helpers of `plain_text.py`, compiled: each goes over a text once, and hands it back where nothing changes.

They return what their twins return, for any text; what is no text, and the rare text that needs Unicode's own
algorithms, is left to the twins. What characters are is asked of Python, never written down here.
"""

from unicodedata import category, normalize

from cpython.buffer cimport PyBUF_SIMPLE, Py_buffer, PyBuffer_Release, PyObject_GetBuffer
from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_CheckExact, PyUnicode_FromObject
from libc.stdint cimport uint16_t, uint32_t, uint64_t
from libc.string cimport memcmp, memcpy

from crawler import plain_text as _plain

cdef extern from "Python.h":
    const void* PyUnicode_DATA(object text)
    int PyUnicode_KIND(object text)
    bint PyUnicode_IS_ASCII(object text)
    Py_ssize_t PyUnicode_GET_LENGTH(object text)
    str PyUnicode_FromKindAndData(int kind, const void* signs, Py_ssize_t count)
    str PyUnicode_Substring(str text, Py_ssize_t start, Py_ssize_t stop)
    str PyUnicode_New(Py_ssize_t count, Py_UCS4 greatest)
    bint Py_UNICODE_ISALNUM(Py_UCS4 sign) noexcept nogil
    bint Py_UNICODE_ISSPACE(Py_UCS4 sign) noexcept nogil

# A text of a page is mostly shorter than this, and needs no memory of its own while it is put together.
cdef enum:
    FEW = 1024

# As many signs of ASCII are looked at in one step.
cdef enum:
    STEP = 16

# What `squeeze` does with a character up to U+FFFF; those beyond stay.
cdef enum:
    STAYS = 0
    PARTS = 1
    GOES = 2

# What `FOLDED` holds where it holds no character. No text folds to a control character that is none itself.
cdef enum:
    UNSEEN = 0
    TANGLED = 1
    DROPPED = 2
    LONGER = 3
    IS_SIGN = 4

# Pictographs: beyond U+FFFF the only ones that texts of newsrooms have, and none of them folds.
cdef enum:
    FIRST_PICTOGRAPH = 0x1F300
    LAST_PICTOGRAPH = 0x1FAFF

ctypedef fused Sign:
    unsigned char
    uint16_t
    uint32_t

cdef unsigned char SQUEEZED[0x10000]
cdef unsigned char ASCII_FOLDED[128]
cdef unsigned char ASCII_IN_WORD[128]
# Filled as characters are met, since a language has few of them.
cdef uint16_t FOLDED[0x10000]
cdef dict LONGER_FOLDED = {}
cdef dict MARKS = _plain.FOLDED


def squeeze(text):
    """Return the text on one line with single spaces and without control characters, None when nothing is left."""
    if text is None:
        return None
    if not PyUnicode_CheckExact(text):
        if not isinstance(text, str):
            return _plain.squeeze(text)
        text = PyUnicode_FromObject(text)
    cdef Py_ssize_t count = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return squeezed(<const unsigned char*>PyUnicode_DATA(text), count, text)
    if kind == 2:
        return squeezed(<const uint16_t*>PyUnicode_DATA(text), count, text)
    return squeezed(<const uint32_t*>PyUnicode_DATA(text), count, text)


def fold(text):
    """Return the text as it compares: compatibility forms, case, quotes, dashes and white space made alike."""
    if not PyUnicode_CheckExact(text):
        if not isinstance(text, str):
            return _plain.fold(text)
        text = PyUnicode_FromObject(text)
    cdef Py_ssize_t count = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    if PyUnicode_IS_ASCII(text):
        folded = folded_line(<const unsigned char*>PyUnicode_DATA(text), count, text)
        if folded is not None:
            return folded
    if kind == 1:
        return folded_text(<const unsigned char*>PyUnicode_DATA(text), count, text)
    if kind == 2:
        return folded_text(<const uint16_t*>PyUnicode_DATA(text), count, text)
    return folded_text(<const uint32_t*>PyUnicode_DATA(text), count, text)


def words(text):
    """Return the words of a text; of CJK text, the characters."""
    if not PyUnicode_CheckExact(text):
        if not isinstance(text, str):
            return _plain.words(text)
        text = PyUnicode_FromObject(text)
    cdef Py_ssize_t count = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return words_of(<const unsigned char*>PyUnicode_DATA(text), count, text)
    if kind == 2:
        return words_of(<const uint16_t*>PyUnicode_DATA(text), count, text)
    return words_of(<const uint32_t*>PyUnicode_DATA(text), count, text)


def count_words(text):
    """Return the number of words."""
    if not PyUnicode_CheckExact(text):
        if not isinstance(text, str):
            return _plain.count_words(text)
        text = PyUnicode_FromObject(text)
    cdef Py_ssize_t count = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return number_of_words(<const unsigned char*>PyUnicode_DATA(text), count)
    if kind == 2:
        return number_of_words(<const uint16_t*>PyUnicode_DATA(text), count)
    return number_of_words(<const uint32_t*>PyUnicode_DATA(text), count)


def joined_words(text):
    """Return the words of a text with one space between, in UTF-8."""
    if not PyUnicode_CheckExact(text):
        if not isinstance(text, str):
            return _plain.joined_words(text)
        text = PyUnicode_FromObject(text)
    cdef Py_ssize_t count = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return joined(<const unsigned char*>PyUnicode_DATA(text), count)
    if kind == 2:
        return joined(<const uint16_t*>PyUnicode_DATA(text), count)
    return joined(<const uint32_t*>PyUnicode_DATA(text), count)


def is_utf8(html):
    """Tell whether the bytes are valid UTF-8, a character cut off at the very end allowed."""
    cdef Py_buffer buffer
    PyObject_GetBuffer(html, &buffer, PyBUF_SIMPLE)
    cdef bint valid
    with nogil:
        valid = is_valid(<const unsigned char*>buffer.buf, buffer.len)
    PyBuffer_Release(&buffer)
    return valid


cdef str squeezed(const Sign* signs, Py_ssize_t count, str text):
    cdef Py_ssize_t at = 0, filled
    cdef bint gap = True
    cdef unsigned char doing = STAYS
    cdef uint32_t sign
    if Sign is not uint32_t and Sign is not uint16_t:
        at = clean_start(signs, count)
        gap = at == 0 or signs[at - 1] == 32
    while at < count:
        sign = signs[at]
        doing = SQUEEZED[sign] if Sign is not uint32_t or sign < 0x10000 else STAYS
        if doing != STAYS:
            if sign != 32 or gap:
                break
            gap = True
        else:
            gap = False
        at += 1
    if at == count and not gap:
        return text
    # What stands before is as it shall be, but for a space that may turn out to be the last.
    filled = at - 1 if gap and at else at
    gap = gap and filled > 0
    cdef Sign few[FEW]
    cdef Sign* line = few
    if count > FEW:
        line = <Sign*>PyMem_Malloc(count * sizeof(Sign))
        if line is NULL:
            raise MemoryError
    memcpy(line, signs, filled * sizeof(Sign))
    while at < count:
        sign = signs[at]
        at += 1
        doing = SQUEEZED[sign] if Sign is not uint32_t or sign < 0x10000 else STAYS
        if doing == PARTS:
            gap = filled > 0
        elif doing == STAYS:
            if gap:
                line[filled] = 32
                filled += 1
                gap = False
            line[filled] = <Sign>sign
            filled += 1
    try:
        return PyUnicode_FromKindAndData(sizeof(Sign), line, filled) if filled else None
    finally:
        if line is not few:
            PyMem_Free(line)


cdef Py_ssize_t clean_start(const unsigned char* signs, Py_ssize_t count) noexcept nogil:
    """Return how many signs of the start are ASCII that `squeeze` leaves, if the text does not begin with a space."""
    cdef Py_ssize_t at = 0
    if count == 0 or signs[0] == 32:
        return 0
    while at + STEP < count and not is_odd(signs + at):
        at += STEP
    return at


# The two that follow are written so that compilers do a step of them at once.
cdef inline unsigned char is_odd(const unsigned char* signs) noexcept nogil:
    """Whether a step holds control characters, signs beyond ASCII, or a space before a space, of the next step too."""
    cdef unsigned char odd = 0, sign
    cdef int place
    for place in range(STEP):
        sign = signs[place]
        odd |= (<unsigned char>(sign - 32) >= 95) | ((sign == 32) & (signs[place + 1] == 32))
    return odd


cdef inline bint lowered(const unsigned char* signs, unsigned char* line) noexcept nogil:
    """Write a step of ASCII in small letters and with one sort of quote; tell whether that changed anything."""
    cdef unsigned char step[STEP]
    cdef unsigned char sign, flipped
    cdef int place
    for place in range(STEP):
        sign = signs[place]
        flipped = (<unsigned char>(sign - 65) < 26) << 5
        flipped |= (sign == 96) * (96 ^ 39)
        step[place] = sign ^ flipped
    memcpy(line, step, STEP)
    return memcmp(step, signs, STEP) != 0


cdef str folded_line(const unsigned char* signs, Py_ssize_t count, str text):
    """Return ASCII folded, None where its white space is other than single spaces between other signs."""
    cdef unsigned char few[FEW]
    cdef unsigned char* line = few
    cdef Py_ssize_t at = 0
    cdef unsigned char odd = 0, changed = 0, sign
    if count == 0:
        return text
    if signs[0] == 32 or signs[count - 1] == 32:
        return None
    if count > FEW:
        line = <unsigned char*>PyMem_Malloc(count)
        if line is NULL:
            raise MemoryError
    while at + STEP < count and not odd:
        odd = is_odd(signs + at)
        changed |= lowered(signs + at, line + at)
        at += STEP
    while at < count and not odd:
        sign = signs[at]
        odd |= (sign < 32) | ((sign == 32) & (signs[at + 1] == 32))
        line[at] = ASCII_FOLDED[sign]
        changed |= line[at] ^ sign
        at += 1
    try:
        if odd:
            return None
        return PyUnicode_FromKindAndData(1, line, count) if changed else text
    finally:
        if line is not few:
            PyMem_Free(line)


cdef str folded_text(const Sign* signs, Py_ssize_t count, str text):
    """Return a text folded sign by sign, by `plain_text.fold` where its signs cannot be told apart."""
    cdef uint32_t few[FEW]
    cdef uint32_t* line = few
    # Signs that become several have so much room beyond what every sign needs.
    cdef Py_ssize_t spare = count // 8 + 64, room = count + spare
    cdef Py_ssize_t at, filled = 0
    cdef bint gap = False, changed = False
    cdef uint32_t sign, plain
    cdef str longer
    if room > FEW:
        line = <uint32_t*>PyMem_Malloc(room * sizeof(uint32_t))
        if line is NULL:
            raise MemoryError
    try:
        for at in range(count):
            sign = signs[at]
            if sign < 128:
                plain = ASCII_FOLDED[sign]
            elif Sign is not uint32_t or sign < 0x10000:
                plain = FOLDED[sign]
                if plain < IS_SIGN:
                    if plain == UNSEEN:
                        plain = folded_sign(sign)
                    if plain == TANGLED:
                        return _plain.fold(text)
                    if plain < IS_SIGN:
                        changed = True
                        if plain == DROPPED:
                            continue
                        longer = LONGER_FOLDED[sign]
                        spare -= PyUnicode_GET_LENGTH(longer)
                        if spare < 0:
                            return _plain.fold(text)
                        for plain in longer:
                            if plain == 32:
                                gap = filled > 0
                                continue
                            if gap:
                                line[filled] = 32
                                filled += 1
                                gap = False
                            line[filled] = plain
                            filled += 1
                        continue
            elif FIRST_PICTOGRAPH <= sign <= LAST_PICTOGRAPH:
                plain = sign
            else:
                return _plain.fold(text)
            changed |= plain != sign
            if plain == 32:
                gap = filled > 0
                continue
            if gap:
                line[filled] = 32
                filled += 1
                gap = False
            line[filled] = plain
            filled += 1
        return PyUnicode_FromKindAndData(4, line, filled) if changed or filled != count else text
    finally:
        if line is not few:
            PyMem_Free(line)


cdef int folded_sign(uint32_t sign) except -1:
    """Enter in `FOLDED` what becomes of a character wherever it stands, TANGLED where its neighbours have a say."""
    mark = chr(sign)
    plain = MARKS.get(mark)
    if plain is None:
        plain = normalize("NFKC", mark).casefold() if stands_alone(mark) else None
    FOLDED[sign] = TANGLED
    if plain is not None:
        plain = "".join([" " if part.isspace() else part for part in plain])
        if len(plain) != 1:
            LONGER_FOLDED[sign] = plain
            FOLDED[sign] = LONGER if plain else DROPPED
        elif IS_SIGN <= ord(plain) < 0x10000:
            FOLDED[sign] = ord(plain)
    return FOLDED[sign]


cdef bint stands_alone(str mark):
    """Whether normalization never joins a character to what stands before it, as it does marks and Hangul's parts."""
    cdef uint32_t first
    for form in ("NFKC", "NFKD"):
        start = normalize(form, mark)[0]
        first = ord(start)
        if category(start)[0] == "M" or 0x1160 <= first <= 0x11FF:
            return False
    return True


cdef list words_of(const Sign* signs, Py_ssize_t count, str text):
    cdef list found = []
    cdef Py_ssize_t at = 0, end
    cdef bint is_ascii = PyUnicode_IS_ASCII(text)
    cdef str word
    while at < count:
        end = end_of_word(signs, at, count)
        if is_ascii and end - at > 1:
            word = PyUnicode_New(end - at, 127)
            memcpy(<void*>PyUnicode_DATA(word), signs + at, end - at)
            found.append(word)
        elif end > at:
            found.append(PyUnicode_Substring(text, at, end))
        at = max(end, at + 1)
    return found


cdef inline Py_ssize_t end_of_word(const Sign* signs, Py_ssize_t at, Py_ssize_t count) noexcept nogil:
    """Where the word that begins at a character ends (`plain_text.WORD`); there too where none does."""
    cdef uint32_t sign = signs[at]
    if sign < 128:
        if not ASCII_IN_WORD[sign]:
            return at
    elif is_word_itself(sign):
        return at + 1
    elif not Py_UNICODE_ISALNUM(sign):
        return at
    at += 1
    while at < count:
        sign = signs[at]
        if sign < 128:
            if not ASCII_IN_WORD[sign]:
                break
        elif not Py_UNICODE_ISALNUM(sign):
            break
        at += 1
    return at


cdef bytes joined(const Sign* signs, Py_ssize_t count):
    """What `words_of` finds, with a space between each two."""
    cdef Py_ssize_t at = 0, end, filled = 0
    # The most bytes that a character takes, and the space behind it where it is a word by itself.
    cdef Py_ssize_t most = 2 if sizeof(Sign) == 1 else 4 if sizeof(Sign) == 2 else 5
    cdef unsigned char* line = <unsigned char*>PyMem_Malloc(count * most + 1)
    if line is NULL:
        raise MemoryError
    while at < count:
        end = end_of_word(signs, at, count)
        if end == at:
            at += 1
            continue
        while at < end:
            filled += put_utf8(line + filled, signs[at])
            at += 1
        line[filled] = 32
        filled += 1
    try:
        return PyBytes_FromStringAndSize(<char*>line, filled - 1 if filled else 0)
    finally:
        PyMem_Free(line)


cdef inline int put_utf8(unsigned char* line, uint32_t sign) noexcept nogil:
    """Write a character, and return how many bytes it took; no surrogate is part of a word."""
    if sign < 0x80:
        line[0] = sign
        return 1
    if sign < 0x800:
        line[0] = 0xC0 | (sign >> 6)
        line[1] = 0x80 | (sign & 0x3F)
        return 2
    if sign < 0x10000:
        line[0] = 0xE0 | (sign >> 12)
        line[1] = 0x80 | ((sign >> 6) & 0x3F)
        line[2] = 0x80 | (sign & 0x3F)
        return 3
    line[0] = 0xF0 | (sign >> 18)
    line[1] = 0x80 | ((sign >> 12) & 0x3F)
    line[2] = 0x80 | ((sign >> 6) & 0x3F)
    line[3] = 0x80 | (sign & 0x3F)
    return 4


cdef Py_ssize_t number_of_words(const Sign* signs, Py_ssize_t count) noexcept nogil:
    """How many `words_of` finds."""
    cdef Py_ssize_t at = 0, end, found = 0
    while at < count:
        end = end_of_word(signs, at, count)
        found += end > at
        at = max(end, at + 1)
    return found


cdef inline bint is_word_itself(uint32_t sign) noexcept nogil:
    """Whether a character at the start of a word is all of it (the first half of `plain_text.WORD`)."""
    return sign >= 0x3040 and (
        sign <= 0x30FF
        or 0x3400 <= sign <= 0x4DBF
        or 0x4E00 <= sign <= 0x9FFF
        or 0xF900 <= sign <= 0xFAFF
        or 0xAC00 <= sign <= 0xD7AF
    )


cdef bint is_valid(const unsigned char* octets, Py_ssize_t count) noexcept nogil:
    """Whether bytes are UTF-8 as Unicode's table 3-7 has it: none too long, no surrogate, none past U+10FFFF."""
    cdef Py_ssize_t at = 0
    cdef uint64_t eight
    cdef unsigned char first, least, most
    cdef int more
    while at < count:
        first = octets[at]
        at += 1
        if first < 0x80:
            while at + 8 <= count:
                memcpy(&eight, octets + at, 8)
                if eight & 0x8080808080808080ULL:
                    break
                at += 8
            continue
        least, most = 0x80, 0xBF
        if 0xC2 <= first <= 0xDF:
            more = 1
        elif 0xE0 <= first <= 0xEF:
            more = 2
            if first == 0xE0:
                least = 0xA0
            elif first == 0xED and at + 1 < count:
                # A surrogate that is cut off passes Python's decoder, which waits for the end of it.
                most = 0x9F
        elif 0xF0 <= first <= 0xF4:
            more = 3
            if first == 0xF0:
                least = 0x90
            elif first == 0xF4:
                most = 0x8F
        else:
            return False
        while more and at < count:
            if not least <= octets[at] <= most:
                return False
            least, most = 0x80, 0xBF
            more -= 1
            at += 1
    return True


cdef int ask() except -1:
    """Fill the tables with what Python says of the characters."""
    cdef int code
    cdef uint16_t* signs = <uint16_t*>PyMem_Malloc(0x10000 * sizeof(uint16_t))
    if signs is NULL:
        raise MemoryError
    for code in range(0x10000):
        signs[code] = code
        if Py_UNICODE_ISSPACE(code):
            SQUEEZED[code] = PARTS
    plane = PyUnicode_FromKindAndData(2, signs, 0x10000)
    PyMem_Free(signs)
    for found in _plain.UNWANTED.finditer(plane):
        code = found.start()
        if SQUEEZED[code] != PARTS:
            SQUEEZED[code] = GOES
    for code in range(128):
        sign = chr(code)
        ASCII_FOLDED[code] = 32 if sign.isspace() else ord(MARKS.get(sign, sign.lower()))
        ASCII_IN_WORD[code] = sign.isalnum()
    return 0


ask()
