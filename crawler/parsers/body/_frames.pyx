# cython: language_level=3, wraparound=False, initializedcheck=False
"""The loops of `frames.py` over all frames of a page, compiled."""

from libc.stdlib cimport free, malloc


def own_reasons(list parents not None, list places not None, list meanings not None, reason_of):
    """Return for each frame why it is furniture by its own place and names, None where it is not."""
    cdef Py_ssize_t frame, count = len(parents)
    cdef long parent, place, meaning
    cdef list reasons = [None] * count
    cdef object reason
    for frame in range(count):
        place, meaning, parent = places[frame], meanings[frame], parents[frame]
        if place and parent >= 0:
            place &= ~<long>places[parent]
        if place or meaning:
            reasons[frame] = reason_of(place, meaning)
    return reasons


def passed_down(list parents not None, list own not None):
    """Return for each frame its outermost reason: that of what it stands in, else its own."""
    cdef Py_ssize_t frame, count = len(parents)
    cdef long parent
    cdef list reasons = list(own)
    cdef object reason
    for frame in range(count):
        parent = parents[frame]
        if parent >= 0:
            reason = reasons[parent]
            if reason is not None:
                reasons[frame] = reason
    return reasons


def outermost(list parents not None, list own not None, list reasons not None):
    """Return the frames with a reason of their own that stand in none with a reason."""
    cdef Py_ssize_t frame
    cdef long parent
    cdef list found = []
    for frame in range(len(own)):
        if own[frame] is not None:
            parent = parents[frame]
            if parent < 0 or reasons[parent] is None:
                found.append(frame)
    return found


def outside_of(list parents not None, list tags not None, inner):
    """Return for each frame the innermost one around it, itself included, whose tag is none of some inner ones."""
    cdef Py_ssize_t frame, count = len(parents)
    cdef long parent
    cdef list found = []
    for frame in range(count):
        parent = parents[frame]
        found.append(found[parent] if parent >= 0 and tags[frame] in inner else frame)
    return found


def marked_below(list parents not None, list meanings not None, long flag, Py_ssize_t top):
    """Return for each frame whether it or one around it has a meaning; the top frame has none, whatever it is in."""
    cdef Py_ssize_t frame, count = len(parents)
    cdef long parent, meaning
    cdef list found = []
    for frame in range(count):
        parent, meaning = parents[frame], meanings[frame]
        found.append(frame != top and (meaning & flag != 0 or (parent >= 0 and <bint>found[parent])))
    return found


def prose_mass(list parents not None, blocks, weights):
    """Return the prose in each frame with all below it, and the page's."""
    cdef Py_ssize_t frame, count = len(parents)
    cdef long parent
    cdef double weight
    cdef double* mass
    cdef list masses
    if not count:
        return [], 0.0
    mass = <double*>malloc(count * sizeof(double))
    if mass is NULL:
        raise MemoryError
    try:
        for frame in range(count):
            mass[frame] = 0.0
        for block, each in zip(blocks, weights, strict=True):
            weight = each
            if weight:
                frame = block.frame
                if not 0 <= frame < count:
                    raise IndexError("a block stands in no frame")
                mass[frame] += weight
        for frame in range(count - 1, 0, -1):
            if mass[frame]:
                parent = parents[frame]
                if parent >= count:
                    raise IndexError("a frame stands in none")
                if parent >= 0:
                    mass[parent] += mass[frame]
        masses = [mass[frame] for frame in range(count)]
    finally:
        free(mass)
    return masses, masses[0]
