package nl.doorlichting.domain.municipality;

import java.util.Locale;

/** What a succession is known from. */
public enum SuccessionBasis {
    /** National table 33 names one successor. */
    REGISTER,
    /** Shares derived from the boundary files of before and after. */
    BOUNDARIES,
    /** Several successors, shares not derived. */
    SPLIT_SHARE_UNKNOWN;

    /** The files of the register have the names in kebab-case. */
    static SuccessionBasis parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
