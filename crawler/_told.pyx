# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What the elements of a head say, compiled: what `plain_told.told` yields, without an object for each element."""

from lxml.includes.etreepublic cimport _Element, textOf
from lxml.includes.tree cimport xmlAttr, xmlNode

from crawler._nodes cimport attribute_of, begin, is_named, is_plain, next_in, value_of

begin()

from crawler import plain_told as _plain

cdef str JSON_LD = _plain.JSON_LD
cdef int MOST_HEADLINES = _plain.MOST_HEADLINES
cdef list META = [name.encode() for name in _plain.ATTRIBUTES["meta"]]
cdef list LINK = [name.encode() for name in _plain.ATTRIBUTES["link"]]
cdef list BASE = [name.encode() for name in _plain.ATTRIBUTES["base"]]


def told(_Element root not None):
    """Return what the elements of a head say, wherever they stand, in page order."""
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef list found = []
    cdef int headlines = 0
    while node is not NULL:
        if is_plain(node):
            if is_named(node, b"meta"):
                found.append(("meta", values_of(node, META)))
            elif is_named(node, b"link"):
                found.append(("link", values_of(node, LINK)))
            elif is_named(node, b"base"):
                found.append(("base", values_of(node, BASE)))
            elif is_named(node, b"script") and is_json_ld(node):
                found.append(("script", (textOf(node),)))
            elif is_named(node, b"h1"):
                headlines += 1
                if headlines <= MOST_HEADLINES and is_in_noscript(node):
                    found.append(("noscript", ()))
        node = next_in(top, node)
    return found


cdef bint is_json_ld(xmlNode* node) except -1:
    cdef xmlAttr* kind = attribute_of(node, b"type")
    return kind is not NULL and JSON_LD in value_of(kind).lower()


cdef bint is_in_noscript(const xmlNode* node) noexcept nogil:
    while node is not NULL:
        if is_named(node, b"noscript"):
            return True
        node = node.parent
    return False


cdef tuple values_of(xmlNode* node, list names):
    """Return the values of some attributes, None for one that is not there."""
    cdef xmlAttr* attribute
    cdef bytes name
    cdef list values = []
    for name in names:
        attribute = attribute_of(node, name)
        values.append(None if attribute is NULL else value_of(attribute))
    return tuple(values)
