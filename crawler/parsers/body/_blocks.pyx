# cython: language_level=3, wraparound=False, initializedcheck=False
"""The loops of `plain_blocks.py` over all blocks of a page, and the kinds of `kinds.py`, compiled."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

from crawler.parsers.body import elements as _elements
from crawler.parsers.body import kinds as _kinds
from crawler.parsers.body import letters as _letters
from crawler.parsers.body import plain_blocks as _plain
from crawler.parsers.body import prose as _prose

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)
    bint Py_UNICODE_ISALNUM(Py_UCS4 sign) noexcept nogil

cdef double CJK_FACTOR = _letters.CJK_FACTOR
cdef Py_ssize_t SHORTEST_TEXT = _prose.SHORTEST_TEXT
cdef double SHORTEST_PROSE = _prose.SHORTEST_PROSE
cdef double SURE_PROSE = _prose.SURE_PROSE
cdef double MOST_LINKED = _prose.MOST_LINKED
cdef object NO_PROSE = _prose.NO_PROSE
cdef object has_sentence = _prose.has_sentence
cdef Py_ssize_t PROBED_LETTERS = _plain.PROBED_LETTERS
cdef object WORD = _plain.WORD
cdef object LISTS = _elements.LISTS
cdef int REACH = _kinds.REACH
cdef dict KINDS = _kinds.KINDS

ctypedef fused Wide:
    uint16_t
    uint32_t

ctypedef fused Sign:
    uint8_t
    uint16_t
    uint32_t


def prose_weights(blocks):
    """Return how many letters of running text each block holds."""
    cdef list weights = []
    cdef str text
    cdef Py_ssize_t size, linked
    cdef double density, letters
    for block in blocks:
        text = block.text
        size = len(text)
        weights.append(0.0)
        if size < SHORTEST_TEXT:
            continue
        linked = block.link_chars
        density = 0.0
        if linked:
            density = 1.0 if linked >= size else <double>linked / <double>size
        if density > MOST_LINKED or block.kind in NO_PROSE:
            continue
        letters = size
        if not PyUnicode_IS_ASCII(text):
            letters = size + (CJK_FACTOR - 1) * _wide(text, size)
            # As the property does, which looks for them a second time otherwise.
            block._letters = letters
        if letters < SHORTEST_PROSE or (letters < SURE_PROSE and not has_sentence(text)):
            continue
        weights[len(weights) - 1] = letters * (1 - density)
    return weights


cdef Py_ssize_t _wide(str text, Py_ssize_t size):
    """Return how many of a text's characters are `letters.CJK`."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return 0
    if kind == 2:
        return _count_wide(<const uint16_t*>PyUnicode_DATA(text), size)
    return _count_wide(<const uint32_t*>PyUnicode_DATA(text), size)


cdef Py_ssize_t _count_wide(const Wide* signs, Py_ssize_t size) noexcept nogil:
    cdef Py_ssize_t at, count = 0
    cdef uint32_t sign
    for at in range(size):
        sign = signs[at]
        count += sign >= 0x3040 and (
            sign <= 0x30FF
            or 0x3400 <= sign <= 0x9FFF
            or 0xF900 <= sign <= 0xFAFF
            or 0xAC00 <= sign <= 0xD7AF
        )
    return count


def that_may_say(blocks, str line):
    """Return the blocks whose text, folded, may begin or end with a folded line."""
    cdef list found = []
    cdef Py_ssize_t shortest = len(line), size = min(PROBED_LETTERS, shortest), length
    cdef str text, first = line[:size], last = line[shortest - size :]
    if not line:
        return found
    for block in blocks:
        text = block.text
        length = len(text)
        if length < shortest and PyUnicode_IS_ASCII(text):
            continue
        if _may_be(text, 0, min(size + 1, length), first) or _may_be(text, max(0, length - size), length, last):
            found.append(block)
    return found


cdef bint _may_be(str text, Py_ssize_t start, Py_ssize_t stop, str line):
    """Whether a part of a text says a line, but for a sign behind it, or holds what folding changes by more than case.
    """
    cdef Py_ssize_t at, size = PyUnicode_GET_LENGTH(line)
    cdef bint is_line = stop - start >= size
    cdef uint32_t sign
    for at in range(start, stop):
        sign = <Py_UCS4>text[at]
        if sign >= 128 or sign == c"`":
            return True
        if is_line and at - start < size:
            if c"A" <= sign <= c"Z":
                sign |= 32
            is_line = sign == <uint32_t><Py_UCS4>line[at - start]
    return is_line


cdef class Words:
    """The words of a line; a word of a text is made an object where one of them begins alike and is as long."""

    cdef set _words
    cdef uint64_t _shapes

    def __cinit__(self, str line not None):
        cdef str word
        self._words = set(WORD.findall(line))
        self._shapes = 0
        for word in self._words:
            self._shapes |= _shape(<Py_UCS4>word[0], PyUnicode_GET_LENGTH(word))

    def share_in(self, str text not None):
        """Return the share of the words that a text holds as words of its own."""
        cdef set found = set()
        cdef int kind = PyUnicode_KIND(text)
        cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text)
        if not self._words:
            return 0.0
        if kind == 1:
            self._find(<const uint8_t*>PyUnicode_DATA(text), size, text, found)
        elif kind == 2:
            self._find(<const uint16_t*>PyUnicode_DATA(text), size, text, found)
        else:
            self._find(<const uint32_t*>PyUnicode_DATA(text), size, text, found)
        return <double>len(found) / <double>len(self._words)

    cdef int _find(self, const Sign* signs, Py_ssize_t size, str text, set found) except -1:
        cdef Py_ssize_t at = 0, start
        cdef str word
        while at < size:
            start = at
            while at < size and _is_in_word(signs[at]):
                at += 1
            if at > start and self._shapes & _shape(signs[start], at - start):
                word = text[start:at]
                if word in self._words:
                    found.add(word)
            at += 1
        return 0


