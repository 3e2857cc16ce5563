package nl.doorlichting.platform.access;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The part of the table of access rules that an application states. An implementation is registered as a service of
 * {@link ServiceLoader}. Its names are constants, so that {@link Allowed} can use them.
 */
public interface AccessRules {
    /** The rules, in the order in which {@code me} lists them. */
    List<AccessRule> rules();
}
