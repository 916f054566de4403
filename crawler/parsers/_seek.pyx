# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The searches of `plain_seek.py`, compiled: no object is made of an element that is passed by."""

from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    elementFactory,
    tailOf,
    textOf,
)
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode

from crawler._nodes cimport attribute_of, begin, first_text, is_item, is_named, next_in, value_of
from crawler._nodes cimport next_behind as node_behind

begin()


def links_whose(_Element root not None, is_wanted, Py_ssize_t limit):
    """Yield those of an element's first `limit` links whose address, as it is written, is wanted."""
    cdef _Document document = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef xmlAttr* href
    while node is not NULL and limit > 0:
        if is_named(node, b"a"):
            limit -= 1
            href = attribute_of(node, b"href")
            if is_wanted("" if href is NULL else value_of(href)):
                yield elementFactory(document, node)
        node = next_in(top, node)


def next_behind(_Element element not None, str tag not None, Py_ssize_t limit):
    """Return the next elements of a tag that begin behind an element's end, in page order."""
    cdef bytes name = tag.encode()
    cdef const char* wanted = name
    cdef xmlNode* node = node_behind(NULL, element._c_node)
    cdef list found = []
    while node is not NULL and len(found) < limit:
        if is_named(node, wanted):
            found.append(elementFactory(element._doc, node))
        node = next_in(NULL, node)
    return found


def numbered_texts(_Element root not None, lengths, Py_ssize_t limit):
    """Yield the runs of text between two tags that hold a digit and are so long, each with the element it stands in."""
    cdef _Document document = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    while node is not NULL and limit > 0:
        if is_item(node):
            limit -= 1
            if may_hold_digit(first_text(node.children)) and not is_named(node, b"script") and not is_named(node, b"style"):
                text = textOf(node)
                if text and len(text) in lengths and has_digit(text):
                    yield elementFactory(document, node), text
            if may_hold_digit(first_text(node.next)) and node.parent is not NULL and node.parent.type == XML_ELEMENT_NODE:
                text = tailOf(node)
                if text and len(text) in lengths and has_digit(text):
                    yield elementFactory(document, node.parent), text
        node = next_in(top, node)


cdef bint may_hold_digit(xmlNode* node) noexcept nogil:
    """Whether the text that begins with a text node may hold a digit; one beyond ASCII is left to Python."""
    cdef const unsigned char* sign
    while node is not NULL:
        sign = <const unsigned char*>node.content
        while sign is not NULL and sign[0]:
            if 48 <= sign[0] <= 57 or sign[0] >= 128:
                return True
            sign += 1
        node = first_text(node.next)
    return False


cdef bint has_digit(str text) except -1:
    cdef Py_UCS4 sign
    for sign in text:
        if sign.isdecimal():
            return True
    return False
