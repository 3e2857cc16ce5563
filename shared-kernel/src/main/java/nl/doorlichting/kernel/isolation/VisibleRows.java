package nl.doorlichting.kernel.isolation;

import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.caller.Caller;

/**
 * Which rows the database shows, by the policies on its tables: all of them, or those of one organisation and person.
 *
 * @param all true for staff and for the service's own work
 * @param organisation the organisation's number; empty for no organisation's rows
 * @param subject who asks; empty for no person's rows
 */
record VisibleRows(boolean all, String organisation, String subject) {
    static final VisibleRows ALL = new VisibleRows(true, "", "");
    static final VisibleRows NONE = new VisibleRows(false, "", "");

    static VisibleRows to(Caller caller) {
        if (caller.may(AccessRule.READ_EVERY_ORGANISATION)) {
            return ALL;
        }
        // Others may have an organisation too, which gives them none of its rows.
        var actsForOwn = caller.may(AccessRule.WRITE_APPLICATIONS) && caller.organisation() != null;
        return new VisibleRows(false, actsForOwn ? caller.organisation() : "", caller.subject());
    }
}
