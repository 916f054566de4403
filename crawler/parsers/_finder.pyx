# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What `finder.py` does, compiled: it reads strings where they lie and makes Python objects of what is found."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_AsUCS4Copy, PyUnicode_Check, PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.string cimport memset

# Up to three characters tell where to look closely, by the low five bits of each, which tell letters of one case
# apart; what the higher bits of one add to those of the next is alike wherever the same characters stand.
cdef enum:
    BITS = 5
    WINDOW = 3
    KEYS = 32768
    KEY_BYTES = 4096
    HEADS = 256

ctypedef fused Char:
    uint8_t
    uint16_t
    uint32_t


cdef struct Word:
    Py_UCS4* letters
    Py_ssize_t length
    uint32_t key
    # The next word whose key begins at the same head, -1 for none.
    int following


cdef inline void mark(uint8_t* keys, uint32_t key) noexcept nogil:
    keys[key >> 3] |= <uint8_t>(1 << (key & 7))


cdef inline bint is_marked(const uint8_t* keys, uint32_t key) noexcept nogil:
    return (keys[key >> 3] >> (key & 7)) & 1


cdef inline bint is_space(Char sign) noexcept nogil:
    """Tell whether an ASCII character is white space as `str.split` has it."""
    return sign == 32 or 9 <= sign <= 13 or 28 <= sign <= 31


cdef class Finder:
    """Words to look for, all at once: the next characters of the text make a key, and few keys begin a word."""

    cdef Word* _words
    cdef Py_ssize_t _count
    cdef int _window
    cdef uint32_t _mask
    cdef int[HEADS] _heads
    cdef uint8_t[KEY_BYTES] _keys

    def __cinit__(self, words, shared=()):
        cdef list known = sorted(set(words))
        cdef Py_ssize_t place, at
        cdef Word* word
        cdef uint32_t key
        if not all(known) or any(["\0" in each for each in known]):
            raise ValueError("a word is empty or holds a NUL")
        self._count = 0
        self._window = min([WINDOW] + [len(each) for each in known])
        self._mask = (1 << (BITS * self._window)) - 1
        memset(self._keys, 0, sizeof(self._keys))
        for place in range(HEADS):
            self._heads[place] = -1
        self._words = <Word*>PyMem_Malloc((len(known) + 1) * sizeof(Word))
        if self._words is NULL:
            raise MemoryError
        for place in range(len(known)):
            word = &self._words[place]
            word.letters = PyUnicode_AsUCS4Copy(<str?>known[place])
            self._count += 1
            word.length = len(known[place])
            key = 0
            for at in range(self._window):
                key = (key << BITS) ^ <uint32_t>word.letters[at]
            word.key = key & self._mask
            mark(self._keys, word.key)
            word.following = self._heads[word.key % HEADS]
            self._heads[word.key % HEADS] = <int>place

    def __dealloc__(self):
        cdef Py_ssize_t place
        if self._words is not NULL:
            for place in range(self._count):
                PyMem_Free(self._words[place].letters)
            PyMem_Free(self._words)

    def found_in(self, text):
        """Tell whether any of the words stands in a text."""
        return self._next(text, 0) >= 0

    def which(self, texts):
        """Return the places of the texts that hold any of the words."""
        cdef Py_ssize_t place = 0
        cdef list found = []
        for text in texts:
            if self._next(text, 0) >= 0:
                found.append(place)
            place += 1
        return found

    def lines(self, text):
        """Return the lines, which NULs part, that hold any of the words: their numbers and where they begin."""
        cdef dict found = {}
        cdef Py_ssize_t line = 0, begin = 0, end = 0, at = self._next(text, 0)
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text)
        while at >= 0:
            # The line that was left begins at `begin`, and `end` is known to lie in it.
            line += _lines_between(text, end, at, &begin)
            found[line] = begin
            end = _end_of_line(text, at, length)
            at = self._next(text, end)
        return found

    cdef Py_ssize_t _next(self, text, Py_ssize_t start) except -2:
        """Return where the next of the words begins, at a place or behind it; -1 for nowhere."""
        if not PyUnicode_Check(text):
            raise TypeError("no text")
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text)
        cdef int kind = PyUnicode_KIND(text)
        if kind == 1:
            return self._search(<const uint8_t*>PyUnicode_DATA(text), start, length)
        if kind == 2:
            return self._search(<const uint16_t*>PyUnicode_DATA(text), start, length)
        return self._search(<const uint32_t*>PyUnicode_DATA(text), start, length)

    cdef Py_ssize_t _search(self, const Char* text, Py_ssize_t start, Py_ssize_t length) noexcept nogil:
        cdef const Word* word
        cdef Py_ssize_t at, begin, within
        cdef uint32_t key = 0
        cdef uint32_t mask = self._mask
        cdef int candidate
        for at in range(start, min(length, start + self._window - 1)):
            key = (key << BITS) ^ text[at]
        for at in range(start + self._window - 1, length):
            key = ((key << BITS) ^ text[at]) & mask
            if not is_marked(self._keys, key):
                continue
            begin = at - self._window + 1
            candidate = self._heads[key % HEADS]
            while candidate >= 0:
                word = &self._words[candidate]
                if word.key == key and word.length <= length - begin:
                    within = 0
                    while within < word.length and text[begin + within] == word.letters[within]:
                        within += 1
                    if within == word.length:
                        return begin
                candidate = word.following
        return -1


