# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What `plain_word_runs.py` does, compiled: runs of words are hashed where they stand, with no object for each.

XXH3 is written out here as its specification (xxHash 0.8) gives it for up to 240 bytes; a text with longer runs of five
words is left to the twin.
"""

import sys

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stdint cimport uint32_t, uint64_t
from libc.string cimport memcpy, memset

from crawler import plain_word_runs as _plain

if sys.byteorder != "little":
    raise ImportError("XXH3 is written here for little-endian machines")

cdef enum:
    # Up to so many bytes XXH3 has forms of its own; runs of five words that are longer are next to never met.
    LONGEST = 240
    MOST_WANTED = 64
    MOST_SHORTEST = 1 << 12

# What XXH3 mixes in where nobody gives another secret (XXH3_kSecret of its specification, xxHash 0.8).
SECRET_BYTES = bytes.fromhex(
    "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671fcb79e64eccc0e578825ad07dccff7221"
    "b8084674f743248ee03590e6813a264c3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
    "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364eac5ac8334d3ebc3c581a0fffa1363eb"
    "170ddd51b7f0da49d316552629d4689e2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e"
)
cdef unsigned char SECRET[192]
cdef uint64_t PRIME_1 = 0x9E3779B185EBCA87u
cdef uint64_t PRIME_MIX_1 = 0x165667919E3779F9u
cdef uint64_t PRIME_MIX_2 = 0x9FB21C651E98DF25u
cdef uint64_t PRIME_64_2 = 0xC2B2AE3D27D4EB4Fu
cdef uint64_t PRIME_64_3 = 0x165667B19E3779F9u


def lowest_hashes(joined, Py_ssize_t run, Py_ssize_t wanted, Py_ssize_t shortest):
    """Return the text's MinHash values, None for a text of too few distinct runs."""
    if type(joined) is not bytes or not (0 < run and 0 < wanted <= MOST_WANTED and 0 < shortest <= MOST_SHORTEST):
        return _plain.lowest_hashes(joined, run, wanted, shortest)
    cdef const unsigned char* text = <const unsigned char*>PyBytes_AS_STRING(joined)
    cdef Py_ssize_t size = PyBytes_GET_SIZE(joined)
    cdef uint64_t values[MOST_WANTED]
    cdef Py_ssize_t room = 1
    while room < 4 * shortest:
        room *= 2
    # A word's end is where the next one's space stands; no text has more words than bytes.
    cdef Py_ssize_t* starts = <Py_ssize_t*>PyMem_Malloc((size + 2) * sizeof(Py_ssize_t))
    cdef uint64_t* seen = <uint64_t*>PyMem_Malloc(room * sizeof(uint64_t))
    cdef Answer answer
    try:
        if starts is NULL or seen is NULL:
            raise MemoryError
        with nogil:
            answer = lowest(text, size, run, wanted, shortest, starts, seen, room, values)
    finally:
        PyMem_Free(starts)
        PyMem_Free(seen)
    if answer == TOO_LONG:
        return _plain.lowest_hashes(joined, run, wanted, shortest)
    if answer == TOO_FEW:
        return None
    return [values[number] for number in range(wanted)]


cdef enum Answer:
    FOUND
    TOO_FEW
    TOO_LONG


