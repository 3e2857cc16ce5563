package nl.doorlichting.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    private static final AccessRule READ_THINGS = new AccessRule("READ_THINGS", Role.ANALYST, Role.REVIEWER);
    private static final AccessRule WRITE_THINGS = new AccessRule("WRITE_THINGS", Role.ANALYST);

    @Test
    void tableHasRulesOfAllPartsBetweenThoseOfEveryApplication() {
        assertEquals(
                List.of("PUBLIC", "ANY_CALLER", "READ_THINGS", "WRITE_THINGS", "READ_AUDIT"),
                namesOf(() -> List.of(READ_THINGS), () -> List.of(WRITE_THINGS)));
    }

    @Test
    void ruleOfTwoPartsStandsWhereTheLastHasIt() {
        assertEquals(
                List.of("PUBLIC", "ANY_CALLER", "WRITE_THINGS", "READ_THINGS", "READ_AUDIT"),
                namesOf(() -> List.of(READ_THINGS, WRITE_THINGS), () -> List.of(READ_THINGS)));
    }

    @Test
    void rejectsPartsThatStateOneRuleDifferently() {
        AccessRules other = () -> List.of(new AccessRule("READ_THINGS", Role.ANALYST));
        AccessRules weaker = () -> List.of(new AccessRule(AccessRule.READ_AUDIT, Role.ANALYST));
        assertThrows(IllegalStateException.class, () -> AccessRule.table(List.of(() -> List.of(READ_THINGS), other)));
        assertThrows(IllegalStateException.class, () -> AccessRule.table(List.of(weaker)));
    }

    @Test
    void rejectsRuleForUnknownRole() {
        assertThrows(IllegalArgumentException.class, () -> new AccessRule("READ_THINGS", "ANALIST"));
        assertThrows(IllegalArgumentException.class, () -> new AccessRule("READ_THINGS", "STATISTICS"));
    }

    @Test
    void allowsMachineWhereRuleNamesIt() {
        var rule = new AccessRule("READ_RELEASES", Role.STATISTICS_CLIENT);
        assertTrue(rule.allows(Set.of(Role.STATISTICS_CLIENT)));
        assertFalse(rule.allows(Set.of(Role.GRANTEE)));
    }

    @Test
    void rejectsNameThatTableDoesNotHave() {
        assertEquals(
                List.of(Role.AUDITOR), AccessRule.named(AccessRule.READ_AUDIT).roles());
        assertThrows(IllegalArgumentException.class, () -> AccessRule.named("READ_NOTHING"));
    }

    @Test
    void allowsCallerWithOneOfTheRoles() {
        assertTrue(READ_THINGS.allows(Set.of(Role.REVIEWER, Role.GRANTEE)));
        assertFalse(READ_THINGS.allows(Set.of(Role.GRANTEE)));
        assertFalse(READ_THINGS.allows(Set.of()));
        assertTrue(AccessRule.named(AccessRule.ANY_CALLER).allows(Set.of()));
    }

    private static List<String> namesOf(AccessRules... parts) {
        return AccessRule.table(List.of(parts)).keySet().stream().toList();
    }
}
