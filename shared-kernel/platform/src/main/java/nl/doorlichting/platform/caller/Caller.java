package nl.doorlichting.platform.caller;

import java.util.Set;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.json.ScalarFormats;

/**
 * The caller, as the verified token describes it.
 *
 * @param subject the issuer's stable id of the person or machine
 * @param roles roles of docs/design/roles.md; unknown ones are kept and grant nothing
 * @param organisation number of the organisation that the caller acts for; null for staff
 */
public record Caller(String subject, Set<String> roles, String organisation) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** True if the rule of this name allows one of the roles of the caller. */
    public boolean may(String rule) {
        return AccessRule.named(rule).allows(roles);
    }

    /** True if one of the roles is that of staff, who may see records of all organisations. */
    public boolean isStaff() {
        return roles.stream().anyMatch(Role.staff()::contains);
    }

    /**
     * True when this is the subject of the caller, for rules that need two persons. A record can have it with outer white
     * space, from release 0.1.0 or because a person typed it.
     */
    public boolean is(String recordedSubject) {
        return ScalarFormats.plain(subject).equals(ScalarFormats.plain(recordedSubject));
    }

    /** True when the caller's own organisation is this one. */
    public boolean belongsTo(String organisationId) {
        return organisation != null && organisation.equals(organisationId);
    }
}