cdef Answer lowest(
    const unsigned char* text, Py_ssize_t size, Py_ssize_t run, Py_ssize_t wanted, Py_ssize_t shortest,
    Py_ssize_t* starts, uint64_t* seen, Py_ssize_t room, uint64_t* values,
) noexcept nogil:
    cdef Py_ssize_t words = 1, at, number, missing = wanted
    cdef uint64_t found, seed = 0
    cdef bint is_known[MOST_WANTED]
    cdef bint is_new[MOST_WANTED]
    starts[0] = 0
    for at in range(size):
        if text[at] == 32:
            starts[words] = at + 1
            words += 1
    starts[words] = size + 1
    if words - run + 1 < shortest:
        return TOO_FEW
    for at in range(words - run + 1):
        if starts[at + run] - 1 - starts[at] > LONGEST:
            return TOO_LONG
    if not are_distinct(text, starts, words - run + 1, run, shortest, seen, room):
        return TOO_FEW
    memset(is_known, 0, sizeof(is_known))
    while missing:
        memset(is_new, 0, sizeof(is_new))
        for at in range(words - run + 1):
            found = xxh3(text + starts[at], starts[at + run] - 1 - starts[at], seed)
            number = found % <uint64_t>wanted
            if is_known[number]:
                continue
            if not is_new[number] or found < values[number]:
                is_new[number] = True
                values[number] = found
        for number in range(wanted):
            if is_new[number]:
                is_known[number] = True
                missing -= 1
        seed += 1
    return FOUND


cdef bint are_distinct(
    const unsigned char* text, const Py_ssize_t* starts, Py_ssize_t runs, Py_ssize_t run, Py_ssize_t shortest,
    uint64_t* seen, Py_ssize_t room,
) noexcept nogil:
    """Whether so many hashes differ; looks no further than needed. 0 marks a free place and has a mark of its own."""
    cdef Py_ssize_t at, place, distinct = 0
    cdef uint64_t found
    cdef bint has_zero = False
    memset(seen, 0, room * sizeof(uint64_t))
    for at in range(runs):
        found = xxh3(text + starts[at], starts[at + run] - 1 - starts[at], 0)
        if not found:
            distinct += not has_zero
            has_zero = True
        else:
            place = found & <uint64_t>(room - 1)
            while seen[place] and seen[place] != found:
                place = (place + 1) & (room - 1)
            if not seen[place]:
                seen[place] = found
                distinct += 1
        if distinct >= shortest:
            return True
    return False


def xxh3_of(bytes octets not None, uint64_t seed=0):
    """Return XXH3's 64 bits of up to LONGEST bytes; for tests."""
    if PyBytes_GET_SIZE(octets) > LONGEST:
        raise ValueError(f"more than {LONGEST} bytes")
    return xxh3(<const unsigned char*>PyBytes_AS_STRING(octets), PyBytes_GET_SIZE(octets), seed)


