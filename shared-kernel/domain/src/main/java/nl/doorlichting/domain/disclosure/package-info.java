/** When a figure about people may be shown, so that no answer can be traced to a person. */
package nl.doorlichting.domain.disclosure;