cdef Py_ssize_t _lines_between(text, Py_ssize_t start, Py_ssize_t stop, Py_ssize_t* begin) except -1:
    """Return how many lines end between two places; `begin` becomes where the one begins that the second is in."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return _count_ends(<const uint8_t*>PyUnicode_DATA(text), start, stop, begin)
    if kind == 2:
        return _count_ends(<const uint16_t*>PyUnicode_DATA(text), start, stop, begin)
    return _count_ends(<const uint32_t*>PyUnicode_DATA(text), start, stop, begin)


cdef Py_ssize_t _count_ends(const Char* text, Py_ssize_t start, Py_ssize_t stop, Py_ssize_t* begin) noexcept nogil:
    cdef Py_ssize_t at, ends = 0
    for at in range(start, stop):
        ends += text[at] == 0
    if ends:
        at = stop
        while text[at - 1] != 0:
            at -= 1
        begin[0] = at
    return ends


cdef Py_ssize_t _end_of_line(text, Py_ssize_t start, Py_ssize_t length) except -1:
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return _next_end(<const uint8_t*>PyUnicode_DATA(text), start, length)
    if kind == 2:
        return _next_end(<const uint16_t*>PyUnicode_DATA(text), start, length)
    return _next_end(<const uint32_t*>PyUnicode_DATA(text), start, length)


cdef Py_ssize_t _next_end(const Char* text, Py_ssize_t start, Py_ssize_t length) noexcept nogil:
    cdef Py_ssize_t at = start
    while at < length and text[at] != 0:
        at += 1
    return at


cdef enum:
    # So many characters of a beginning are compared.
    LOOK = 8
    PRIME = 31


cdef inline uint32_t folded(uint32_t sign) noexcept nogil:
    """Return a character as `str.casefold` has it, 0 of scripts that few pages have and where there is more to it."""
    if sign < 0x80:
        return sign + 32 if 65 <= sign <= 90 else sign
    if 0x410 <= sign <= 0x42F or (0xC0 <= sign <= 0xDE and sign != 0xD7):
        return sign + 32
    # Latin, Cyrillic, kana, ideographs and Hangul.
    if (
        0xE0 <= sign <= 0xFF
        or 0x430 <= sign <= 0x45F
        or 0x3041 <= sign <= 0x3096
        or 0x30A1 <= sign <= 0x30FA
        or 0x4E00 <= sign <= 0x9FFF
        or 0xAC00 <= sign <= 0xD7A3
    ):
        return sign
    return 0


cdef class Beginnings:
    """Beginnings to look for: the first characters of a text make a key at each length that a beginning has."""

    # Of each length by itself: of one table for all a good part would be marked.
    cdef uint8_t[LOOK + 1][KEY_BYTES] _keys
    cdef uint8_t[256] _leading
    cdef bint[LOOK + 1] _lengths

    def __cinit__(self, starts, leading):
        cdef uint32_t key
        cdef Py_UCS4 sign
        memset(&self._keys, 0, sizeof(self._keys))
        memset(self._leading, 0, sizeof(self._leading))
        memset(self._lengths, 0, sizeof(self._lengths))
        for start in starts:
            key = 0
            for sign in start[:LOOK]:
                key = key * PRIME + <uint32_t>sign
            mark(self._keys[min(LOOK, len(start))], key % KEYS)
            self._lengths[min(LOOK, len(start))] = True
        for sign in leading:
            if sign < 256:
                self._leading[sign] = 1

    def places(self, texts):
        """Return the places of the texts that may begin so."""
        cdef Py_ssize_t place
        cdef list found = []
        cdef int kind
        cdef bint may
        for place, text in enumerate(texts):
            if not PyUnicode_Check(text):
                raise TypeError("no text")
            kind = PyUnicode_KIND(text)
            if kind == 1:
                may = self._may(<const uint8_t*>PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text))
            elif kind == 2:
                may = self._may(<const uint16_t*>PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text))
            else:
                may = self._may(<const uint32_t*>PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text))
            if may:
                found.append(place)
        return found

    cdef bint _may(self, const Char* text, Py_ssize_t length) noexcept nogil:
        cdef Py_ssize_t at = 0
        cdef uint32_t sign, key = 0
        cdef int taken = 0
        while at < length and text[at] < 256 and (is_space(text[at]) or self._leading[text[at]]):
            at += 1
        if self._lengths[0]:
            return True
        while at < length and taken < LOOK:
            if is_space(text[at]):
                while at + 1 < length and is_space(text[at + 1]):
                    at += 1
                sign = 32
            else:
                sign = folded(text[at])
            if sign == 0:
                return True
            key = key * PRIME + sign
            at += 1
            taken += 1
            if self._lengths[taken] and is_marked(self._keys[taken], key % KEYS):
                return True
        return False
