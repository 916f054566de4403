# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What the elements of a head say, compiled: what `plain_told.told` yields, without an object for each element."""

from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strcmp, strlen
from lxml.includes.etreepublic cimport _Element, attributeValue, import_lxml__etree, textOf
from lxml.includes.tree cimport XML_ELEMENT_NODE, XML_TEXT_NODE, xmlAttr, xmlNode

import_lxml__etree()

from crawler import plain_told as _plain

cdef str JSON_LD = _plain.JSON_LD
cdef list META = [name.encode() for name in _plain.ATTRIBUTES["meta"]]
cdef list LINK = [name.encode() for name in _plain.ATTRIBUTES["link"]]
cdef list BASE = [name.encode() for name in _plain.ATTRIBUTES["base"]]


def told(_Element root not None):
    """Return what the elements of a head say, wherever they stand, in page order."""
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef list found = []
    while node is not NULL:
        if node.type == XML_ELEMENT_NODE and node.ns is NULL:
            if is_named(node, b"meta"):
                found.append(("meta", values_of(node, META)))
            elif is_named(node, b"link"):
                found.append(("link", values_of(node, LINK)))
            elif is_named(node, b"base"):
                found.append(("base", values_of(node, BASE)))
            elif is_named(node, b"script") and is_json_ld(node):
                found.append(("script", (textOf(node),)))
        node = next_in(top, node)
    return found


cdef inline bint is_named(const xmlNode* node, const char* name) noexcept nogil:
    return node.name[0] == name[0] and strcmp(<const char*>node.name, name) == 0


cdef inline xmlNode* next_in(xmlNode* top, xmlNode* node) noexcept nogil:
    """Return the node that follows in page order inside `top`, NULL behind the last."""
    if node.type == XML_ELEMENT_NODE and node.children is not NULL:
        return node.children
    while node is not top:
        if node.next is not NULL:
            return node.next
        node = node.parent
    return NULL


cdef bint is_json_ld(xmlNode* node) except -1:
    kind = value_of(node, b"type")
    return kind is not None and JSON_LD in kind.lower()


cdef tuple values_of(xmlNode* node, list names):
    cdef bytes name
    return tuple([value_of(node, name) for name in names])


cdef object value_of(xmlNode* node, const char* name):
    """Return an attribute's value, None for one that is not there."""
    cdef xmlAttr* attribute = node.properties
    cdef xmlNode* value
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(<const char*>attribute.name, name) == 0:
            value = attribute.children
            if value is NULL or value.next is not NULL or value.type != XML_TEXT_NODE or value.content is NULL:
                return attributeValue(node, attribute)
            return PyUnicode_DecodeUTF8(<const char*>value.content, strlen(<const char*>value.content), NULL)
        attribute = attribute.next
    return None