cdef inline uint64_t _shape(uint32_t first, Py_ssize_t size) noexcept nogil:
    return <uint64_t>1 << ((first * 7 + <uint32_t>size) & 63)


cdef inline bint _is_in_word(uint32_t sign) noexcept nogil:
    """Whether a character is `\\w`."""
    if sign < 128:
        return c"a" <= sign <= c"z" or c"0" <= sign <= c"9" or c"A" <= sign <= c"Z" or sign == c"_"
    return Py_UNICODE_ISALNUM(sign)


def extents(list parents not None, blocks):
    """Return for each frame its first and last block; an empty frame's first lies behind its last."""
    cdef Py_ssize_t count = len(parents), frame, parent, place = 0
    cdef Py_ssize_t* first = <Py_ssize_t*>PyMem_Calloc(2 * count + 1, sizeof(Py_ssize_t))
    cdef Py_ssize_t* last = first + count
    if first is NULL:
        raise MemoryError
    try:
        for frame in range(count):
            first[frame], last[frame] = len(blocks), -1
        for block in blocks:
            frame = block.frame
            # A page without frames has its blocks in the first nevertheless.
            if not 0 <= frame < max(1, count):
                raise IndexError("a block stands in no frame")
            if last[frame] < 0:
                first[frame] = place
            last[frame] = place
            place += 1
        for frame in range(count - 1, 0, -1):
            parent = parents[frame]
            if parent >= count:
                raise IndexError("a frame stands in none")
            if parent >= 0 and last[frame] >= 0:
                first[parent] = min(first[parent], first[frame])
                last[parent] = max(last[parent], last[frame])
        return [first[frame] for frame in range(count)], [last[frame] for frame in range(count)]
    finally:
        PyMem_Free(first)


def name_kinds(frames, blocks):
    """Tell headings, list items and quotes from paragraphs."""
    cdef list marked = frames.marked
    cdef _Kinds kinds
    cdef Py_ssize_t frame
    if not marked:
        return
    kinds = _Kinds(frames)
    for block in blocks:
        frame = block.frame
        if <int>marked[frame] >= 0 and block.kind == "paragraph":
            kinds.name(block, frame)


cdef class _Kinds:
    """What `kinds.Kinds` is, with arrays in place of its sets and dicts."""

    cdef list _parents, _tags, _marked
    # Of each frame: whether a heading stands in it, the lists around it and itself with one added, the number that it
    # has as an item, and how many items it has as a list.
    cdef int* _stories
    cdef int* _lists
    cdef int* _numbers
    cdef int* _items

    def __cinit__(self, frames):
        cdef Py_ssize_t count = len(frames.parents)
        cdef int parent
        self._parents, self._tags, self._marked = frames.parents, frames.tags, frames.marked
        # The arrays are as long as the lists, and are looked up with what these hold.
        if not count == len(self._tags) == len(self._marked):
            raise ValueError("frames of unlike lengths")
        for parent in range(count):
            if <int>self._parents[parent] >= count or <int>self._marked[parent] >= count:
                raise IndexError("a frame stands in none")
        self._stories = <int*>PyMem_Calloc(4 * count + 1, sizeof(int))
        if self._stories is NULL:
            raise MemoryError
        self._lists = self._stories + count
        self._numbers = self._lists + count
        self._items = self._numbers + count
        for parent in frames.headings:
            parent = self._parents[parent]
            while parent >= 0 and not self._stories[parent]:
                self._stories[parent] = True
                parent = self._parents[parent]

    def __dealloc__(self):
        PyMem_Free(self._stories)

    cdef int name(self, block, int frame) except -1:
        cdef int mark = self._marked[frame], around = frame, reach = REACH, parent
        cdef str tag
        while mark >= 0:
            while around != mark:
                around = self._parents[around]
                reach -= 1
                if not reach:
                    return 0
            tag = self._tags[mark]
            if tag != "li":
                block.kind, block.level, block.number = KINDS[tag]
                return 0
            if not self._stories[mark]:
                block.kind, block.level, block.number = "list_item", max(1, self._around(frame)), self._number(mark)
                return 0
            parent = self._parents[mark]
            mark = self._marked[parent] if parent >= 0 else -1
        return 0

    cdef int _around(self, int frame) except -1:
        """Return in how many lists a frame stands, itself included."""
        cdef int known = frame, lists
        cdef list path = []
        while known >= 0 and not self._lists[known]:
            path.append(known)
            known = self._parents[known]
        lists = self._lists[known] - 1 if known >= 0 else 0
        for known in reversed(path):
            lists += self._tags[known] in LISTS
            self._lists[known] = lists + 1
        return lists

    cdef int _number(self, int item) except -1:
        cdef int parent = self._parents[item]
        if parent < 0 or self._tags[parent] != "ol":
            return 0
        if not self._numbers[item]:
            self._items[parent] += 1
            self._numbers[item] = self._items[parent]
        return self._numbers[item]
