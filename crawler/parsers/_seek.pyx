# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The searches of `plain_seek.py`, compiled: no object is made of an element that is passed by."""

from libc.string cimport strcmp
from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    attributeValueFromNsName,
    elementFactory,
    import_lxml__etree,
    tailOf,
    textOf,
)
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_COMMENT_NODE,
    XML_ELEMENT_NODE,
    XML_ENTITY_REF_NODE,
    XML_PI_NODE,
    XML_TEXT_NODE,
    XML_XINCLUDE_END,
    XML_XINCLUDE_START,
    const_xmlChar,
    xmlNode,
)

import_lxml__etree()


def links_whose(_Element root not None, is_wanted, Py_ssize_t limit):
    """Yield those of an element's first `limit` links whose address, as it is written, is wanted."""
    cdef _Document document = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    while node is not NULL and limit > 0:
        if is_named(node, b"a"):
            limit -= 1
            href = attributeValueFromNsName(node, NULL, <const_xmlChar*>b"href")
            if is_wanted(href or ""):
                yield elementFactory(document, node)
        node = next_node(node, top)


def next_behind(_Element element not None, str tag not None, Py_ssize_t limit):
    """Return the next elements of a tag that begin behind an element's end, in page order."""
    cdef bytes name = tag.encode()
    cdef const char* wanted = name
    cdef xmlNode* node = behind(element._c_node, NULL)
    cdef list found = []
    while node is not NULL and len(found) < limit:
        if is_named(node, wanted):
            found.append(elementFactory(element._doc, node))
        node = next_node(node, NULL)
    return found


def numbered_texts(_Element root not None, lengths, Py_ssize_t limit):
    """Yield the runs of text between two tags that hold a digit and are so long, each with the element it stands in."""
    cdef _Document document = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    while node is not NULL and limit > 0:
        if is_item(node):
            limit -= 1
            if may_hold_digit(node.children) and not is_named(node, b"script") and not is_named(node, b"style"):
                text = textOf(node)
                if text and len(text) in lengths and has_digit(text):
                    yield elementFactory(document, node), text
            if may_hold_digit(node.next) and node.parent is not NULL and node.parent.type == XML_ELEMENT_NODE:
                text = tailOf(node)
                if text and len(text) in lengths and has_digit(text):
                    yield elementFactory(document, node.parent), text
        node = next_node(node, top)


cdef bint may_hold_digit(const xmlNode* node) noexcept nogil:
    """Whether the text that begins with a node may hold a digit; one beyond ASCII is left to Python."""
    cdef const unsigned char* sign
    while node is not NULL:
        if node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE:
            sign = <const unsigned char*>node.content
            while sign is not NULL and sign[0]:
                if 48 <= sign[0] <= 57 or sign[0] >= 128:
                    return True
                sign += 1
        elif node.type != XML_XINCLUDE_START and node.type != XML_XINCLUDE_END:
            return False
        node = node.next
    return False


cdef bint has_digit(str text) except -1:
    cdef Py_UCS4 sign
    for sign in text:
        if sign.isdecimal():
            return True
    return False


cdef inline bint is_item(const xmlNode* node) noexcept nogil:
    """Whether lxml's iteration stops at a node."""
    return (
        node.type == XML_ELEMENT_NODE
        or node.type == XML_COMMENT_NODE
        or node.type == XML_PI_NODE
        or node.type == XML_ENTITY_REF_NODE
    )


cdef inline bint is_named(const xmlNode* node, const char* name) noexcept nogil:
    if node.type != XML_ELEMENT_NODE or node.ns is not NULL or node.name[0] != name[0]:
        return False
    return strcmp(<const char*>node.name, name) == 0


cdef inline xmlNode* next_node(xmlNode* node, xmlNode* top) noexcept nogil:
    """Return the node that follows in page order, NULL behind the last inside `top`, or of the page."""
    if node.type == XML_ELEMENT_NODE and node.children is not NULL:
        return node.children
    return behind(node, top)


cdef inline xmlNode* behind(xmlNode* node, xmlNode* top) noexcept nogil:
    """Return the node that begins behind a node's end."""
    while node is not top and node is not NULL:
        if node.next is not NULL:
            return node.next
        node = node.parent
        # Around the outermost element is the document, which is no node of the page.
        if node is not NULL and node.type != XML_ELEMENT_NODE:
            return NULL
    return NULL