cdef uint64_t xxh3(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    if size > 128:
        return xxh3_up_to_240(octets, size, seed)
    if size > 16:
        return xxh3_up_to_128(octets, size, seed)
    if size > 8:
        return xxh3_up_to_16(octets, size, seed)
    if size > 3:
        return xxh3_up_to_8(octets, size, seed)
    if size:
        return xxh3_up_to_3(octets, size, seed)
    return avalanche64(seed ^ eight(SECRET + 56) ^ eight(SECRET + 64))


cdef inline uint64_t xxh3_up_to_3(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    cdef uint32_t joined = (
        (<uint32_t>octets[0] << 16) | (<uint32_t>octets[size >> 1] << 24) | octets[size - 1] | (<uint32_t>size << 8)
    )
    return avalanche64(joined ^ (<uint64_t>(four(SECRET) ^ four(SECRET + 4)) + seed))


cdef inline uint64_t xxh3_up_to_8(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    cdef uint64_t mixed
    seed ^= <uint64_t>turned4(<uint32_t>seed) << 32
    mixed = (four(octets + size - 4) + (<uint64_t>four(octets) << 32)) ^ (
        (eight(SECRET + 8) ^ eight(SECRET + 16)) - seed
    )
    mixed ^= rotated(mixed, 49) ^ rotated(mixed, 24)
    mixed *= PRIME_MIX_2
    mixed ^= (mixed >> 35) + <uint64_t>size
    mixed *= PRIME_MIX_2
    return mixed ^ (mixed >> 28)


cdef inline uint64_t xxh3_up_to_16(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    cdef uint64_t low = eight(octets) ^ ((eight(SECRET + 24) ^ eight(SECRET + 32)) + seed)
    cdef uint64_t high = eight(octets + size - 8) ^ ((eight(SECRET + 40) ^ eight(SECRET + 48)) - seed)
    return avalanche(<uint64_t>size + turned8(low) + high + folded_product(low, high))


cdef inline uint64_t xxh3_up_to_128(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    cdef uint64_t sum = <uint64_t>size * PRIME_1
    if size > 32:
        if size > 64:
            if size > 96:
                sum += mixed16(octets + 48, SECRET + 96, seed) + mixed16(octets + size - 64, SECRET + 112, seed)
            sum += mixed16(octets + 32, SECRET + 64, seed) + mixed16(octets + size - 48, SECRET + 80, seed)
        sum += mixed16(octets + 16, SECRET + 32, seed) + mixed16(octets + size - 32, SECRET + 48, seed)
    sum += mixed16(octets, SECRET, seed) + mixed16(octets + size - 16, SECRET + 16, seed)
    return avalanche(sum)


cdef inline uint64_t xxh3_up_to_240(const unsigned char* octets, Py_ssize_t size, uint64_t seed) noexcept nogil:
    cdef uint64_t sum = <uint64_t>size * PRIME_1
    cdef Py_ssize_t at
    for at in range(8):
        sum += mixed16(octets + 16 * at, SECRET + 16 * at, seed)
    sum = avalanche(sum)
    for at in range(8, size // 16):
        sum += mixed16(octets + 16 * at, SECRET + 16 * (at - 8) + 3, seed)
    return avalanche(sum + mixed16(octets + size - 16, SECRET + 136 - 17, seed))


cdef inline uint64_t mixed16(const unsigned char* octets, const unsigned char* secret, uint64_t seed) noexcept nogil:
    return folded_product(eight(octets) ^ (eight(secret) + seed), eight(octets + 8) ^ (eight(secret + 8) - seed))


cdef inline uint64_t folded_product(uint64_t one, uint64_t other) noexcept nogil:
    """Both halves of the product of 128 bits, one upon the other; put together of halves, as every compiler can."""
    cdef uint64_t low = (one & 0xFFFFFFFFu) * (other & 0xFFFFFFFFu)
    cdef uint64_t left = (one >> 32) * (other & 0xFFFFFFFFu)
    cdef uint64_t right = (one & 0xFFFFFFFFu) * (other >> 32)
    cdef uint64_t high = (one >> 32) * (other >> 32)
    cdef uint64_t cross = (low >> 32) + (left & 0xFFFFFFFFu) + right
    return ((left >> 32) + (cross >> 32) + high) ^ ((cross << 32) | (low & 0xFFFFFFFFu))


cdef inline uint64_t avalanche(uint64_t mixed) noexcept nogil:
    mixed ^= mixed >> 37
    mixed *= PRIME_MIX_1
    return mixed ^ (mixed >> 32)


cdef inline uint64_t avalanche64(uint64_t mixed) noexcept nogil:
    mixed ^= mixed >> 33
    mixed *= PRIME_64_2
    mixed ^= mixed >> 29
    mixed *= PRIME_64_3
    return mixed ^ (mixed >> 32)


cdef inline uint64_t rotated(uint64_t mixed, int bits) noexcept nogil:
    return (mixed << bits) | (mixed >> (64 - bits))


cdef inline uint32_t turned4(uint32_t number) noexcept nogil:
    return (number << 24) | ((number & 0xFF00u) << 8) | ((number >> 8) & 0xFF00u) | (number >> 24)


cdef inline uint64_t turned8(uint64_t number) noexcept nogil:
    return (<uint64_t>turned4(<uint32_t>number) << 32) | turned4(<uint32_t>(number >> 32))


cdef inline uint32_t four(const unsigned char* octets) noexcept nogil:
    cdef uint32_t number
    memcpy(&number, octets, 4)
    return number


cdef inline uint64_t eight(const unsigned char* octets) noexcept nogil:
    cdef uint64_t number
    memcpy(&number, octets, 8)
    return number


memcpy(SECRET, PyBytes_AS_STRING(SECRET_BYTES), 192)
