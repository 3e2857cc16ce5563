package nl.doorlichting.domain.reach;

import java.util.Set;

/** Where a fact belongs on the requested map. */
sealed interface Placement {

    /** In one municipality of that map. */
    record In(String code) implements Placement {}

    /** In one municipality as recorded, which that map splits or does not have. */
    record Unallocated(String from, Set<String> candidates) implements Placement {}

    /** In several municipalities, in none, or not asked. */
    record Nowhere() implements Placement {}
}
