package nl.doorlichting.domain.municipality;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The place of a municipality's figure on the map of another day. Source: docs/design/figures.md#boundaries. */
public sealed interface Reexpression {

    /** Whole under this code, which was valid that day. */
    record Allocated(String code) implements Reexpression {}

    /** Under no one code; the candidates, sorted, are those valid that day that may hold part of it. */
    record Unallocated(Set<String> candidates) implements Reexpression {
        public Unallocated {
            candidates = Collections.unmodifiableSet(new TreeSet<>(candidates));
        }
    }
}
