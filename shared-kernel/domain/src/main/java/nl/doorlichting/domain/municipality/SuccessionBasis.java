package nl.doorlichting.domain.municipality;

import java.util.Locale;

/** How a succession is known. The names in the data are these in kebab-case. */
public enum SuccessionBasis {
    /** National table 33 names one successor. */
    REGISTER,
    /** Shares derived from the boundary files of before and after. */
    BOUNDARIES,
    /** Several successors, shares not derived. */
    SPLIT_SHARE_UNKNOWN;

    static SuccessionBasis parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
