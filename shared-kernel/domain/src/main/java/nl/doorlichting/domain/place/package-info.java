/** Where something took place, in a record and in columns, and the check against the register of municipalities. */
package nl.doorlichting.domain.place;
