/** Lists: filters, sort order, cursors, pages, and the same lists as CSV. */
package nl.doorlichting.platform.lists;
