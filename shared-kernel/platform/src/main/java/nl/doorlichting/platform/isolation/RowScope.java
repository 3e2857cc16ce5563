package nl.doorlichting.platform.isolation;

import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.Role;

/**
 * Which rows the policies of the database show: all rows, or those of one organisation and person.
 *
 * @param all true for staff and for the service's own work
 * @param organisation the organisation's number; empty for no organisation's rows
 * @param subject subject of the caller; empty for no person's rows
 */
record RowScope(boolean all, String organisation, String subject) {
    static final RowScope ALL = new RowScope(true, "", "");
    static final RowScope NONE = new RowScope(false, "", "");

    static RowScope to(Caller caller) {
        if (caller.isStaff()) {
            return ALL;
        }
        // Callers with other roles may have an organisation too, but see none of its rows.
        var actsForOwn = caller.roles().contains(Role.GRANTEE) && caller.organisation() != null;
        return new RowScope(false, actsForOwn ? caller.organisation() : "", caller.subject());
    }
}
