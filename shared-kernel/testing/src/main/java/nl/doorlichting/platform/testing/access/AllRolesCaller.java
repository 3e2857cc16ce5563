package nl.doorlichting.platform.testing.access;

import io.quarkus.test.junit.QuarkusMock;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.caller.Role;

/**
 * A caller that passes every filter of the service: it has all roles, and belongs to the organisation of the record.
 */
public final class AllRolesCaller extends CurrentCaller {
    private static final Set<String> EVERY_ROLE =
            Arrays.stream(Role.class.getFields()).map(AllRolesCaller::value).collect(Collectors.toSet());

    private final String organisation;

    private AllRolesCaller(String organisation) {
        super(null);
        this.organisation = organisation;
    }

    /** Disables the filters of the service until the test ends. The access check and the database stay as they are. */
    public static void install(String organisation) {
        QuarkusMock.installMockForType(new AllRolesCaller(organisation), CurrentCaller.class);
    }

    @Override
    public Caller get() {
        return new Caller(ForeignIdentifiers.STRANGER, EVERY_ROLE, organisation);
    }

    @Override
    public String client() {
        return null;
    }

    @Override
    public String verifiedEmail() {
        return null;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
