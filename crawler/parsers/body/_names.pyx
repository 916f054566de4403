# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The looking up of `class_words.py`, compiled: a line's words are told and looked up without an object for each."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_Check, PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcmp, memcpy, memset

# Characters of a line that are read at most: the words of one are kept on the stack.
cdef enum:
    ROOM = 1024

# FNV-1a's numbers for 64 bits.
cdef uint64_t BASIS = 14695981039346656037ULL
cdef uint64_t PRIME = 1099511628211ULL

# Bits that tell of most words at once that no phrase begins with them: few words of a page are looked up in the tree,
# which is larger than what a processor has at hand.
cdef enum:
    STARTS = 16384
    START_BYTES = 2048

ctypedef fused Char:
    uint8_t
    uint16_t
    uint32_t


# A word that goes on from a node of the tree, and the node it leads to; node 0 is the root.
cdef struct Step:
    uint64_t hash
    char* word
    int length
    int source
    int node
    int flags
    bint is_last


cdef struct Found:
    uint64_t hash
    int start
    int length


cdef class Phrases:
    """The tree of phrases as a table of its steps, found by node and word."""

    cdef Step* _steps
    cdef uint64_t _mask
    cdef int _longest
    cdef int _nodes
    cdef uint8_t[START_BYTES] _starts

    def __cinit__(self, phrases, int longest):
        cdef Py_ssize_t room = 64
        if longest > ROOM:
            raise ValueError("no room for so many characters")
        while room < 4 * _size_of(phrases):
            room *= 2
        self._longest = longest
        self._nodes = 1
        self._mask = room - 1
        self._steps = <Step*>PyMem_Malloc(room * sizeof(Step))
        if self._steps is NULL:
            raise MemoryError
        memset(self._steps, 0, room * sizeof(Step))
        memset(self._starts, 0, sizeof(self._starts))
        self._add(phrases, 0)

    def __dealloc__(self):
        cdef uint64_t slot
        if self._steps is not NULL:
            for slot in range(self._mask + 1):
                PyMem_Free(self._steps[slot].word)
            PyMem_Free(self._steps)

    cdef int _add(self, phrases, int source) except -1:
        cdef Step* step
        cdef bytes word
        cdef int length, at
        cdef const char* letters
        cdef uint64_t hash
        for word, node in phrases.items():
            letters, length, hash = word, len(word), BASIS
            for at in range(length):
                hash = (hash ^ <uint8_t>letters[at]) * PRIME
            if source == 0:
                self._starts[(hash % STARTS) >> 3] |= <uint8_t>(1 << (hash & 7))
            step = self._slot_of(source, hash, letters, length)
            step.word = <char*>PyMem_Malloc(length + 1)
            if step.word is NULL:
                raise MemoryError
            memcpy(step.word, letters, length)
            step.hash, step.length, step.source, step.node = hash, length, source, self._nodes
            step.flags, step.is_last = node.flags, not node.further
            self._nodes += 1
            self._add(node.further, step.node)
        return 0

    cdef Step* _slot_of(self, int source, uint64_t hash, const char* letters, int length) noexcept nogil:
        """Return the step from a node with a word, or the empty slot where it would stand."""
        cdef uint64_t slot = (hash ^ (<uint64_t>source * PRIME) ^ (hash >> 29)) & self._mask
        cdef Step* step = &self._steps[slot]
        while step.word is not NULL and not (
            step.hash == hash
            and step.source == source
            and step.length == length
            and memcmp(step.word, letters, length) == 0
        ):
            slot = (slot + 1) & self._mask
            step = &self._steps[slot]
        return step

    def meanings(self, list lines):
        """Return what each of the lines means; None means nothing."""
        cdef list meanings = []
        cdef int length
        for line in lines:
            if line is None:
                meanings.append(0)
                continue
            if not PyUnicode_Check(line):
                raise TypeError("no text")
            length = <int>min(<Py_ssize_t>self._longest, PyUnicode_GET_LENGTH(line))
            meanings.append(self._of_line(line, length))
        return meanings

    cdef int _of_line(self, line, int length) except -1:
        cdef int kind = PyUnicode_KIND(line)
        if kind == 1:
            return self._meaning(<const uint8_t*>PyUnicode_DATA(line), length)
        if kind == 2:
            return self._meaning(<const uint16_t*>PyUnicode_DATA(line), length)
        return self._meaning(<const uint32_t*>PyUnicode_DATA(line), length)

    cdef int _meaning(self, const Char* line, int length) noexcept nogil:
        cdef char[ROOM] letters
        cdef Found[ROOM] words
        cdef Step* step
        cdef int at, start = 0, count = 0, place, following, meaning = 0
        cdef uint64_t hash = BASIS
        cdef bint after_small = False, is_small, is_capital
        for at in range(length):
            is_small = c"a" <= line[at] <= c"z"
            is_capital = c"A" <= line[at] <= c"Z"
            if start < at and (not (is_small or is_capital) or (is_capital and after_small)):
                words[count].hash, words[count].start, words[count].length = hash, start, at - start
                count += 1
                start, hash = at, BASIS
            if is_small or is_capital:
                letters[at] = <char>(line[at] | 32)
                hash = (hash ^ <uint8_t>letters[at]) * PRIME
            else:
                start = at + 1
            after_small = is_small
        if start < length:
            words[count].hash, words[count].start, words[count].length = hash, start, length - start
            count += 1
        for place in range(count):
            hash = words[place].hash
            if not self._starts[(hash % STARTS) >> 3] >> (hash & 7) & 1:
                continue
            step = self._slot_of(0, words[place].hash, &letters[words[place].start], words[place].length)
            following = place + 1
            while step.word is not NULL:
                meaning |= step.flags
                if step.is_last or following == count:
                    break
                step = self._slot_of(
                    step.node, words[following].hash, &letters[words[following].start], words[following].length
                )
                following += 1
        return meaning


cdef Py_ssize_t _size_of(phrases):
    return sum([1 + _size_of(node.further) for node in phrases.values()])
