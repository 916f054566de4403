# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What stands in elements, and in which order these stand: what `inner_texts` returns, read off libxml2's nodes."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.stdlib cimport bsearch, qsort
from libc.string cimport memcpy, strlen
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlNode

from crawler._nodes cimport begin, decoded, is_plain, is_text, next_in

begin()


cdef inline xmlNode* next_piece(xmlNode* top, xmlNode* node, bint* is_tag) noexcept nogil:
    """Return the node that follows in page order inside `top`, NULL behind the last; and whether a tag parts them."""
    cdef xmlNode* following = next_in(top, node)
    is_tag[0] = node.type == XML_ELEMENT_NODE or following is not node.next
    return following


cdef object joined(xmlNode* first, Py_ssize_t count, Py_ssize_t size, xmlNode* top):
    """Return the text of so many text nodes from one on, in page order, whose bytes are so many."""
    cdef xmlNode* node = first
    cdef Py_ssize_t at = 0, length
    cdef char* buffer
    if count == 1:
        return PyUnicode_DecodeUTF8(<const char*>first.content, size, NULL)
    buffer = <char*>PyMem_Malloc(size + 1)
    if buffer is NULL:
        raise MemoryError
    try:
        while count:
            if is_text(node) and node.content is not NULL and node.content[0]:
                length = strlen(<const char*>node.content)
                memcpy(buffer + at, <const char*>node.content, length)
                at += length
                count -= 1
            if count:
                node = next_in(top, node)
        return PyUnicode_DecodeUTF8(buffer, size, NULL)
    finally:
        PyMem_Free(buffer)


def inner_texts(_Element element not None, limit=None):
    """Return an element's texts in page order, at most `limit`; its tail is none of them."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    cdef xmlNode* first = NULL
    cdef Py_ssize_t most = -1 if limit is None else limit, count = 0, size = 0
    cdef bint is_tag
    cdef list texts = []
    if most == 0:
        return texts
    while True:
        node = next_piece(top, node, &is_tag)
        # A tag ends a text, and so does whatever else is no text.
        if first is not NULL and (is_tag or node is NULL or not is_text(node)):
            texts.append(joined(first, count, size, top))
            first = NULL
            if len(texts) == most:
                return texts
        if node is NULL:
            return texts
        if is_text(node) and node.content is not NULL and node.content[0]:
            if first is NULL:
                first, count, size = node, 0, 0
            count += 1
            size += strlen(<const char*>node.content)


def inner_text(_Element element not None):
    """Return all text in an element, as it is written."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    cdef xmlNode* first = NULL
    cdef Py_ssize_t count = 0, size = 0
    while True:
        node = next_in(top, node)
        if node is NULL:
            return joined(first, count, size, top) if count else ""
        if is_text(node) and node.content is not NULL and node.content[0]:
            if first is NULL:
                first = node
            count += 1
            size += strlen(<const char*>node.content)


def holds_only(_Element element not None, tags, Py_ssize_t most):
    """Tell whether at most so many elements stand in an element, and all of these tags."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    while True:
        node = next_in(top, node)
        if node is NULL:
            return True
        if is_text(node):
            continue
        most -= 1
        if most < 0 or not is_plain(node) or decoded(node.name) not in tags:
            return False


# So many elements are sorted by looking for one behind another.
cdef enum:
    FEW = 64

cdef struct Placed:
    xmlNode* node
    Py_ssize_t given


cdef int depth_of(const xmlNode* node) noexcept nogil:
    cdef int depth = 0
    while node is not NULL:
        depth += 1
        node = node.parent
    return depth


cdef int by_place(const void* one, const void* other) noexcept nogil:
    """Compare two elements for `qsort`: one comes after another that it stands in."""
    cdef xmlNode* left = (<const Placed*>one).node
    cdef xmlNode* right = (<const Placed*>other).node
    cdef xmlNode* behind_left
    cdef xmlNode* behind_right
    cdef int deeper = depth_of(left) - depth_of(right), climb
    for climb in range(deeper):
        left = left.parent
    for climb in range(-deeper):
        right = right.parent
    if left is right:
        return deeper
    while left.parent is not right.parent:
        left, right = left.parent, right.parent
    # Whichever of the two is met behind the other; looked for from both at once, since most stand near one another.
    behind_left, behind_right = left, right
    while behind_left is not NULL or behind_right is not NULL:
        if behind_left is not NULL:
            behind_left = behind_left.next
            if behind_left is right:
                return -1
        if behind_right is not NULL:
            behind_right = behind_right.next
            if behind_right is left:
                return 1
    # Of two pages.
    return -1 if left < right else 1


cdef int by_address(const void* one, const void* other) noexcept nogil:
    cdef size_t left = <size_t>(<const Placed*>one).node, right = <size_t>(<const Placed*>other).node
    return (left > right) - (left < right)


cdef list met(list given, Placed* placed):
    """Return elements as a walk over their page meets them; sorted by place, many siblings would be looked for by all."""
    cdef Placed wanted
    cdef Placed* found
    cdef list ordered = []
    cdef xmlNode* node = placed[0].node
    qsort(placed, len(given), sizeof(Placed), by_address)
    while node.parent is not NULL and node.parent.type == XML_ELEMENT_NODE:
        node = node.parent
    while node.prev is not NULL:
        node = node.prev
    while node is not NULL and len(ordered) < len(given):
        wanted.node = node
        found = <Placed*>bsearch(&wanted, placed, len(given), sizeof(Placed), by_address)
        if found is not NULL:
            ordered.append(given[found.given])
        node = next_in(NULL, node)
    return ordered


def in_page_order(elements):
    """Return elements of one page, none of them twice, in the order of their start tags."""
    cdef list given = list(elements)
    cdef Py_ssize_t place, count = len(given)
    cdef Placed* placed = <Placed*>PyMem_Malloc((count + 1) * sizeof(Placed))
    if placed is NULL:
        raise MemoryError
    try:
        for place in range(count):
            placed[place].node = (<_Element?>given[place])._c_node
            placed[place].given = place
        if count > FEW:
            ordered = met(given, placed)
            if len(ordered) == count:
                return ordered
        qsort(placed, count, sizeof(Placed), by_place)
        return [given[placed[place].given] for place in range(count)]
    finally:
        PyMem_Free(placed)
