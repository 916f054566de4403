# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The searches of `plain_seek.py`, compiled: no object is made of an element that is passed by."""

from libc.string cimport strcmp
from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    attributeValueFromNsName,
    elementFactory,
    import_lxml__etree,
)
from lxml.includes.tree cimport XML_ELEMENT_NODE, const_xmlChar, xmlNode

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
